import KPIDiagnostics
import KPIModel

extension LintRule {
  static let keyResultsWithoutPeriod = LintRule(
    Rule(
      "KPI4325", "key-results-without-period", .warning, from: .standard,
      title: "Key results have no period by which they are reached",
      explanation: """
        A key result is a way from a baseline to a goal in a given time. Without the period nobody can say whether half of the \
        way is early or late, and the objective is never over.
        """,
      example: Samples.strategy(
        """
        metric orders_taken = count(orders)

        objective grow "Everybody in town knows us" {
          key result revenue from 100k USD to 120k USD
          key result orders_taken from 1000 to 1200
        }
        """),
      mended: Samples.strategy(
        """
        metric orders_taken = count(orders)

        objective grow "Everybody in town knows us" {
          for        2026-Q4
          key result revenue from 100k USD to 120k USD
          key result orders_taken from 1000 to 1200
        }
        """))
  ) { context, findings in
    for objective in context.objectives
    where objective.objective.period == nil && !objective.objective.keyResults.isEmpty {
      findings.report(
        "`\(objective.name)` has key results, and nothing says by when", at: objective.nameRange,
        help: "Add a line such as `for 2026-Q4`.")
    }
  }
}
