import KPIDiagnostics
import KPIModel

extension LintRule {
  static let attainmentOfZero = LintRule(
    Rule(
      "KPI4714", "attainment-of-zero", .warning, from: .standard,
      title: "A target of zero or less is scored by attainment",
      explanation: """
        Attainment is a quotient of value and target. With a target of zero or below there is none, or one with the wrong \
        sign, so the KPI never has a score. Score it by bands of its status (`score bands { … }`), or set a target \
        above zero.
        """,
      example: Samples.scorecard(
        "score attainment\n  cap 120%\n  includes revenue\n  includes refund_rate"
      )
      .replacing("at most 5%", with: "at most 0%"),
      mended: Samples.scorecard(
        "score attainment\n  cap 120%\n  includes revenue\n  includes refund_rate"))
  ) { context, findings in
    for scorecard in context.scorecards where scorecard.scorecard.rule == .attainment {
      for member in scorecard.members {
        guard let metric = member.metric, let goal = context.goalInForce(of: metric),
          case .value(let target) = goal.bounds, let amount = target.constant, amount <= .zero
        else { continue }
        findings.report(
          "the target of `\(member.name)` is not above zero, so it has no attainment",
          at: member.nameRange, about: member.name,
          help: "Score `\(scorecard.name)` by bands, or leave `\(member.name)` out.",
          labels: [Diagnostic.Label(target.origin, "the target")])
      }
    }
  }
}
