import KPIDiagnostics
import KPIModel
import KPISource

extension LintRule {
  static let oldKPI = LintRule(
    Rule(
      code: "KPI4408", name: "old-kpi", severity: .note, profile: .strict,
      title: "The KPI is more than two years old, and nobody confirmed it since",
      explanation: """
        A KPI that was right two years ago answered the question of that time. Ask whether it would be chosen today: \
        confirm it with the day of a review, give it a last day with `expires`, or retire it, so that the report \
        has room for what counts now. Looked at with `kpi check --history`.
        """,
      example: .repository(
        commits: [.init("2024-03-04", [.init("main.kpi", Samples.kpi(""))])],
        command: "check --history --only old-kpi --as-of 2026-11-23"),
      mended: .repository(
        commits: [
          .init("2024-03-04", [.init("main.kpi", Samples.kpi(""))]),
          .init("2026-10-05", [.init("main.kpi", Samples.kpi("  expires 2027-03-31"))]),
        ], command: "check --history --only old-kpi --as-of 2026-11-23")),
    needs: .history
  ) { context, findings in
    for kpi in context.kpisInUse where kpi.duties.expires == nil {
      // The line that stood unchanged for the longest time tells how old the KPI is at least.
      guard let birth = context.oldestChange(of: kpi.range)?.day else { continue }
      let age = birth.adding(months: 24)
      guard age < context.today, (kpi.accountability.review?.last ?? .first) < age else { continue }
      findings.report(
        "`\(kpi.name)` is there since \(birth.text) at the latest, and nobody confirmed it since",
        at: kpi.nameRange,
        help: "Would you choose it today? Write the day of the review, a last day with `expires`, "
          + "or retire it.")
    }
  }
}
