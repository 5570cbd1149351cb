import KPIDiagnostics
import KPIModel

extension LintRule {
  static let causalCycle = LintRule(
    Rule(
      "KPI4306", "causal-cycle", .warning, from: .starter,
      title: "Objectives drive each other in a circle",
      explanation: """
        `drives` says what is the cause of what. In a circle everything is the cause of everything, and nobody can say \
        where to begin. Keep the direction that is meant, from what the company works on to what it wants.
        """,
      example: Samples.strategy(
        """
        objective grow "We grow every year" {
          measured by revenue
          drives      please
        }

        objective please "Customers like to come back" {
          measured by revenue
          drives      grow
        }
        """),
      mended: Samples.strategy(
        """
        objective grow "We grow every year" {
          measured by revenue
        }

        objective please "Customers like to come back" {
          measured by revenue
          drives      grow
        }
        """))
  ) { context, findings in
    let objectives = Dictionary(uniqueKeysWithValues: context.objectives.map { ($0.id, $0) })
    for cycle in StrategyMap(context.specification).cycles {
      guard let first = cycle.path.first.flatMap({ objectives[$0] }),
        let last = cycle.path.last.flatMap({ objectives[$0] }),
        last.drives.indices.contains(cycle.closing)
      else { continue }
      let path = cycle.path.map { "`\(context.specification.objectives[$0.index].name)`" }
      findings.report(
        path.count == 1
          ? "\(path[0]) drives itself"
          : "\(path.joined(separator: " drives ")), which drives `\(first.name)` again",
        at: last.drives[cycle.closing].range, about: first.name,
        help: "Take out the direction that is not meant.")
    }
  }
}
