import KPIDiagnostics
import KPIModel
import KPIScorecard
import KPIWorkspace

extension Command {
  static let status = Command(
    name: "status",
    summary: "judge each KPI against its target",
    discussion: """
      Shows the latest complete period of each KPI: its value, its target, where it stands, how much of the \
      target is attained, whether it moves up or down, its course over twelve periods, and who answers for it.

      A period that is still running has the status `partial`; where the KPI adds up over time, the part of the \
      target that is due by now and the pace are shown. A KPI without data, without a target or with too small a \
      sample is never counted as good. Of several targets the one that the KPI is judged by gives the status.
      """,
    parameters: [Parameter("NAME", .many, help: "KPIs, also several with commas (default: all)")],
    options: [.period, .asOf, .failOnStatus, .tableFormat, .threads, .project],
    examples: [
      Example("status", "every KPI, in its latest complete period"),
      Example("status --period 2026-09 --format markdown", "September, for a report"),
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
      let problems = names.compactMap { name in unknownKPI(name, in: project) }
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
      let board = StatusBoard(
        names: names, period: period, asOf: invocation.day(.asOf) ?? environment.today,
        historyLength: format == .table || format == .markdown ? 12 : 0)
      let result = project.status(
        board, threads: invocation.count(.threads) ?? Threads.available)
      guard let lines = result.lines else {
        environment.note(result.diagnostics, of: project, as: format.reportFormat)
        return .findings
      }
      environment.note(result.diagnostics, of: project)
      environment.write(ResultTable(status: lines), as: format)
      let hasErrors = result.diagnostics.contains { $0.severity == .error }
      return hasErrors ? .findings : exitStatus(lines, failOn: invocation.text(.failOnStatus))
    }
  }

  private static func unknownKPI(_ name: String, in project: Project) -> Diagnostic? {
    let specification = project.specification
    guard let metric = specification.metric(named: name) else {
      return .noSuchMetric(
        name, known: specification.metrics.filter(\.isKPI).map(\.name))
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
  static let period = Option(
    "period", .text("PERIOD"), help: "the period to judge, such as 2026-09 or 2026-Q3")

  static let failOnStatus = Option(
    "fail-on", .choice(["never", "off-track", "at-risk"]),
    help: "the status that makes the exit status 1")
}
