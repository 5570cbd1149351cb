import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

extension LintRule {
  static let staleReview = LintRule(
    Rule(
      "KPI4402", "stale-review", .warning, from: .starter,
      title: "The review of the KPI is overdue",
      explanation: """
        The KPI says how often it is looked over and when that last happened, and the next time is past. Look it \
        over: does it still measure what matters, is the target still right, does somebody act on it? Then write the day \
        after `last`. A date that is only moved helps nobody.
        """,
      example: Samples.kpi("  review every quarter, last 2026-01-15"),
      mended: Samples.kpi("  review every quarter, last 2026-10-05"))
  ) { context, findings in
    for kpi in context.kpisInUse {
      guard let review = kpi.accountability.review, let last = review.last else { continue }
      let due = last.adding(months: review.every.span.months).adding(days: review.every.span.days)
      guard due < context.today else { continue }
      findings.report(
        "the review of `\(kpi.name)` was due on \(due.text)", at: kpi.reviewRange,
        help: """
          Look over its formula, target and owner, then write the day: \
          `review every \(review.every.spoken), last \(context.today.text)`.
          """)
    }
  }
}

extension LintedKPI {
  /// Where it says how often it is looked over.
  var reviewRange: SourceRange {
    for case .review(let review) in syntax.attributes { return review.range }
    return nameRange
  }
}
