import KPIDiagnostics
import KPIModel
import KPIPlan

extension LintRule {
  static let dependentCounterMetric = LintRule(
    Rule(
      "KPI4605", "dependent-counter-metric", .warning, from: .standard,
      title: "A counter-metric is made of the same numbers as its KPI",
      explanation: """
        A KPI and the one that balances it should disagree when something is wrong. Made of just the same sums and \
        counts, as the part that was paid and the part that was not, they say one thing twice, and whoever bends one \
        bends both.
        """,
      example: rates("1 - refund_rate"), mended: rates("average(orders.amount)"))
  ) { context, findings in
    for (kpi, counter, range) in context.counterMetrics where kpi.id != counter {
      guard let own = context.form(of: kpi.id), let other = context.form(of: counter),
        own != other, !own.leaves.isEmpty, Set(own.leaves) == Set(other.leaves)
      else { continue }
      let name = context.specification[counter].name
      findings.report(
        "`\(kpi.name)` and `\(name)`, which should balance it, are made of the same numbers",
        at: range, about: name,
        help: "Name a KPI that is measured apart and gets worse when this one is overdone.")
    }
  }

  private static func rates(_ counter: String) -> String {
    Samples.orders + Samples.owner + """
      kpi refund_rate "Refund rate" = share(orders where status = "refunded") {
        owner sales_team
        every month
        target at most 5%
        balanced by kept
      }

      metric kept = \(counter)
      """
  }
}
