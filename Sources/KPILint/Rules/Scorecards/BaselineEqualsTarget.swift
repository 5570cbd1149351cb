import KPIDiagnostics
import KPIModel
import KPISyntax

extension LintRule {
  static let baselineEqualsTarget = LintRule(
    Rule(
      "KPI4705", "baseline-equals-target", .warning, from: .starter,
      title: "Progress starts where it should end",
      explanation: """
        The baseline is the target that is in force, so there is no way to go between them and no score. Mostly the target \
        was copied where the value at the start belongs.
        """,
      example: Samples.scorecard("score progress\n  includes revenue baseline 100k"),
      mended: Samples.scorecard("score progress\n  includes revenue baseline 80k"))
  ) { context, findings in
    for scorecard in context.scorecards where scorecard.scorecard.rule == .progress {
      for member in scorecard.members {
        guard let baseline = member.member.baseline, let metric = member.metric,
          let goal = context.goalInForce(of: metric)
        else { continue }
        guard goal.bounds.values.contains(where: { $0.constant == baseline && $0.phasing == nil })
        else { continue }
        findings.report(
          "the baseline of `\(member.name)` is its target",
          at: member.syntax.baseline?.range
            ?? member.nameRange, about: member.name,
          help: "Write the value that it had when the work began.")
      }
    }
  }
}
