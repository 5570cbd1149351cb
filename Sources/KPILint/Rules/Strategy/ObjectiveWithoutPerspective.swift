import KPIDiagnostics
import KPIModel

extension LintRule {
  static let objectiveWithoutPerspective = LintRule(
    Rule(
      "KPI4316", "objective-without-perspective", .warning, from: .standard,
      title: "An objective belongs to no perspective",
      explanation: """
        Other objectives say which perspective they belong to. One that does not is left out when the strategy is read \
        by perspective. Objectives of a period, with key results, need none.
        """,
      example: Samples.strategy(
        """
        objective grow "We grow every year" {
          perspective financial
          measured by revenue
        }

        objective please "Customers like to come back" {
          measured by revenue
          drives      grow
        }
        """),
      mended: Samples.strategy(
        """
        objective grow "We grow every year" {
          perspective financial
          measured by revenue
        }

        objective please "Customers like to come back" {
          perspective customer
          measured by revenue
          drives      grow
        }
        """))
  ) { context, findings in
    let names = context.specification.perspectives.map(\.name)
    guard context.specification.objectives.contains(where: { $0.perspective != nil }) else {
      return
    }
    for objective in context.objectives
    where objective.objective.perspective == nil && !objective.isOKR {
      findings.report(
        "`\(objective.name)` belongs to no perspective", at: objective.nameRange,
        help: "Add a line `perspective …`: one of \(nameList(names)).")
    }
  }
}
