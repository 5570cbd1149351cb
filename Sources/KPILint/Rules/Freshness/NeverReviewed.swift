import KPIDiagnostics
import KPIModel

extension LintRule {
  static let neverReviewed = LintRule(
    Rule(
      "KPI4403", "never-reviewed", .note, from: .standard,
      title: "The KPI was never looked over",
      explanation: """
        The KPI says how often it is looked over, and not when that last happened, so nobody can tell when it is due. \
        Write the day on which it was last looked over, be it the day on which it was made.
        """,
      example: Samples.kpi("  review every quarter"),
      mended: Samples.kpi("  review every quarter, last 2026-10-05"))
  ) { context, findings in
    for kpi in context.kpisInUse {
      guard let review = kpi.accountability.review, review.last == nil else { continue }
      findings.report(
        "`\(kpi.name)` does not say when it was last looked over", at: kpi.reviewRange,
        help: "Write the day: `review every \(review.every.spoken), last \(context.today.text)`.")
    }
  }
}
