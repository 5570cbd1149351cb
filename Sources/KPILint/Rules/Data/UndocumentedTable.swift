import KPIDiagnostics
import KPIModel

extension LintRule {
  static let undocumentedTable = LintRule(
    Rule(
      "KPI4805", "undocumented-table", .note, from: .strict,
      title: "Nothing says what a row of a table is",
      explanation: """
        Orders placed or orders paid, one row an order or one a line of it: whoever writes the next formula has to know, \
        and guesses. A line of `///` above the table says what a row is and where it comes from.
        """,
      example: Samples.orders,
      mended: "/// One row an order, as exported from the till every night.\n" + Samples.orders)
  ) { context, findings in
    for table in context.specification.tables where table.documentation == nil {
      findings.report(
        "nothing says what a row of `\(table.name)` is",
        at: context.nameRange(of: table),
        help: "Write `/// One row …` on the line above it.")
    }
  }
}
