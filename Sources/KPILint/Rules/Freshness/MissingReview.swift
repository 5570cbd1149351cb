import KPIDiagnostics
import KPIModel

extension LintRule {
  static let missingReview = LintRule(
    Rule(
      "KPI4401", "missing-review", .warning, from: .standard,
      title: "Nobody looks over the KPI itself",
      explanation: """
        KPIs that are set once and never looked at again are the commonest way in which they stop being true: the \
        business changes, and the formula, the target and the owner stay. Does it still measure what matters, is the \
        target still right, does somebody act on it? Say how often these questions are asked, and write the day each time.
        """,
      example: Samples.kpi(""), mended: Samples.kpi("  review every quarter, last 2026-10-05"))
  ) { context, findings in
    for kpi in context.kpisInUse where kpi.accountability.review == nil {
      findings.report(
        "nothing says when `\(kpi.name)` itself is looked over", at: kpi.nameRange,
        help: """
          Look over its formula, target and owner, and add a line to its braces: \
          `review every quarter, last \(context.today.text)`.
          """)
    }
  }
}
