import KPIModel
import KPIPlan
import KPIScorecard
import KPISemantics

/// Looks up what the strategy is judged by: how each metric stands that it names, and the values of key results.
struct StrategyReading {
  private let analysis: Analysis
  private let board: StatusBoard
  /// The last day that key results are graded by.
  private let day: Day

  /// The metrics that values are looked up for; `nil` for all of them.
  private let withData: Set<MetricID>?

  init(_ board: StatusBoard, _ analysis: Analysis, onlyOf withData: Set<MetricID>? = nil) {
    self.board = board
    self.withData = withData
    self.analysis = analysis
    day = StrategyReading.day(of: board, analysis)
  }

  private var specification: Specification { analysis.specification }
  private var calendar: Calendar { specification.company.calendar }

  /// The day as of which the strategy is judged: that of the board, or the end of the period that is asked for.
  static func day(of board: StatusBoard, _ analysis: Analysis) -> Day {
    let asked = board.period.flatMap(analysis.specification.company.calendar.period(named:))
    return min(board.asOf, asked?.lastDay ?? board.asOf)
  }

  private func hasData(_ metric: MetricID) -> Bool { withData?.contains(metric) ?? true }

  // MARK: Metrics

  /// The KPIs, and the metrics that objectives and scorecards name.
  private var named: Set<MetricID> {
    var result = Set(specification.metricIDs.filter { specification[$0].isKPI })
    result.formUnion(specification.objectives.flatMap(\.metrics))
    for case .metric(let metric) in specification.scorecards.flatMap(\.members).map(\.subject) {
      result.insert(metric)
    }
    return result
  }

  /// How each of them stands as a whole.
  func metrics(_ values: inout BoardValues) -> [MetricID: StatusLine] {
    var lines: [MetricID: StatusLine] = [:]
    for metric in specification.metricIDs where named.contains(metric) && hasData(metric) {
      lines[metric] = KPIJudging(metric, on: board, analysis).line(&values)
    }
    return lines
  }

  // MARK: Key results

  /// The key results of each objective, in the order of the objectives.
  func keyResults(_ values: inout BoardValues) -> [[KeyResultReading]] {
    specification.objectives.map { objective in
      objective.keyResults.map { reading($0, of: objective.period, &values) }
    }
  }

  private func reading(
    _ result: Objective.KeyResult, of whole: Period?, _ values: inout BoardValues
  ) -> KeyResultReading {
    let grows = specification.addsUpOverTime(result.metric)
    let period = self.period(result.metric, of: whole, grows)
    let value =
      hasData(result.metric)
      ? period.map {
        values.cell(.metric(result.metric), of: specification[result.metric], in: $0, nil)
      } : nil
    return KeyResultReading(
      result: result, period: period, value: value ?? .missing(.noRows),
      growsWithPeriod: grows && whole != nil,
      elapsed: period.flatMap { period in
        whole.flatMap { calendar.elapsed(of: $0, asOf: min(day, period.lastDay)) }
      })
  }

  /// The period whose value counts. What adds up over time is the amount of the objective's period, and so is what has
  /// no period of its own; of the rest, the latest period counts that is over and ends within the objective's.
  private func period(_ metric: MetricID, of whole: Period?, _ grows: Bool) -> Period? {
    let cadence = specification[metric].accountability?.cadence
    guard let whole else { return latest(cadence ?? .month, by: day) }
    guard let cadence, !grows, !isLonger(cadence, than: whole) else {
      return whole.start <= day ? whole : nil
    }
    let period = latest(cadence, by: min(day, whole.lastDay))
    return period.lastDay >= whole.start ? period : nil
  }

  /// The latest period that is over by a day.
  private func latest(_ grain: Grain, by day: Day) -> Period {
    let running = calendar.period(grain, containing: day)
    return running.lastDay <= day
      ? running : calendar.period(grain, containing: running.start.adding(days: -1))
  }

  private func isLonger(_ grain: Grain, than period: Period) -> Bool {
    calendar.period(grain, containing: period.lastDay).dayCount > period.dayCount
  }
}
