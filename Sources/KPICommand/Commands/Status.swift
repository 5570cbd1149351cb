import KPIDiagnostics
import KPIModel
import KPIScorecard
import KPIWorkspace

extension Command {
  static let status = Command(
    name: "status",
    summary: "judge KPIs, objectives and scorecards",
    discussion: """
      Shows the latest complete period of each KPI: its value, its target, where it stands, how much of the \
      target is attained, whether it moves up or down, its course over twelve periods, and who answers for it.

      A period that is still running has the status `partial`; where the KPI adds up over time, the part of the \
      target that is due by now and the pace are shown. A KPI without data, without a target or with too small a \
      sample is never counted as good. Of several targets the one that the KPI is judged by gives the status.

      Objectives follow, with the grades of their key results, and scorecards, with what each member counts and the \
      scores of departments, perspectives and owners. `--show` chooses: kpis, objectives, scorecards, initiatives, \
      assumptions. A file in CSV holds one of them.

      `--fail-on` looks at KPIs, whatever is shown: at those named, those that measure a named objective, and those in a \
      named scorecard. An objective is as bad as the worst of its KPIs, and neither a grade nor a score is a promise, so \
      these fail no run by themselves.
      """,
    parameters: [
      Parameter(
        "NAME", .many,
        help: "KPIs, objectives and scorecards, also several with commas (default: all)")
    ],
    options: [.show, .period, .asOf, .failOnStatus, .tableFormat, .threads, .project],
    examples: [
      Example("status", "every KPI, in its latest complete period"),
      Example("status --period 2026-09 --format markdown", "September, for a report"),
      Example("status --show scorecards", "the scores, and what they are made of"),
      Example("status --fail-on off-track", "fail a scheduled run when a KPI is off track"),
    ],
    run: status)

  private static func status(_ invocation: Invocation, _ environment: Environment) -> ExitStatus {
    let format = invocation.tableFormat
    switch environment.openWithoutErrors(
      invocation.projectPaths(), reportingAs: format.reportFormat)
    {
    case .stopped(let status): return status
    case .ready(let project):
      let names = invocation.arguments.flatMap { Invocation.parts(of: $0) }
      let problems = names.compactMap { name in unknownName(name, in: project.specification) }
      guard problems.isEmpty else { return environment.fail(problems, as: format.reportFormat) }
      var period: PeriodName?
      if let text = invocation.text(.period) {
        period = PeriodName(text)
        guard let named = period,
          project.specification.company.calendar.period(named: named) != nil
        else {
          return environment.fail(
            [.notAPeriodOption(text, option: "--period")], as: format.reportFormat)
        }
      }
      switch selection(names, invocation, format, project.specification) {
      case .problem(let problem): return environment.fail([problem], as: format.reportFormat)
      case .sections(let selection):
        let board = StatusBoard(
          names: selection.kpis, period: period, asOf: invocation.day(.asOf) ?? environment.today,
          historyLength: format == .table || format == .markdown ? 12 : 0)
        return report(selection, board, of: project, invocation, environment)
      }
    }
  }

  private static func report(
    _ selection: StatusSelection, _ board: StatusBoard, of project: Project,
    _ invocation: Invocation, _ environment: Environment
  ) -> ExitStatus {
    let format = invocation.tableFormat
    let threads = invocation.count(.threads) ?? Threads.available
    let (lines, strategy, diagnostics) = judged(board, selection, project, threads)
    guard let lines else {
      environment.note(diagnostics, of: project, as: format.reportFormat)
      return ExitStatus(diagnostics)
    }
    environment.note(diagnostics, of: project)
    if let strategy {
      environment.write(
        StatusReport(selection: selection, status: strategy, specification: project.specification),
        as: format)
    } else {
      environment.write(ResultTable(status: lines), as: format)
    }
    let status = ExitStatus(diagnostics)
    let subjects = selection.subjects(in: project.specification)
    let counted = lines.filter { subjects?.contains($0.name) ?? true }
    return status == .success ? exitStatus(counted, failOn: invocation.text(.failOnStatus)) : status
  }

  private static func judged(
    _ board: StatusBoard, _ selection: StatusSelection, _ project: Project, _ threads: Int
  ) -> (lines: [StatusLine]?, strategy: StrategyStatus?, diagnostics: [Diagnostic]) {
    guard selection.needsStrategy else {
      let (lines, diagnostics) = project.status(board, threads: threads)
      return (lines, nil, diagnostics)
    }
    let (status, diagnostics) = project.strategy(board, threads: threads)
    return (status?.lines, status, diagnostics)
  }

  // MARK: What is shown

  private enum Selected {
    case sections(StatusSelection)
    case problem(Diagnostic)
  }

  /// What is asked for. A file of comma-separated values holds one table: the KPIs, or the one section asked for.
  private static func selection(
    _ names: [String], _ invocation: Invocation, _ format: TableFormat,
    _ specification: Specification
  ) -> Selected {
    var chosen: [StatusSection] = []
    for word in invocation.list(.show) {
      guard let section = StatusSection(rawValue: word) else {
        return .problem(.unknownSection(word, known: StatusSection.allCases.map(\.rawValue)))
      }
      chosen.append(section)
    }
    if format == .csv, names.isEmpty, chosen.isEmpty { chosen = [.kpis] }
    let selection =
      names.isEmpty
      ? StatusSelection(chosen, of: specification)
      : StatusSelection(names: names, chosen, of: specification)
    guard format != .csv || selection.sections.count == 1 else {
      return .problem(.severalTables(selection.sections.map(\.rawValue)))
    }
    return .sections(selection)
  }

  private static func unknownName(_ name: String, in specification: Specification) -> Diagnostic? {
    let isStrategy =
      specification.objectives.contains { $0.name == name }
      || specification.scorecards.contains { $0.name == name }
    if isStrategy { return nil }
    guard let metric = specification.metric(named: name) else {
      return .noSuchMetric(
        name,
        known: specification.metrics.filter(\.isKPI).map(\.name)
          + specification.objectives.map(\.name) + specification.scorecards.map(\.name))
    }
    return specification[metric].isKPI ? nil : .notAKPI(name)
  }

  private static func exitStatus(_ lines: [StatusLine], failOn: String?) -> ExitStatus {
    let failing: Set<Status>
    switch failOn {
    case "at-risk": failing = [.atRisk, .offTrack]
    case "off-track": failing = [.offTrack]
    default: failing = []
    }
    return lines.contains { $0.status.map(failing.contains) ?? false } ? .findings : .success
  }
}

extension Option {
  static let show = Option(
    "show", .list("SECTION"), help: "what is shown, such as objectives,initiatives")

  static let period = Option(
    "period", .text("PERIOD"), help: "the period to judge, such as 2026-09 or 2026-Q3")

  static let failOnStatus = Option(
    "fail-on", .choice(["never", "off-track", "at-risk"]),
    help: "the status of a KPI that makes the exit status 1")
}
