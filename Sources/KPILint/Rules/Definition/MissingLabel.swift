import KPIDiagnostics
import KPIModel

extension LintRule {
  static let missingLabel = LintRule(
    Rule(
      "KPI4016", "missing-label", .note, from: .strict, title: "The KPI has no label",
      explanation: """
        Reports show the label of a KPI, and its name where it has none. A name is made for formulas: \
        `rev_growth_yoy` means nothing to most of those who are to act on it. Write the label in the words of the \
        meeting that looks at it.
        """,
      example: Samples.orders + Samples.owner + """
        kpi rev_paid = sum(orders.amount where status = "paid") {
          owner sales_team
          every month
        }
        """,
      mended: Samples.orders + Samples.owner + """
        kpi rev_paid "Revenue of paid orders" = sum(orders.amount where status = "paid") {
          owner sales_team
          every month
        }
        """)
  ) { context, findings in
    for kpi in context.kpis where kpi.metric.label == nil {
      findings.report(
        "`\(kpi.name)` has no label for its readers", at: kpi.nameRange,
        help: "Write one in quotation marks after the name: `kpi \(kpi.name) \"…\"`.")
    }
  }
}
