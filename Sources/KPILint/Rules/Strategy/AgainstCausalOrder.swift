import KPIDiagnostics
import KPIModel

extension LintRule {
  static let againstCausalOrder = LintRule(
    Rule(
      "KPI4309", "against-causal-order", .warning, from: .standard,
      title: "An objective drives one of a perspective below its own",
      explanation: """
        Perspectives have an order: people and systems make processes good, good processes please customers, and pleased \
        customers bring the financial result. An arrow the other way round is mostly written from the wrong end. \
        Perspectives of your own stand in the order in which one file declares them, the uppermost first.
        """,
      example: Samples.strategy(
        """
        objective grow "We grow every year" {
          perspective financial
          measured by revenue
          drives      please
        }

        objective please "Customers like to come back" {
          perspective customer
          measured by revenue
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
    let map = StrategyMap(context.specification)
    for objective in context.objectives {
      guard let rank = map.rank(of: objective.objective) else { continue }
      for (drive, range) in objective.drives {
        let driven = context.specification.objectives[drive.objective.index]
        guard let other = map.rank(of: driven), other > rank else { continue }
        findings.report(
          "`\(objective.name)` lies above `\(driven.name)` in the strategy, and is said to drive it",
          at: range, about: driven.name,
          help:
            "If it is the other way round, write `drives \(objective.name)` in `\(driven.name)`.")
      }
    }
  }
}
