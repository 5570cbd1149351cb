import KPIDiagnostics
import KPIModel

extension LintRule {
  static let unusedMetric = LintRule(
    Rule(
      "KPI4009", "unused-metric", .note, from: .strict, title: "Nobody uses the metric",
      explanation: """
        No KPI, other metric, target, scorecard, objective or test speaks of the metric. It may be there to be asked \
        for, and then it deserves a test that shows what it means; or it is left over from a definition that has \
        changed, and then the next reader takes it for the one that counts. Test it, or take it out.
        """,
      example: Samples.kpi("") + "\n\nmetric order_count = count(orders)\n",
      mended: Samples.kpi("") + """


        metric order_count = count(orders)

        test "every order counts" {
          given orders {
            ordered_on
            2026-01-05
          }
          expect order_count = 1
        }
        """)
  ) { context, findings in
    for id in context.specification.metricIDs {
      let metric = context.specification[id]
      guard !metric.isKPI, metric.history.deprecation == nil, context.usage.isUnused(id),
        !context.usage.tested.contains(id)
      else { continue }
      findings.report(
        "nobody uses `\(metric.name)`", at: context.nameRange(of: id),
        help: "Use it, test it, or take it out.")
    }
  }
}
