import KPIDiagnostics
import KPIModel

extension LintRule {
  static let crowdedScorecard = LintRule(
    Rule(
      "KPI4709", "crowded-scorecard", .note, from: .standard,
      title: "A scorecard shows more than ten KPIs",
      explanation: """
        What a reader can keep in mind is few, and Parmenter's rule is ten KPIs at most. With more of them each counts for \
        little, and the score stays the same whatever happens. Make a scorecard for each reader. Of an objective, \
        the KPIs that measure it are counted.
        """,
      example: Samples.orders + parts(11), mended: Samples.orders + parts(5))
  ) { context, findings in
    for scorecard in context.scorecards {
      let count = scorecard.members.reduce(0) { $0 + max(context.metrics(of: $1).count, 1) }
      guard count > 10 else { continue }
      findings.report(
        "`\(scorecard.name)` shows \(count) KPIs", at: scorecard.nameRange,
        help: "Keep those that its reader steers by, ten at most.")
    }
  }

  private static func parts(_ count: Int) -> String {
    let metrics = (1...count).map {
      "metric orders_of_\($0) = count(orders where quantity = \($0))\n"
    }
    let members = (1...count).map { "  includes orders_of_\($0)\n" }
    return metrics.joined() + "\nscorecard board \"For the board\" {\n" + members.joined() + "}"
  }
}
