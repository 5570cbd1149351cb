import KPIDiagnostics
import KPIModel

extension LintRule {
  static let noCurrency = LintRule(
    Rule(
      "KPI4803", "no-currency", .note, from: .strict,
      title: "There is money, and the company names no currency",
      explanation: """
        The currency of the company says in which one its reports are read. It changes no value; it tells whoever adds \
        the next table what the amounts of the others are in.
        """,
      example: "company \"Shop\"\n\n" + Samples.orders,
      mended: "company \"Shop\" {\n  currency USD\n}\n\n" + Samples.orders)
  ) { context, findings in
    guard context.specification.company.currency == nil else { return }
    for column in context.specification.tables.flatMap(\.columns) {
      guard case .number(let quantity, _) = column.type,
        let currency = quantity.unit.currencies.first
      else { continue }
      findings.report(
        "there are amounts in \(currency), and the company names no currency", aboutAllOf: context,
        help: "Add a line `currency \(currency)` to the company.")
      return
    }
  }
}
