import KPIDiagnostics
import KPIModel

extension LintRule {
  static let missingOwner = LintRule(
    Rule(
      "KPI4001", "missing-owner", .warning, from: .starter, title: "Nobody answers for the KPI",
      explanation: """
        A KPI without an owner is a number on a page: nobody explains it, nobody acts on it, and nobody notices \
        when it stops being computed. Name the person or team who answers for it.
        """,
      example: Samples.orders + """
        kpi revenue "Revenue" = sum(orders.amount) {
          every month
        }
        """,
      mended: Samples.kpi(""))
  ) { context, findings in
    for kpi in context.kpis where kpi.accountability.owner == nil {
      findings.report(
        "nobody answers for `\(kpi.name)`", at: kpi.nameRange,
        help: "Add a line to its braces: `owner` and the name of an owner that is declared.")
    }
  }
}
