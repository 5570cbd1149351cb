import KPIDiagnostics
import KPISyntax

extension LintRule {
  static let keyResultCount = LintRule(
    Rule(
      "KPI4318", "key-result-count", .warning, from: .standard,
      title: "An objective has one key result, or more than five",
      explanation: """
        Two to five key results describe an objective from more than one side. A single one is the objective said again, \
        and invites gaming; with more than five the team works on everything at once.
        """,
      example: Samples.strategy(
        """
        objective grow "Everybody in town knows us" {
          for        2026-Q4
          key result revenue from 100k USD to 120k USD
        }
        """),
      mended: Samples.strategy(
        """
        metric orders_taken = count(orders)

        objective grow "Everybody in town knows us" {
          for        2026-Q4
          key result revenue from 100k USD to 120k USD
          key result orders_taken from 2000 to 2500
        }
        """))
  ) { context, findings in
    for objective in context.objectives {
      let results = objective.keyResults
      if results.count == 1 {
        findings.report(
          "`\(objective.name)` has a single key result", at: results[0].syntax.range,
          help: "Add one that shows another side of it, such as its quality or its cost.")
      } else if results.count > 5 {
        findings.report(
          "`\(objective.name)` has \(results.count) key results", at: results[5].syntax.range,
          help: "Keep the five at most that tell whether it is reached.")
      }
    }
  }
}
