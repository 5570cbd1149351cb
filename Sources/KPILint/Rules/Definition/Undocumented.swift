import KPIDiagnostics
import KPIModel

extension LintRule {
  static let undocumented = LintRule(
    Rule(
      "KPI4017", "undocumented", .note, from: .strict,
      title: "Nobody says why the metric leaves something out",
      explanation: """
        A metric that counts every row explains itself. One that filters rows or combines several numbers rests on a \
        decision: why do cancelled orders not count, why is tax taken off? Whoever changes the formula next year \
        needs to know it. Write it in a line of `///` above the metric. A KPI says it with `asks`.
        """,
      example: Samples.orders + "metric revenue = sum(orders.amount where status = \"paid\")\n",
      mended: Samples.orders + """
        /// Money that stays with us: what is refunded was never earned.
        metric revenue = sum(orders.amount where status = "paid")
        """)
  ) { context, findings in
    for formula in context.formulas where formula.makesChoices {
      let metric = formula.metric
      guard !metric.isKPI, !metric.isAlias, metric.documentation == nil else { continue }
      findings.report(
        "nobody says why `\(metric.name)` is computed like this", at: metric.origin,
        help: "Write a line of `///` above it: what counts, what does not, and why.")
    }
  }
}

extension LintedFormula {
  /// Whether it leaves rows out or combines several numbers.
  fileprivate var makesChoices: Bool {
    !conditions.isEmpty || aggregates.count + metric.formula.metrics.count > 1
  }
}
