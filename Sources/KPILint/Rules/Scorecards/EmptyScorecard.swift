import KPIDiagnostics

extension LintRule {
  static let emptyScorecard = LintRule(
    Rule(
      "KPI4712", "empty-scorecard", .warning, from: .starter,
      title: "A scorecard includes nothing",
      explanation: """
        Without a member a scorecard has nothing to show and no score. Include the KPIs or objectives that its reader \
        steers by, or take it out.
        """,
      example: Samples.scorecard("reader \"The board\""),
      mended: Samples.scorecard("reader \"The board\"\n  includes revenue"))
  ) { context, findings in
    for scorecard in context.scorecards where scorecard.members.isEmpty {
      findings.report(
        "`\(scorecard.name)` includes nothing", at: scorecard.nameRange,
        help: "Add lines `includes …` with KPIs or objectives.")
    }
  }
}
