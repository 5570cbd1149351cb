import KPIDiagnostics
import KPIModel
import KPIPlan
import KPIScorecard
import KPIWorkspace

extension Command {
  static let eval = Command(
    name: "eval",
    summary: "compute metrics and KPIs from the data",
    discussion: """
      Computes the named metrics, or all of them, from the data tables. A grain and breakdowns are chosen with \
      `--by`; the same metric is right at every grain.

      CSV and JSON print exact values; percentages are plain numbers there (`15%` is `0.15`). In JSON, `states` says \
      why a value is missing, or why it is to be read with care.

      A value outside of its metric's range, or one that breaks what the metric ensures, is printed and marked; it is \
      reported, and the exit status is 1.
      """,
    parameters: [
      Parameter("NAME", .many, help: "metrics and KPIs, also several with commas (default: all)")
    ],
    options: [
      .by, .where, .from, .to, .asOf, .order, .limit, .tableFormat, .engine, .threads, .project,
    ],
    examples: [
      Example("eval revenue --by month", "revenue of each month"),
      Example(
        "eval revenue,average_order_value --by month,region --from 2026-01 --format csv",
        "two metrics by month and region, for a spreadsheet"),
    ],
    run: eval)

  private static func eval(_ invocation: Invocation, _ environment: Environment) -> ExitStatus {
    let format = invocation.tableFormat
    switch environment.openWithoutErrors(
      invocation.projectPaths(), reportingAs: format.reportFormat)
    {
    case .stopped(let status): return status
    case .ready(var project):
      let asked = project.resolve(questionText(invocation, environment))
      environment.note(asked.diagnostics, of: project, as: format.reportFormat)
      guard let resolved = asked.question else { return .failure }
      project.isPushedDown = invocation.text(.engine) != "native"
      let evaluation = project.answer(
        [resolved.question], threads: invocation.count(.threads) ?? Threads.available)
      guard let answer = evaluation.answers.first else {
        environment.note(evaluation.diagnostics, of: project, as: format.reportFormat)
        return evaluation.isQuestionWrong ? .failure : ExitStatus(evaluation.diagnostics)
      }
      environment.note(evaluation.diagnostics, of: project)
      let table = ResultTable(
        answer, to: resolved.question, calendar: project.specification.company.calendar,
        breakdowns: resolved.breakdownNames)
      switch table.ordered(by: invocation.list(.order), limit: invocation.count(.limit)) {
      case .success(let table): environment.write(table, as: format)
      case .failure(let problem):
        return environment.fail(
          [.unknownOrder(problem.column, known: table.columns.map(\.name))],
          as: format.reportFormat)
      }
      return ExitStatus(evaluation.diagnostics)
    }
  }

  static func questionText(
    _ invocation: Invocation, _ environment: Environment
  ) -> QuestionText {
    QuestionText(
      names: invocation.arguments.flatMap { Invocation.parts(of: $0) }, by: invocation.list(.by),
      filter: invocation.text(.where), from: invocation.text(.from), to: invocation.text(.to),
      asOf: invocation.day(.asOf) ?? environment.today)
  }
}

extension Option {
  static let order = Option(
    "order", .list("COLUMN"),
    help: "sort by columns of the result; `-revenue` puts the largest first")

  static let limit = Option("limit", .count, help: "print only the first rows")

  static let engine = Option(
    "engine", .choice(["native"]),
    help: "compute from the rows of a database here, rather than where they are")

  static let threads = Option(
    "threads", .count, help: "how many cores to use (default: all); results do not depend on it")
}

extension Environment {
  /// Prints findings that keep a result from being given, or notes on the way to it, if there are any.
  func note(_ diagnostics: [Diagnostic], of project: Project, as format: Report.Format) {
    guard diagnostics.contains(where: { $0.severity == .error }) else {
      return note(diagnostics, of: project)
    }
    write(report(diagnostics, of: project), as: format)
  }

  /// Prints findings beside a result, if there are any. In the form of the result they would make two documents of
  /// one.
  func note(_ diagnostics: [Diagnostic], of project: Project) {
    if !diagnostics.isEmpty { write(report(diagnostics, of: project), as: .text) }
  }
}
