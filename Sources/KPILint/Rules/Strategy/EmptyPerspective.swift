import KPIDiagnostics
import KPIModel

extension LintRule {
  static let emptyPerspective = LintRule(
    Rule(
      "KPI4312", "empty-perspective", .warning, from: .standard,
      title: "A perspective has no objective",
      explanation: """
        A perspective is a question that the strategy answers. One without an objective is asked and not answered: the \
        strategy forgets the customers, or the people who do the work. Say what is wanted there, or take it out. Of the \
        four usual perspectives, one is missed where the other three have objectives and none of its own is declared.
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
    if let missed = context.specification.missedPerspective {
      findings.report(
        "no objective belongs to the perspective `\(missed.name)`, and to the other three some do",
        aboutAllOf: context,
        help: "Say what is wanted there: `objective … { perspective \(missed.name) }`.")
    }
  }
}

extension Specification {
  /// The one of the four usual perspectives that has no objective, where the other three and no others have.
  fileprivate var missedPerspective: Perspective? {
    let usual = Perspective.usual.count
    guard perspectives.count == usual, perspectives.allSatisfy({ $0.origin == nil }) else {
      return nil
    }
    let used = Set(objectives.compactMap { $0.perspective?.index })
    guard used.count == usual - 1 else { return nil }
    return perspectives.indices.first { !used.contains($0) }.map { perspectives[$0] }
  }
}
