import KPIDiagnostics
import KPIModel

extension LintRule {
  static let objectiveWithoutInitiative = LintRule(
    Rule(
      "KPI4305", "objective-without-initiative", .note, from: .strict,
      title: "Nobody works towards an objective",
      explanation: """
        Targets do not reach themselves. Here no other objective is said to drive this one, and no initiative under way \
        improves what it is measured by. Name the work that will move it, or ask why it should move.
        """,
      example: Samples.strategy(
        "objective grow \"We grow every year\" {\n  measured by revenue\n}"),
      mended: Samples.strategy(
        """
        objective grow "We grow every year" {
          measured by revenue
        }

        initiative web_shop "A web shop" {
          improves revenue
          owner    sales_team
          due      2027-03-31
        }
        """))
  ) { context, findings in
    let driven = Set(context.specification.objectives.flatMap(\.drives).map(\.objective))
    for objective in context.objectives
    where !driven.contains(objective.id) && !objective.metrics.isEmpty {
      let isWorkedOn = objective.metrics.contains {
        !context.initiativesUnderWay(for: $0).isEmpty
      }
      if isWorkedOn { continue }
      findings.report(
        "no work under way improves what `\(objective.name)` is measured by",
        at: objective.nameRange,
        help: "Declare the work: `initiative … { improves "
          + "\(context.specification[objective.metrics[0]].name) }`.")
    }
  }
}
