import KPIDiagnostics
import KPIModel
import KPISource

extension LintRule {
  static let targetOutsideRange = LintRule(
    Rule(
      "KPI4207", "target-outside-range", .warning, from: .starter,
      title: "A target that can never be reached, or never be missed",
      explanation: """
        The KPI can have only some values: those that it declares with `in`, or, where its formula counts a part of \
        something, those between 0% and 100%. A target, a threshold or a stretch outside of them is always missed or \
        always met, so the status means nothing. Correct the value, or the range.
        """,
      example: Samples.orders + Samples.owner + """
        kpi refund_rate "Refund rate" = share(orders where status = "refunded") {
          owner  sales_team
          every  month
          in     0%..100%
          target at most 500%
        }
        """,
      mended: Samples.orders + Samples.owner + """
        kpi refund_rate "Refund rate" = share(orders where status = "refunded") {
          owner  sales_team
          every  month
          in     0%..100%
          target at most 5%
        }
        """)
  ) { context, findings in
    for kpi in context.kpis {
      let possible = context.possibleValues(of: kpi.id)
      var seen: Set<SourceRange> = []
      for value in kpi.targets?.values ?? [] where value.phasing == nil {
        guard let number = value.constant, !possible.contains(number) else { continue }
        let text = context.lines.text(of: value.origin)
        // A percentage without its sign was reported as that.
        let isBarePercent = kpi.metric.quantity.style == .percent && !text.contains("%")
        guard !isBarePercent, seen.insert(value.origin).inserted else { continue }
        findings.report(
          "`\(text)` lies outside of the values that `\(kpi.name)` can have", at: value.origin,
          about: text,
          help: possible.origin == nil
            ? "Its formula counts \(possible.upper == nil ? "something, so it is never below 0" : "a part of something, so it lies between 0% and 100%")."
            : "Correct the value, or the range after `in`.",
          labels: possible.origin.map { [.init($0, "declared here")] } ?? [])
      }
    }
  }
}
