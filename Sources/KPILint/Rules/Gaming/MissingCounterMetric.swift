import KPIDiagnostics
import KPIModel
import KPIPlan

extension LintRule {
  static let missingCounterMetric = LintRule(
    Rule(
      "KPI4601", "missing-counter-metric", .note, from: .standard,
      title: "Nothing keeps a KPI honest that is easily overdone",
      explanation: """
        Goodhart: a measure that becomes a target ceases to be a good measure. More is easily had at the cost of quality, \
        and faster at the cost of care. Where a target asks for a larger sum or count, or for a shorter time, name the \
        KPI that would show the damage: `balanced by refund_rate`.
        """,
      example: Samples.kpi("  target at least 100k USD"),
      mended: Samples.kpi("  target at least 100k USD\n  balanced by refund_rate") + "\n\n"
        + """
        kpi refund_rate "Refund rate" = share(orders where status = "refunded") {
          owner sales_team
          every month
          target at most 5%
        }
        """)
  ) { context, findings in
    let counters = Set(context.kpis.flatMap(\.duties.balancedBy))
    for kpi in context.kpis
    where kpi.duties.balancedBy.isEmpty && !counters.contains(kpi.id) {
      guard let lure = context.lure(of: kpi) else { continue }
      findings.report(
        "`\(kpi.name)` has a target that asks for \(lure.wanted), and no KPI that shows "
          + lure.cost, at: kpi.nameRange,
        help: "Add a line `balanced by …` with the KPI that would get worse.")
    }
  }
}

extension LintContext {
  /// What a target tempts to overdo, and what pays for it; `nil` where that is not plain.
  fileprivate func lure(of kpi: LintedKPI) -> (wanted: String, cost: String)? {
    switch kpi.targets?.judging.goals.last?.value {
    case .atLeast where form(of: kpi.id)?.isAdditive == true:
      return ("more", "what that costs in quality")
    case .atMost where kpi.metric.quantity.unit == .time:
      return ("a shorter time", "what that costs in care")
    case .atLeast, .atMost, .between, nil: return nil
    }
  }
}
