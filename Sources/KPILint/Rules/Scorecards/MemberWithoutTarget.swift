import KPIDiagnostics
import KPIModel

extension LintRule {
  static let memberWithoutTarget = LintRule(
    Rule(
      "KPI4708", "member-without-target", .warning, from: .standard,
      title: "A member of a scorecard has no target, and so no score",
      explanation: """
        A score says how a value stands against its target. A metric, or a KPI without a target, has none, so its weight \
        falls to the others without a word.
        """,
      example: Samples.scorecard("includes revenue\n  includes orders_taken")
        + "\n\nmetric orders_taken = count(orders)",
      mended: Samples.scorecard("includes revenue\n  includes refund_rate"))
  ) { context, findings in
    for scorecard in context.scorecards {
      for member in scorecard.members {
        guard let metric = member.metric.map({ context.specification[$0] }),
          metric.accountability?.targets == nil
        else { continue }
        findings.report(
          metric.isKPI
            ? "`\(member.name)` has no target, so it has no score in `\(scorecard.name)`"
            : "`\(member.name)` is no KPI and has no target, so it has no score in "
              + "`\(scorecard.name)`",
          at: member.nameRange, about: member.name,
          help: metric.isKPI
            ? "Give `\(member.name)` a target, or leave it out."
            : "Include a KPI with a target, or leave it out.")
      }
    }
  }
}
