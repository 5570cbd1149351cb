import KPIDiagnostics
import KPIModel

extension LintRule {
  static let kpiWithoutObjective = LintRule(
    Rule(
      "KPI4301", "kpi-without-objective", .note, from: .standard,
      title: "A KPI serves none of the objectives",
      explanation: """
        A KPI is a number tied to something the company wants. One that no objective is measured by, that no such KPI \
        is computed from, and that keeps none of them honest may be good to know, but nobody can say what is lost when \
        it is missed. Tie it to the objective that it serves, or make it a plain metric. This is said only where \
        objectives are declared.
        """,
      example: Samples.fiveKPIs(
        "",
        "objective grow \"We grow every year\" {\n"
          + "  measured by revenue, orders_taken, order_value, refund_rate\n}"),
      mended: Samples.fiveKPIs(
        "",
        "objective grow \"We grow every year\" {\n"
          + "  measured by revenue, orders_taken, order_value, refund_rate\n}\n\n"
          + "objective fill \"Every visit fills a basket\" {\n  measured by units_sold\n}"))
  ) { context, findings in
    guard !context.specification.objectives.isEmpty else { return }
    let served = context.metricsServingObjectives
    for kpi in context.kpis where !served.contains(kpi.id) {
      // A KPI over a metric that serves one is that metric with somebody who answers for it.
      if case .metric(let metric) = kpi.metric.formula, served.contains(metric) { continue }
      findings.report(
        "no objective is measured by `\(kpi.name)`", at: kpi.nameRange,
        help:
          "Write `measured by \(kpi.name)` in the objective that it serves, or make it a metric.")
    }
  }
}

extension LintContext {
  /// The metrics that objectives are measured by, what these are computed from, and what keeps them honest.
  fileprivate var metricsServingObjectives: Set<MetricID> {
    let measures = specification.objectives.flatMap { $0.measures + $0.keyResults.map(\.metric) }
    let found = computedFrom(measures)
    return found.union(
      found.flatMap { specification[$0].accountability?.duties.balancedBy ?? [] })
  }
}
