import KPIDiagnostics
import KPIModel

extension LintRule {
  static let unhealthyForLong = LintRule(
    Rule(
      code: "KPI4509", name: "unhealthy-for-long", severity: .warning, profile: .standard,
      title: "A KPI has missed its target three times in a row",
      explanation: """
        In each of the latest three periods or more the KPI was at risk or off track. Either what is done about it does \
        not work, or the target was never meant. Both need a decision, and the longer it is put off the less the target \
        is believed. Where nobody works on a KPI that is off track, `off-track-without-initiative` says so instead.
        """,
      example: Samples.project(
        "unhealthy-for-long", amounts: [120, 90, 85, 95], "threshold 80 USD"),
      mended: Samples.project(
        "unhealthy-for-long", amounts: [120, 90, 85, 105], "threshold 80 USD")),
    needs: .data
  ) { context, findings in
    for record in context.records {
      let count = record.latest { $0.status.missesTarget }
      let name = record.kpi.name
      guard count >= 3, !(record.isOffTrack && context.isLeftAlone(record.kpi)) else { continue }
      let work = context.initiativesUnderWay(for: record.kpi.id).first?.name
      findings.report(
        "`\(name)` has missed its target in each of the latest \(count) periods",
        at: record.kpi.nameRange,
        help: work.map { "Ask whether `\($0)` can bring it back, and by when." }
          ?? "Declare the work that brings it back: `initiative … { improves \(name) }`.")
    }
  }
}
