import KPIDiagnostics
import KPIModel

extension LintRule {
  static let missingAction = LintRule(
    Rule(
      "KPI4008", "missing-action", .warning, from: .standard,
      title: "Nothing is agreed for when the target is missed",
      explanation: """
        A KPI that turns red and is discussed until the next month is for show. Agree beforehand, while nobody is \
        on the defensive, on the first thing that is done when the target is missed: who looks at what, and which \
        lever is pulled.
        """,
      example: Samples.kpi("  target at least 100k USD"),
      mended: Samples.kpi(
        """
          target at least 100k USD
          when off track "Call the ten largest customers that ordered less than last month."
        """))
  ) { context, findings in
    for kpi in context.kpis where kpi.targets != nil {
      guard !kpi.duties.actions.contains(where: { $0.status == Status.offTrack.name }) else {
        continue
      }
      findings.report(
        "nothing is agreed for when `\(kpi.name)` misses its target", at: kpi.nameRange,
        help: "Add a line `when off track \"…\"` with the first thing that is done then.")
    }
  }
}
