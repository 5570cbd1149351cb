import KPIDiagnostics
import KPIModel

extension LintRule {
  static let scoreWithoutCap = LintRule(
    Rule(
      "KPI4703", "score-without-cap", .warning, from: .standard,
      title: "One KPI far above its target can hide all the others",
      explanation: """
        By attainment, a KPI at three times its target scores 300 %, and makes up for two others that stand at nothing. \
        A cap such as `cap 120%` is the most that one member can count.
        """,
      example: Samples.scorecard(
        "score attainment\n  includes revenue\n  includes refund_rate"),
      mended: Samples.scorecard(
        "score attainment\n  cap 120%\n  includes revenue\n  includes refund_rate"))
  ) { context, findings in
    for scorecard in context.scorecards
    where scorecard.scorecard.rule == .attainment && scorecard.scorecard.rollUp == .weightedMean
      && scorecard.scorecard.cap == nil && scorecard.members.count > 1
    {
      findings.report(
        "in `\(scorecard.name)`, one KPI far above its target can hide all the others",
        at: scorecard.nameRange, help: "Add a line such as `cap 120%`: the most that one can count."
      )
    }
  }
}
