import KPIDiagnostics
package import KPIModel
import KPIScorecard
import KPISemantics

/// Every KPI with the value of its period, judged against its target.
package struct StatusBoard: Sendable {
  /// The KPIs by name; all of them when none is named.
  package var names: [String]
  /// The period to judge; `nil` for the latest complete one.
  package var period: PeriodName?
  package var asOf: Day
  /// How many periods before that one the judged one lies.
  var stepsBack: Int
  /// How many periods up to the judged one the lines show the course of.
  let historyLength: Int

  package init(
    names: [String], period: PeriodName?, asOf: Day, stepsBack: Int = 0, historyLength: Int = 0
  ) {
    self.names = names
    self.period = period
    self.asOf = asOf
    self.stepsBack = stepsBack
    self.historyLength = historyLength
  }
}

extension StatusBoard {
  /// The KPIs asked, in the order of their declarations.
  func kpis(of specification: Specification) -> [MetricID] {
    let wanted = Set(names)
    return specification.metricIDs.filter {
      specification[$0].isKPI && (wanted.isEmpty || wanted.contains(specification[$0].name))
    }
  }

  /// The period of a grain that ends with the asked one, or the latest that is over on the as-of day; so many
  /// periods earlier.
  func judged(_ grain: Grain, _ calendar: Calendar) -> Period {
    var period = latest(grain, calendar)
    for _ in 0..<stepsBack {
      period = calendar.period(grain, containing: period.start.adding(days: -1))
    }
    return period
  }

  private func latest(_ grain: Grain, _ calendar: Calendar) -> Period {
    if let asked = period.flatMap(calendar.period(named:)) {
      return calendar.period(grain, containing: asked.lastDay)
    }
    let running = calendar.period(grain, containing: asOf)
    return running.lastDay == asOf
      ? running : calendar.period(grain, containing: running.start.adding(days: -1))
  }

  /// The lines of the board, with the values that are known.
  func lines(_ analysis: Analysis, _ values: inout BoardValues) -> [StatusLine] {
    kpis(of: analysis.specification).flatMap {
      KPIJudging($0, on: self, analysis).lines(&values)
    }
  }
}
