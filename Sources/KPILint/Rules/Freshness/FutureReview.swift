import KPIDiagnostics
import KPIModel

extension LintRule {
  static let futureReview = LintRule(
    Rule(
      "KPI4412", "last-review-in-future", .warning, from: .starter,
      title: "The last review lies in the future",
      explanation: """
        The day after `last` is the one on which the KPI was last looked over. A day to come says that somebody \
        planned a review there, or mistyped the year; either way the next review would be missed. Planned reviews \
        follow from `every`.
        """,
      example: Samples.kpi("  review every quarter, last 2062-10-05"),
      mended: Samples.kpi("  review every quarter, last 2026-10-05"))
  ) { context, findings in
    for kpi in context.kpis {
      guard let last = kpi.accountability.review?.last, last > context.today else { continue }
      findings.report(
        "the last review of `\(kpi.name)` is on \(last.text), which is still to come",
        at: kpi.reviewRange, help: "Write the day on which it was last looked over.")
    }
  }
}
