import KPIDiagnostics
import KPIModel
import KPISyntax

extension LintRule {
  static let extremeWeight = LintRule(
    Rule(
      "KPI4702", "extreme-weight", .warning, from: .standard,
      title: "One member of a scorecard decides it, or counts for nothing",
      explanation: """
        Above half of the weight, the score is that one KPI with decoration; below a twentieth, missing it altogether \
        changes nothing that anybody would notice, and so nobody cares for it. This is said of scorecards with three \
        members or more.
        """,
      example: Samples.fiveKPIs(
        "",
        "scorecard board \"For the board\" {\n"
          + "  includes revenue weight 70\n  includes order_value weight 20\n"
          + "  includes refund_rate weight 10\n}"),
      mended: Samples.fiveKPIs(
        "",
        "scorecard board \"For the board\" {\n"
          + "  includes revenue weight 50\n  includes order_value weight 30\n"
          + "  includes refund_rate weight 20\n}"))
  ) { context, findings in
    for scorecard in context.scorecards
    where scorecard.scorecard.rollUp == .weightedMean && scorecard.members.count > 2 {
      let weights = scorecard.members.map(\.member.weight.doubleValue)
      let sum = weights.reduce(0, +)
      guard sum > 0 else { continue }
      // With many members, each of them counts for little by nature.
      let least = min(0.05, 0.5 / Double(weights.count))
      for (member, weight) in zip(scorecard.members, weights) {
        let part = weight / sum
        guard part > 0.5 || part < least else { continue }
        findings.report(
          part > 0.5
            ? "`\(member.name)` alone is more than half of the score of `\(scorecard.name)`"
            : "`\(member.name)` counts for next to nothing in the score of `\(scorecard.name)`",
          at: member.syntax.weight?.range ?? member.nameRange, about: member.name,
          help: part > 0.5
            ? "Give the others more weight, or show it alone."
            : "Give it more weight, or leave it out.")
      }
    }
  }
}
