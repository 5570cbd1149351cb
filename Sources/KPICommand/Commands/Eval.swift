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

      CSV and JSON print exact values; percentages are plain numbers there (`15%` is `0.15`).
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
      let evaluation = project.answer(
        [resolved.question], threads: invocation.count(.threads) ?? Threads.available)
      environment.note(evaluation.diagnostics, of: project, as: format.reportFormat)
      guard let answer = evaluation.answers.first else {
        return evaluation.isQuestionWrong ? .failure : .findings
      }
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
      return .success
    }
  }

  private static func questionText(
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
    "engine", .choice(["native"]), help: "what computes the values; for now the program itself")

  static let threads = Option(
    "threads", .count, help: "how many cores to use (default: all); results do not depend on it")
}

extension Environment {
  /// Prints findings beside a result, if there are any.
  func note(_ diagnostics: [Diagnostic], of project: Project, as format: Report.Format) {
    guard !diagnostics.isEmpty else { return }
    // A note beside a result in JSON would make two documents of one.
    let isAside = !diagnostics.contains { $0.severity == .error }
    write(report(diagnostics, of: project), as: isAside ? .text : format)
  }
}
