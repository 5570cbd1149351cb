import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

extension LintRule {
  static let booleanComparison = LintRule(
    Rule(
      "KPI4114", "boolean-comparison", .note, from: .standard,
      title: "Yes or no is compared with true or false",
      explanation: """
        A column that is true or false is a condition already: `where is_paid` reads like a sentence, and `where not \
        is_paid` says the opposite. The comparison adds nothing but a chance to write the wrong one.
        """,
      example: paid + "metric paid_orders = count(orders where is_paid = true)\n",
      mended: paid + "metric paid_orders = count(orders where is_paid)\n")
  ) { context, findings in
    for formula in context.formulas {
      for node in formula.syntax.syntax.descendants(.binaryExpression) {
        guard let comparison = BinarySyntax(node), let subject = comparison.comparedWithTruth else {
          continue
        }
        let text = (subject.isTrue ? "" : "not ") + subject.path.syntax.text
        findings.report(
          "`\(subject.path.syntax.text)` is true or false already", at: comparison.range,
          about: subject.path.syntax.text, help: "Write `\(text)`.",
          fixes: [
            Diagnostic.Fix(
              "Write `\(text)`", [TextEdit(range: comparison.range, replacement: text)])
          ])
      }
    }
  }

  private static let paid = """
    table orders from "orders.csv" {
      ordered_on: date time
      is_paid:    boolean
    }

    """
}

extension BinarySyntax {
  /// The path that is compared with `true` or `false`, and whether it is to be true.
  fileprivate var comparedWithTruth: (path: PathSyntax, isTrue: Bool)? {
    let steps = steps
    guard steps.count == 1, steps[0].operator == .equal || steps[0].operator == .notEqual else {
      return nil
    }
    let path: PathSyntax
    let value: Bool
    switch (first, steps[0].operand) {
    case (.path(let left), .literal(let right)):
      guard case .boolean(let truth) = right.value else { return nil }
      (path, value) = (left, truth)
    case (.literal(let left), .path(let right)):
      guard case .boolean(let truth) = left.value else { return nil }
      (path, value) = (right, truth)
    default: return nil
    }
    return (path, value == (steps[0].operator == .equal))
  }
}
