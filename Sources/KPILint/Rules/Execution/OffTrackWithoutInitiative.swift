import KPIDiagnostics

extension LintRule {
  static let offTrackWithoutInitiative = LintRule(
    Rule(
      code: "KPI4501", name: "off-track-without-initiative", severity: .warning, profile: .standard,
      title: "A KPI stays off track and nobody works on it",
      explanation: """
        A KPI that is off track and changes nothing is decoration. Here it was off track for the latest two periods, or \
        for one of a quarter or longer, and no initiative under way improves it or anything that it is computed from. \
        Declare the work that was agreed, with an owner and a day; or agree on some.
        """,
      example: Samples.project("off-track-without-initiative", amounts: [120, 110, 90, 40, 50]),
      mended: Samples.project(
        "off-track-without-initiative", amounts: [120, 110, 90, 40, 50], "",
        """
        initiative web_shop "A web shop" {
          improves revenue
          owner    sales_team
          due      2027-03-31
        }
        """)),
    needs: .data
  ) { context, findings in
    for record in context.records where record.isOffTrack && context.isLeftAlone(record.kpi) {
      findings.report(
        "`\(record.kpi.name)` is off track, and no work under way improves it",
        at: record.kpi.nameRange,
        help: "Declare the work that was agreed: `initiative … { improves \(record.kpi.name) }`, "
          + "with an owner and a due date.")
    }
  }
}

extension LintContext {
  /// Whether no initiative under way improves a KPI.
  func isLeftAlone(_ kpi: LintedKPI) -> Bool { initiativesUnderWay(for: kpi.id).isEmpty }
}
