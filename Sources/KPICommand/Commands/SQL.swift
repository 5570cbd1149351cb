import KPIDiagnostics
import KPIModel
import KPIPlan
import KPISQL
import KPIWorkspace

extension Command {
  static let sql = Command(
    name: "sql",
    summary: "print the SQL that a question asks a database",
    discussion: """
      Prints what a database of a dialect is asked to answer the question: a query a table, whose rows are counts and \
      sums by day or month and group. The windows, formulas and missing values of the answer are worked out from \
      them, so they are the same for every engine. Where a database could not give exactly the numbers that are \
      meant, the rows of the table are read instead; that and the reason stand in a comment.
      """,
    parameters: [
      Parameter("NAME", .many, help: "metrics and KPIs, also several with commas (default: all)")
    ],
    options: [.dialect, .by, .where, .from, .to, .asOf, .project],
    examples: [
      Example("sql revenue --by month", "the query for DuckDB"),
      Example(
        "sql revenue --by month,region --dialect postgresql", "the same for PostgreSQL"),
    ],
    run: sql)

  private static func sql(_ invocation: Invocation, _ environment: Environment) -> ExitStatus {
    switch environment.openWithoutErrors(invocation.projectPaths(), reportingAs: .text) {
    case .stopped(let status): return status
    case .ready(var project):
      let asked = project.resolve(questionText(invocation, environment))
      environment.note(asked.diagnostics, of: project, as: .text)
      let dialect = invocation.text(.dialect).flatMap(Dialect.named) ?? .duckdb
      guard let resolved = asked.question else { return .failure }
      switch project.sql(for: resolved.question, in: dialect) {
      case .failure(let failure):
        environment.note(failure.diagnostics, of: project, as: .text)
        return .failure
      case .success(let sql):
        environment.output.write(text(of: sql, in: dialect))
        return .success
      }
    }
  }

  private static func text(of sql: QuestionSQL, in dialect: Dialect) -> String {
    var lines = ["-- \(dialect.title)" + (dialect.support == .generated ? ", not tested" : "")]
    for part in sql.parts {
      lines.append("")
      switch part.queries {
      case .success(let queries): lines += queries.map { $0 + ";" }
      case .failure(let refusal):
        lines.append("-- The rows of \(part.table) are read: \(refusal.reason).")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Option {
  static let dialect = Option(
    "dialect", .choice(Dialect.all.map(\.name)), help: "the engine's own SQL (default: duckdb)")
}

extension SQLRefusal {
  /// Why the database is not asked, as half a sentence.
  fileprivate var reason: String {
    switch self {
    case .lookup: "rows of other tables are looked for from each row"
    case .division: "columns are divided by each other, which leaves the decimals"
    case .function(let function): "`\(function.rawValue)` is not the same in every engine"
    case .clocks: "times that went by are measured, and clocks are set back and forth"
    case .physical(let column): "the database keeps `\(column)` in another form"
    case .digits: "numbers may have more digits than the engine computes with"
    case .binaryProducts: "the engine multiplies binary numbers only, which are not exact"
    case .mixedKinds: "values of different kinds are compared"
    case .formula: "a part of a formula is worked out from the rows alone"
    case .aliveRows: "what is asked of rows that are alive at a moment cannot be added up"
    case .decimals: "a number has no end of decimals"
    case .elsewhere: "a table that it refers to is kept elsewhere"
    }
  }
}
