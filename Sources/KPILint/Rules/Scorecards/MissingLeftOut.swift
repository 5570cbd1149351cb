import KPIDiagnostics
import KPISyntax

extension LintRule {
  static let missingLeftOut = LintRule(
    Rule(
      "KPI4710", "missing-left-out", .note, from: .strict,
      title: "A scorecard does not say what a missing value does to the score",
      explanation: """
        Where nothing is said, a KPI without a value is left out, so that the score gets better when the data of a bad one \
        stops. Write `missing counts as 0`, or `missing left out` where that is what is wanted.
        """,
      example: Samples.scorecard("includes revenue\n  includes refund_rate"),
      mended: Samples.scorecard("missing counts as 0\n  includes revenue\n  includes refund_rate"))
  ) { context, findings in
    for scorecard in context.scorecards where !scorecard.members.isEmpty {
      let isSaid = scorecard.syntax.attributes.contains {
        if case .missing = $0 { true } else { false }
      }
      if isSaid { continue }
      findings.report(
        "`\(scorecard.name)` does not say what a KPI without a value does to the score",
        at: scorecard.nameRange, help: "Add a line `missing counts as 0` or `missing left out`.")
    }
  }
}
