import KPIDiagnostics
import KPIModel

extension LintRule {
  static let offTrackWithoutAction = LintRule(
    Rule(
      code: "KPI4513", name: "off-track-without-action", severity: .warning, profile: .starter,
      title: "A KPI is off track, and nothing was agreed for that case",
      explanation: """
        What is done when a KPI is off track is best agreed while it is on track, when nobody has to defend anything. This \
        one was off track for the latest two periods, or for one of a quarter or longer, and has no `when off track`. \
        Write down what is done now, for this time and the next.
        """,
      example: Samples.project("off-track-without-action", amounts: [120, 110, 90, 40, 50]),
      mended: Samples.project(
        "off-track-without-action", amounts: [120, 110, 90, 40, 50],
        "when off track \"Call the ten largest customers.\"")),
    needs: .data
  ) { context, findings in
    for record in context.records
    where record.isOffTrack && record.kpi.duties.actions.isEmpty {
      findings.report(
        "`\(record.kpi.name)` is off track, and nothing says what is done then",
        at: record.kpi.nameRange, help: "Add a line `when off track \"…\"` with what is done.")
    }
  }
}
