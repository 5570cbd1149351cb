import KPIDiagnostics
import KPIModel

extension LintRule {
  static let missedTarget = LintRule(
    Rule(
      code: "KPI4217", name: "missed-target", severity: .warning, profile: .standard,
      title: "The target is missed every time",
      explanation: """
        In each of the latest six periods the KPI was off track. Either the target cannot be reached, then it only \
        teaches everybody that red is normal; or nobody acts on it, then the KPI is there for show. Decide which: start \
        an initiative that improves it, or set a target that the people who work for it believe in. Looked at with \
        `kpi check --data`.
        """,
      example: Samples.project(
        "missed-target", amounts: [50, 52, 47, 55, 51, 49], "threshold 90 USD"),
      mended: Samples.project(
        "missed-target", amounts: [50, 52, 47, 82, 94, 103], "threshold 90 USD")),
    needs: .data
  ) { context, findings in
    for record in context.records where context.isInUse(record.kpi) {
      let kpi = record.kpi
      let count = record.latest { $0.status == .offTrack }
      guard count >= 6 else { continue }
      findings.report(
        "`\(kpi.name)` was off track in each of the latest \(count) periods",
        at: kpi.goalRange(on: context.today),
        help: "Begin an initiative that improves it, or set a target that can be reached.")
    }
  }
}
