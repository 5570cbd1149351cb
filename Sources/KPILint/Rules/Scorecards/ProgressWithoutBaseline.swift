import KPIDiagnostics
import KPIModel

extension LintRule {
  static let progressWithoutBaseline = LintRule(
    Rule(
      "KPI4704", "progress-without-baseline", .warning, from: .starter,
      title: "Progress is scored, and nobody says from where",
      explanation: """
        Progress is how much of the way from a baseline to the target is gone. Without the baseline there is no way, and \
        no score. Write the value that the KPI had when the work began.
        """,
      example: Samples.scorecard("score progress\n  includes revenue"),
      mended: Samples.scorecard("score progress\n  includes revenue baseline 80k"))
  ) { context, findings in
    for scorecard in context.scorecards where scorecard.scorecard.rule == .progress {
      for member in scorecard.members
      where member.metric != nil && member.member.baseline == nil {
        findings.report(
          "the progress of `\(member.name)` is scored, and nothing says from where",
          at: member.nameRange, about: member.name,
          help: "Write `includes \(member.name) baseline …` with the value at the start.")
      }
      for member in scorecard.members {
        guard case .objective(let objective) = member.member.subject,
          context.specification.objectives[objective.index].keyResults.isEmpty
        else { continue }
        findings.report(
          "the progress of `\(member.name)` is scored, and it has no key results that say from where",
          at: member.nameRange, about: member.name,
          help: "Give it key results, or include the KPIs that measure it with a baseline each.")
      }
    }
  }
}
