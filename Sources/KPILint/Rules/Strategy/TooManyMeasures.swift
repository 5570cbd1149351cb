import KPIDiagnostics
import KPIModel

extension LintRule {
  static let tooManyMeasures = LintRule(
    Rule(
      "KPI4311", "too-many-measures", .warning, from: .standard,
      title: "An objective is measured by more than three KPIs",
      explanation: """
        One or two KPIs tell whether an objective is reached. With more of them some are always good and some bad, and \
        everybody reads what suits them. Keep those that would change a decision, or split the objective in two.
        """,
      example: Samples.fiveKPIs(
        "",
        "objective grow \"We grow every year\" {\n"
          + "  measured by revenue, orders_taken, order_value, refund_rate, units_sold\n}"),
      mended: Samples.fiveKPIs(
        "",
        "objective grow \"We grow every year\" {\n"
          + "  measured by revenue, order_value\n}"))
  ) { context, findings in
    for objective in context.objectives {
      var seen: Set<MetricID> = []
      let measures = objective.measures.filter { seen.insert($0.metric).inserted }
      guard measures.count > 3 else { continue }
      findings.report(
        "`\(objective.name)` is measured by \(measures.count) KPIs at once", at: measures[3].range,
        help: "Keep the one or two that tell whether it is reached.")
    }
  }
}
