import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

extension LintRule {
  static let expiredKPI = LintRule(
    Rule(
      "KPI4404", "expired-kpi", .warning, from: .starter, title: "The KPI has passed its last day",
      explanation: """
        The KPI was meant to be used up to a day that is over: a project that has ended, a goal that was for one year. \
        What stays in the report beyond its time hides what counts now. Take it out, or decide that it goes on and write a \
        later day.
        """,
      example: Samples.kpi("  expires 2026-06-30"), mended: Samples.kpi("  expires 2027-06-30"))
  ) { context, findings in
    for kpi in context.kpis {
      guard let last = kpi.duties.expires, last < context.today else { continue }
      findings.report(
        "`\(kpi.name)` was meant to be used until \(last.text)", at: kpi.expiryRange,
        help: "Take the KPI out, or decide that it goes on and write a later day.")
    }
  }
}

extension LintedKPI {
  fileprivate var expiryRange: SourceRange {
    for case .expires(let expiry) in syntax.attributes { return expiry.range }
    return nameRange
  }
}
