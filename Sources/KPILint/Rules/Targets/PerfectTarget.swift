import KPIDiagnostics
import KPIModel
import KPISource

extension LintRule {
  static let perfectTarget = LintRule(
    Rule(
      "KPI4211", "perfect-target", .note, from: .strict,
      title: "Nothing less than perfection counts",
      explanation: """
        The target is the best value that there is: 100% of a part, or no case at all. One slip in the \
        period and it is missed, so after the first weeks it guides nobody, and reporting less becomes the easy way to meet \
        it. Set what a good year looks like. Where anything else is unacceptable, as with accidents or the law, keep it \
        and say so: `allow perfect-target because "no accident is planned"`.
        """,
      example: Samples.orders + Samples.owner + """
        kpi paid_rate "Paid orders" = share(orders where status = "paid") {
          owner  sales_team
          every  month
          target at least 100%
        }
        """,
      mended: Samples.orders + Samples.owner + """
        kpi paid_rate "Paid orders" = share(orders where status = "paid") {
          owner  sales_team
          every  month
          target at least 97%
        }
        """)
  ) { context, findings in
    for kpi in context.kpisInUse {
      let possible = context.possibleValues(of: kpi.id)
      for series in kpi.targets?.judging.series ?? [] {
        guard let goal = series.goals.last?.value, possible.arePerfect(at: goal) else { continue }
        findings.report(
          "`\(context.lines.text(of: goal.origin))` is the best that `\(kpi.name)` can be, so any "
            + "slip misses it",
          at: goal.origin, about: series.about,
          help:
            "Set what a good year looks like, or allow it with the reason why nothing else will do."
        )
      }
    }
  }
}
