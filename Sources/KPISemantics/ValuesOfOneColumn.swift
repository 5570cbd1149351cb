import KPISyntax

extension BinarySyntax {
  /// `channel = "web" or "shop"`: the column and its values as they are written, where only the first one is compared.
  var valuesOfOneColumn: (column: String, values: [String])? {
    guard case .binary(let comparison) = first, let step = comparison.steps.first,
      comparison.steps.count == 1, step.operator == .equal,
      case .path(let column) = comparison.first
    else { return nil }
    let operands = [step.operand] + steps.map(\.operand)
    let values = operands.compactMap { operand -> String? in
      guard case .literal(let literal) = operand else { return nil }
      return switch literal.value {
      case .text, .number: literal.syntax.text
      default: nil
      }
    }
    return values.count == operands.count ? (column.syntax.text, values) : nil
  }
}
