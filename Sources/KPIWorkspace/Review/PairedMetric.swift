import KPIDiff
import KPIModel
import KPIScorecard
import KPISemantics

/// A metric of both specifications, with the periods in which its values are compared.
///
/// Periods are compared by their names: where a fiscal year begins otherwise, its second quarter is held against what
/// was called so before.
struct PairedMetric {
  let before: MetricID?
  let after: MetricID?
  let grain: Grain
  /// In the order of time; the running one last.
  let headPeriods: [Period]
  let basePeriods: [Period]
  private let names: [String]
  private let base: Specification
  private let head: Specification
  private let asOf: Day

  init?(
    before: MetricID?, after: MetricID?, periods: Int, asOf: Day, _ base: Project, _ head: Project
  ) {
    guard
      let declared = after.map({ head.specification[$0] })
        ?? before.map({ base.specification[$0] })
    else { return nil }
    self.before = before
    self.after = after
    self.base = base.specification
    self.head = head.specification
    self.asOf = asOf
    let old = before.flatMap { base.specification[$0].accountability?.cadence }
    grain = declared.accountability?.cadence ?? old ?? .month
    let calendar = (after == nil ? base : head).specification.company.calendar
    var period = calendar.period(grain, containing: asOf)
    var all: [Period] = []
    // A running period is looked at beside those that are over.
    for _ in 0..<(period.lastDay > asOf ? periods + 1 : periods) {
      all.append(period)
      guard period.start > Day.first.adding(days: 366) else { break }
      period = calendar.period(grain, containing: period.start.adding(days: -1))
    }
    headPeriods = all.reversed()
    names = headPeriods.map { calendar.text(of: $0) }
    let other = base.specification.company.calendar
    basePeriods = zip(names, headPeriods).map { name, period in
      PeriodName(name).flatMap(other.period(named:)) ?? period
    }
  }

  func figures(_ before: SideValues, _ after: SideValues) -> Figures {
    let all = names.indices.map { index in
      (
        self.before.flatMap {
          before.judged[SideValues.Key(metric: $0, period: basePeriods[index])]
        },
        self.after.flatMap {
          after.judged[SideValues.Key(metric: $0, period: headPeriods[index])]
        }
      )
    }
    // What lies before the first rows was never judged by anybody.
    let first = all.firstIndex { $0.0?.hasRows ?? false || $0.1?.hasRows ?? false } ?? names.count
    let readings = all.map { ($0.0?.evidence ?? [], $0.1?.evidence ?? []) }
    var groups: [String?] = []
    for (old, new) in readings {
      for group in (new + old).map(\.group) where !groups.contains(group) { groups.append(group) }
    }
    let declared = (self.before.map { base[$0] }, self.after.map { head[$0] })
    let quantity = (declared.1 ?? declared.0)?.quantity ?? .plain
    return Figures(
      metric: (declared.1 ?? declared.0)?.name ?? "", grain: grain,
      before: declared.0?.quantity ?? quantity, after: quantity,
      series: groups.map { group in
        Figures.Series(
          group: group,
          rows: (first..<names.count).map { index in
            row(
              index, readings[index].0.first { $0.group == group }?.evidence,
              readings[index].1.first { $0.group == group }?.evidence)
          })
      })
  }

  private func row(_ index: Int, _ before: Evidence?, _ after: Evidence?) -> Figures.Row {
    var byOldTarget: Status?
    if let before, var old = after, isInOneUnit, isJudgedAlike {
      old.goal = before.goal
      old.threshold = before.threshold
      old.stretch = before.stretch
      old.isSampleSmall = before.isSampleSmall
      byOldTarget = old.judgement.status
    }
    return Figures.Row(
      period: names[index], isRunning: headPeriods[index].lastDay > asOf,
      before: before.map(Figures.Reading.init), after: after.map(Figures.Reading.init),
      byOldTarget: byOldTarget, isJudgedAlike: isJudgedAlike)
  }

  /// Whether the base judges by the same periods.
  private var isJudgedAlike: Bool {
    before.map { (base[$0].accountability?.cadence ?? grain) == grain } ?? true
  }

  private var isInOneUnit: Bool {
    guard let before, let after else { return false }
    return base[before].quantity.unit == head[after].quantity.unit
  }
}
