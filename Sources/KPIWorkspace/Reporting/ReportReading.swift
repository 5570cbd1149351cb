package import KPIDiagnostics
package import KPIModel
import KPIPlan
package import KPIReport
import KPIScorecard
import KPISemantics
import KPISource

extension Project {
  /// All that a report is drawn from, or why it cannot be drawn. The tables are read once for all of it.
  package func report(
    on day: Day, threads: Int
  ) -> (report: CompanyReport?, diagnostics: [Diagnostic]) {
    let reading = ReportReading(self, asOf: day)
    var values = BoardValues(asOf: day)
    for kpi in reading.kpis { _ = reading.standing(of: kpi, &values) }
    _ = reading.strategy(&values)
    let breakdowns = BreakdownQuestions(reading)
    let reach = DataReach(reading)
    let questions = values.questions
    let (evaluation, others) = answer(
      questions + breakdowns.questions, besides: reach.plans, threads: threads)
    guard evaluation.answers.count == questions.count + breakdowns.questions.count else {
      return (nil, evaluation.diagnostics)
    }
    values.take(Array(evaluation.answers.prefix(questions.count)))
    let days = reach.days(in: others)
    let parts = breakdowns.breakdowns(in: Array(evaluation.answers.dropFirst(questions.count)))
    let records = reading.kpis.map { kpi in
      reading.record(of: kpi, &values, days, breakdowns: parts[kpi.metric] ?? [])
    }
    return (
      CompanyReport(
        specification, asOf: day, kpis: records, strategy: reading.strategy(&values),
        tables: reach.freshness(days, of: records.map(\.period), reading)),
      evaluation.diagnostics
    )
  }
}

extension Project {
  /// The path of a file as seen from the project's folder, so that it is the same wherever the program runs.
  fileprivate func pathInside(_ path: String) -> String {
    // Both may be seen from the working folder, or one of them from the top of the file system.
    let folders = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    for count in stride(from: folders.count, to: 0, by: -1) {
      let folder = folders.prefix(count).joined(separator: "/")
      if root == folder || root.hasSuffix("/" + folder) {
        return String(path.dropFirst(folder.count + 1))
      }
    }
    return path
  }
}

/// What a report wants to know of each KPI.
struct ReportReading {
  let project: Project
  let asOf: Day
  let kpis: [KPI]
  private let withData: Set<MetricID>

  /// A KPI with the periods it is looked at in.
  struct KPI {
    let metric: MetricID
    let grain: Grain
    /// The latest complete period.
    let judged: Period
    /// The periods of its history, the oldest first.
    let periods: [Period]
    let hasData: Bool
    let definition: KPIRecord.Definition
    /// The measures over the rows of tables.
    let measures: [RowMeasure]
  }

  init(_ project: Project, asOf: Day) {
    self.project = project
    self.asOf = asOf
    let specification = project.specification
    let calendar = specification.company.calendar
    let board = StatusBoard(names: [], period: nil, asOf: asOf)
    let withData = Set(project.metricsWithData)
    self.withData = withData
    var normaliser = Normaliser(specification)
    // By department, so that what belongs together stands together.
    let ordered = board.kpis(of: specification).enumerated().sorted { left, right in
      func place(_ kpi: MetricID) -> Int {
        specification[kpi].accountability?.department?.index ?? specification.departments.count
      }
      return (place(left.element), left.offset) < (place(right.element), right.offset)
    }.map(\.element)
    kpis = ordered.map { metric in
      let grain = specification[metric].accountability?.cadence ?? .month
      let judged = board.judged(grain, calendar)
      let last = calendar.ordinal(of: asOf, grain)
      let first = calendar.ordinal(of: judged.start, grain) - ReportReading.count(of: grain) + 1
      let form = try? normaliser.normalForm(of: metric)
      return KPI(
        metric: metric, grain: grain, judged: judged,
        periods: (min(first, last)...last).map { calendar.period(ordinal: $0, grain) },
        hasData: withData.contains(metric),
        definition: ReportReading.definition(of: metric, form, project),
        measures: (form?.leaves ?? []).flatMap(\.rowMeasures))
    }
  }

  /// How many complete periods a history has: enough to see a season, few enough to read.
  private static func count(of grain: Grain) -> Int {
    switch grain {
    case .day: 60
    case .week, .fiscalWeek: 39
    case .month, .fiscalMonth: 18
    case .quarter, .fiscalQuarter: 10
    case .half, .fiscalHalf: 8
    case .year, .fiscalYear: 6
    }
  }

  private static func definition(
    of metric: MetricID, _ form: Formula<Measure>?, _ project: Project
  ) -> KPIRecord.Definition {
    let declared = project.specification[metric]
    let file = project.sources[declared.origin.file]
    let line = file.position(of: declared.origin.bytes.lowerBound).line
    let formula = project.sources.text(of: declared.formulaRange)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return KPIRecord.Definition(
      formula: formula, normalForm: form,
      tables: (form?.tables(in: project.specification) ?? []).sorted(),
      place: "\(project.pathInside(file.path)):\(line)")
  }

  // MARK: Values

  /// The lines of the judged period and what the KPI is judged by in each period of its history.
  func standing(
    of kpi: KPI, _ values: inout BoardValues
  ) -> (lines: [StatusLine], history: [HistoryPoint]) {
    guard kpi.hasData else { return ([], []) }
    let judging = KPIJudging(kpi.metric, in: kpi.judged, kpi.grain, asOf: asOf, project.analysis)
    let lines = judging.lines(&values)
    let history = kpi.periods.map { period in
      let judging = KPIJudging(kpi.metric, in: period, kpi.grain, asOf: asOf, project.analysis)
      return HistoryPoint(
        period: period, isRunning: period.lastDay > asOf, judging.wholeEvidence(&values))
    }
    return (lines, history)
  }

  /// How the strategy stands on the same day.
  func strategy(_ values: inout BoardValues) -> StrategyBoard {
    let board = StatusBoard(names: [], period: nil, asOf: asOf)
    let reading = StrategyReading(board, project.analysis, onlyOf: withData)
    var metrics = reading.metrics(&values)
    // A KPI without data has no value, which is not the same as not being there.
    for kpi in kpis where !kpi.hasData { metrics[kpi.metric] = withoutData(kpi) }
    return StrategyJudging(
      project.specification, asOf: asOf, metrics: metrics, readings: reading.keyResults(&values)
    ).board
  }

  func record(
    of kpi: KPI, _ values: inout BoardValues, _ days: [TableID: ClosedRange<Day>],
    breakdowns: [Breakdown]
  ) -> KPIRecord {
    let (lines, history) = standing(of: kpi, &values)
    let begun = kpi.measures.compactMap { days[$0.table]?.lowerBound }.min()
    // Before the first row a count is 0, which says nothing.
    let known = history.drop { point in
      point.value.number == nil || begun.map { point.period.end <= $0 } ?? false
    }
    return KPIRecord(
      metric: kpi.metric, definition: kpi.definition, period: kpi.judged,
      standing: lines.first ?? withoutData(kpi), others: Array(lines.dropFirst()),
      history: Array(known), breakdowns: breakdowns)
  }

  /// The line of a KPI whose tables name no place that rows come from.
  private func withoutData(_ kpi: KPI) -> StatusLine {
    let specification = project.specification
    let declared = specification[kpi.metric]
    let value = Cell.missing(.noRows)
    return StatusLine(
      name: declared.name, label: declared.label, department: nil, owner: nil,
      quantity: declared.quantity,
      period: (specification.company.calendar.text(of: kpi.judged), false), group: nil,
      value: value, judgement: Evidence(value).judgement, trend: nil)
  }
}

extension HistoryPoint {
  fileprivate init(period: Period, isRunning: Bool, _ evidence: Evidence) {
    func numbers(_ bounds: Bounds<Cell>?) -> Bounds<Number>? {
      try? bounds?.map { (end) throws(MissingReason) in try end.get() }
    }
    self.init(
      period: period, isRunning: isRunning, isGrowing: evidence.running?.elapsed != nil,
      value: evidence.value, judgement: evidence.judgement,
      threshold: numbers(evidence.threshold), stretch: numbers(evidence.stretch))
  }
}
