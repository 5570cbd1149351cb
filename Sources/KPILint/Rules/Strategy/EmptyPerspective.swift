import KPIDiagnostics
import KPIModel

extension LintRule {
  static let emptyPerspective = LintRule(
    Rule(
      "KPI4312", "empty-perspective", .warning, from: .standard,
      title: "A perspective has no objective",
      explanation: """
        A perspective is a question that the strategy answers. One without an objective is asked and not answered: the \
        strategy forgets the customers, or the people who do the work. Say what is wanted there, or take it out.
        """,
      example: Samples.strategy(
        """
        perspective customer "Customer" {
          asks "Why do people come back to us?"
        }

        objective grow "We grow every year" {
          perspective financial
          measured by revenue
        }
        """),
      mended: Samples.strategy(
        """
        perspective customer "Customer" {
          asks "Why do people come back to us?"
        }

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
    let used = Set(context.specification.objectives.compactMap(\.perspective))
    guard !used.isEmpty else { return }
    for (index, perspective) in context.specification.perspectives.enumerated() {
      guard let origin = perspective.origin, !used.contains(PerspectiveID(index)) else { continue }
      findings.report(
        "no objective belongs to the perspective `\(perspective.name)`", at: origin,
        help: "Say what is wanted there: `objective … { perspective \(perspective.name) }`.")
    }
  }
}
