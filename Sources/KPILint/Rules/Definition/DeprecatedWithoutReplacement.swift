import KPIDiagnostics
import KPIModel
import KPISyntax

extension LintRule {
  static let deprecatedWithoutReplacement = LintRule(
    Rule(
      "KPI4022", "deprecated-without-replacement", .note, from: .strict,
      title: "Nobody says what takes the place of a deprecated metric",
      explanation: """
        Whoever used the metric needs to know where to go: the one that answers the same question from now on. Where \
        none does, taking the declaration out is clearer than keeping it.
        """,
      example: Samples.orders
        + "metric turnover = sum(orders.amount) { deprecated since 2026-01 }\n",
      mended: Samples.orders + """
        metric sales    = sum(orders.amount where status = "paid")
        metric turnover = sum(orders.amount) { deprecated since 2026-01 use sales }
        """)
  ) { context, findings in
    for id in context.specification.metricIDs {
      let metric = context.specification[id]
      guard let deprecation = metric.history.deprecation, deprecation.replacement == nil else {
        continue
      }
      findings.report(
        "nobody says what takes the place of `\(metric.name)`",
        at: context.declaration(of: id)?.deprecation?.range ?? context.nameRange(of: id),
        help: "Add `use …` with the metric that answers the question from now on.")
    }
  }
}
