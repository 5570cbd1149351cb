import KPIDiagnostics
import KPIModel

extension LintRule {
  static let tableWithoutKey = LintRule(
    Rule(
      "KPI4801", "table-without-key", .note, from: .strict,
      title: "Nothing tells the rows of a table apart",
      explanation: """
        An export that is appended twice doubles every number made of it. With a `key`, two rows with the same one are \
        reported instead of counted. Several columns may be the key together: `key order_id, line`.
        """,
      example: Samples.visits,
      mended: Samples.visits.replacing("visitor_id: text\n", with: "visitor_id: text key\n"))
  ) { context, findings in
    for table in context.specification.tables where table.key.isEmpty && !table.columns.isEmpty {
      findings.report(
        "nothing tells the rows of `\(table.name)` apart, so one that is there twice counts twice",
        at: context.nameRange(of: table),
        help: "Write `key` behind the column that is different in every row, or a line `key …` "
          + "with several.")
    }
  }
}
