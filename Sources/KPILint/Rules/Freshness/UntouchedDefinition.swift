import KPIDiagnostics
import KPIModel
import KPISource

extension LintRule {
  static let untouchedDefinition = LintRule(
    Rule(
      code: "KPI4405", name: "untouched-definition", severity: .warning, profile: .standard,
      title: "Nothing about the KPI was changed or looked over for a year",
      explanation: """
        For more than twelve months no line of the KPI was changed, and it names no review: it was set once and left. Look \
        whether it still measures what matters and whether its target is still right, then write the day of the \
        review, so that the next one comes by itself. Looked at with `kpi check --history`.
        """,
      example: .repository(
        commits: [.init("2025-05-12", [.init("main.kpi", Samples.kpi(""))])],
        command: "check --history --only untouched-definition --as-of 2026-11-23"),
      mended: .repository(
        commits: [
          .init("2025-05-12", [.init("main.kpi", Samples.kpi(""))]),
          .init(
            "2026-10-05",
            [.init("main.kpi", Samples.kpi("  review every year, last 2026-10-05"))]),
        ], command: "check --history --only untouched-definition --as-of 2026-11-23")),
    needs: .history
  ) { context, findings in
    let limit = context.today.adding(months: -12)
    // Where a review is named, an overdue one says the same.
    for kpi in context.kpisInUse where kpi.accountability.review?.last == nil {
      guard let change = context.lastChange(of: kpi.range), change.day < limit else {
        continue
      }
      findings.report(
        "`\(kpi.name)` was neither changed nor looked over since \(change.day.text)",
        at: kpi.nameRange,
        help: """
          See whether it still measures what matters, then write the day: \
          `review every year, last \(context.today.text)`.
          """)
    }
  }
}
