import KPIDiagnostics
import KPIModel

extension LintRule {
  static let kpiInNoScorecard = LintRule(
    Rule(
      "KPI4506", "kpi-in-no-scorecard", .note, from: .standard,
      title: "A KPI stands in no scorecard",
      explanation: """
        A number that no reader is given is kept for show. Include it where somebody reads it, or ask whether it should \
        be a KPI at all. This is said only where scorecards are declared; a scorecard that includes an objective includes \
        the KPIs that measure it.
        """,
      example: Samples.fiveKPIs(
        "",
        "scorecard board \"For the board\" {\n  includes revenue\n"
          + "  includes orders_taken\n  includes order_value\n  includes refund_rate\n}"),
      mended: Samples.fiveKPIs(
        "",
        "scorecard board \"For the board\" {\n  includes revenue\n"
          + "  includes orders_taken\n  includes order_value\n  includes refund_rate\n"
          + "  includes units_sold\n}"))
  ) { context, findings in
    guard !context.specification.scorecards.isEmpty else { return }
    for kpi in context.kpis where context.usage.scorecards[kpi.id.index].isEmpty {
      findings.report(
        "`\(kpi.name)` stands in no scorecard", at: kpi.nameRange,
        help: "Write `includes \(kpi.name)` in the scorecard of those who steer by it.")
    }
  }
}
