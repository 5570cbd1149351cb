import KPIDiagnostics
import KPIModel

extension LintRule {
  static let bornTogether = LintRule(
    Rule(
      code: "KPI4406", name: "born-together", severity: .warning, profile: .standard,
      title: "All KPIs were made in one go, and none was touched since",
      explanation: """
        All KPIs, five or more, came with one change more than half a year ago, and nobody has changed a line of any of \
        them since. KPIs that are lived with change: a target is raised, a formula made exact, one retired that told \
        nothing. A set that stands still was made for a presentation. Begin with the one that hurts most, look it over with \
        its owner and write the day of the review. Looked at with `kpi check --history`.
        """,
      example: .repository(
        commits: [.init("2026-01-05", [.init("main.kpi", Samples.fiveKPIs("", ""))])],
        command: "check --history --only born-together --as-of 2026-11-23"),
      mended: .repository(
        commits: [
          .init("2026-01-05", [.init("main.kpi", Samples.fiveKPIs("", ""))]),
          .init(
            "2026-10-05",
            [.init("main.kpi", Samples.fiveKPIs("review every quarter, last 2026-10-05", ""))]),
        ], command: "check --history --only born-together --as-of 2026-11-23")),
    needs: .history
  ) { context, findings in
    let kpis = context.kpis
    guard kpis.count >= 5, let first = kpis.first,
      let birth = context.lastChange(of: first.range),
      birth.day < context.today.adding(months: -6),
      kpis.allSatisfy({ kpi in
        let changes = context.changes(of: kpi.range)
        return !changes.isEmpty && changes.allSatisfy { $0 == birth }
      })
    else { return }
    findings.report(
      "all \(kpis.count) KPIs were made on \(birth.day.text), and none was changed since",
      aboutAllOf: context,
      help: "Look over the one that hurts most with its owner, and write the day of the review.")
  }
}
