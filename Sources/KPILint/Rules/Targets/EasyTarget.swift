import KPIDiagnostics
import KPIModel

extension LintRule {
  static let easyTarget = LintRule(
    Rule(
      code: "KPI4216", name: "easy-target", severity: .note, profile: .standard,
      title: "The target is surpassed every time",
      explanation: """
        In each of the latest six periods the KPI was past its stretch. A target that asks for nothing changes \
        nothing: effort goes where it is not needed, and nobody sees what would be possible. Raise the target and the \
        stretch, or turn the attention to another KPI. Looked at with `kpi check --data`.
        """,
      example: Samples.project(
        "easy-target", amounts: [150, 155, 149, 160, 158, 161], "stretch 120 USD"),
      mended: Samples.project(
        "easy-target", amounts: [150, 155, 149, 160, 158, 161], "stretch 160 USD")),
    needs: .data
  ) { context, findings in
    for record in context.records where context.isInUse(record.kpi) {
      let kpi = record.kpi
      let count = record.latest { $0.status == .exceeding }
      guard count >= 6 else { continue }
      findings.report(
        "`\(kpi.name)` was past its stretch in each of the latest \(count) periods",
        at: kpi.goalRange(on: context.today),
        help: "Raise the target and the stretch, or give your attention to another KPI.")
    }
  }
}
