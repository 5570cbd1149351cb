import KPIDiagnostics
import KPIModel

extension LintRule {
  static let scorecardWithoutReader = LintRule(
    Rule(
      "KPI4713", "scorecard-without-reader", .note, from: .strict,
      title: "Nothing says who reads a scorecard",
      explanation: """
        The reader decides what belongs on a scorecard: the board reads other numbers than a team does on Monday. Say who \
        it is for, and what is on it can be questioned.
        """,
      example: Samples.scorecard("includes revenue"),
      mended: Samples.scorecard("reader \"The sales meeting on Mondays\"\n  includes revenue"))
  ) { context, findings in
    for scorecard in context.scorecards
    where !(scorecard.scorecard.reader?.contains { !$0.isWhitespace } ?? false) {
      findings.report(
        "nothing says who reads `\(scorecard.name)`", at: scorecard.nameRange,
        help: "Add a line `reader \"…\"`.")
    }
  }
}
