import KPIDiagnostics

extension LintRule {
  static let drivesNothing = LintRule(
    Rule(
      "KPI4308", "drives-nothing", .warning, from: .standard,
      title: "An objective below the top of the strategy drives nothing",
      explanation: """
        A balanced scorecard is not four lists. What people learn, and what processes do well, is wanted because \
        something else follows from it. Say what: `drives` names the objective that this one is the cause of. Where \
        nothing follows, the objective may not be part of the strategy.
        """,
      example: Samples.strategy(
        """
        objective grow "We grow every year" {
          perspective financial
          measured by revenue
        }

        objective serve "Nobody waits" {
          perspective process
          measured by revenue
        }
        """),
      mended: Samples.strategy(
        """
        objective grow "We grow every year" {
          perspective financial
          measured by revenue
        }

        objective serve "Nobody waits" {
          perspective process
          measured by revenue
          drives      grow
        }
        """))
  ) { context, findings in
    let map = StrategyMap(context.specification)
    for objective in context.objectives
    where map.isBelowTop(objective.objective) && objective.drives.isEmpty {
      findings.report(
        "`\(objective.name)` is not said to drive any other objective", at: objective.nameRange,
        help: "Add a line `drives …` with the objective above it that follows from it.")
    }
  }
}
