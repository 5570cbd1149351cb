import KPIModel

/// Writes row expressions in the language's own words.
struct RowText<Field: Hashable & Sendable> {
  let name: (Field) -> String

  func text(of expression: RowExpression<Field>) -> String { write(expression).text }

  private enum Binding: Int, Comparable {
    case any, all, not, comparison, sum, product, atom
    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  private typealias Written = (text: String, binding: Binding)

  private func write(_ expression: RowExpression<Field>) -> Written {
    switch expression {
    case .literal(let scalar): return (RowText.literal(scalar), .atom)
    case .field(let field): return (name(field), .atom)
    case .negated(let value): return ("-" + wrap(write(value), .atom), .product)
    case .arithmetic(let operation, let left, let right):
      let isSum = operation == .add || operation == .subtract
      let binding: Binding = isSum ? .sum : .product
      let rightBinding: Binding = isSum ? .product : .atom
      return (
        wrap(write(left), binding) + " \(operation.rawValue) " + wrap(write(right), rightBinding),
        binding
      )
    case .comparison(let operation, let left, let right):
      return (
        wrap(write(left), .sum) + " \(operation.rawValue) " + wrap(write(right), .sum), .comparison
      )
    case .all(let parts):
      return (parts.map { wrap(write($0), .not) }.joined(separator: " and "), .all)
    case .any(let parts):
      return (parts.map { wrap(write($0), .all) }.joined(separator: " or "), .any)
    case .not(.isMissing(let part)):
      return (wrap(write(part), .sum) + " is not missing", .comparison)
    case .not(let part): return ("not " + wrap(write(part), .not), .not)
    case .isMissing(let part): return (wrap(write(part), .sum) + " is missing", .comparison)
    case .isIn(let part, let scalars):
      let list = scalars.map(RowText.literal).joined(separator: ", ")
      return (wrap(write(part), .sum) + " in (\(list))", .comparison)
    case .function(let function, let arguments):
      return (
        function.rawValue + "(" + arguments.map { write($0).text }.joined(separator: ", ") + ")",
        .atom
      )
    case .choice(let branches, let otherwise):
      let whens = branches.map {
        "when \(write($0.condition).text) then \(write($0.value).text)"
      }
      let last = otherwise.map { ["else " + write($0).text] } ?? []
      return ("case { " + (whens + last).joined(separator: " ") + " }", .atom)
    }
  }

  private func wrap(_ written: Written, _ atLeast: Binding) -> String {
    written.binding < atLeast ? "(\(written.text))" : written.text
  }

  private static func literal(_ scalar: Scalar) -> String {
    guard case .text(let text) = scalar else { return scalar.text }
    let escaped = text.flatMap { character -> String in
      switch character {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\t": "\\t"
      default: String(character)
      }
    }
    return "\"" + String(escaped) + "\""
  }
}
