import KPIModel

/// Writes row expressions in the language's own words.
struct RowText<Field: Hashable & Sendable>: Sendable {
  private let specification: Specification
  private let isExact: Bool
  private let name: @Sendable (Field) -> String

  init(
    _ specification: Specification, isExact: Bool, name: @escaping @Sendable (Field) -> String
  ) {
    self.specification = specification
    self.isExact = isExact
    self.name = name
  }

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
    case .lookup(.sequence(let sequence), let keys, _):
      return (write(sequence, keys), .atom)
    case .lookup(.conversion(let rates), let arguments, _):
      let table = Specification.quoted(specification[rates.table].name)
      let parts = arguments.map { write($0).text } + ["to: \(rates.unit)", "using: \(table)"]
      return ("convert(\(parts.joined(separator: ", ")))", .atom)
    }
  }

  /// `followed_by(orders where orders.status = "paid", by: visits.visitor_id, within: 1 week)`.
  private func write(_ sequence: EventSequence, _ keys: [RowExpression<Field>]) -> String {
    var parts = sequence.steps.map { step in
      var text = Specification.quoted(specification[step.table].name)
      if let filter = step.filter {
        text += " where " + formulas.text(of: filter)
      }
      if step.axis != specification.time(of: step.table) {
        text += " on " + specification.text(of: step.axis)
      }
      return text
    }
    for (index, key) in keys.enumerated() {
      let others = sequence.steps.map { $0.keys[index] }
      let own = write(key).text
      let text =
        isExact
        ? ([own] + others.map(formulas.text)).joined(separator: " = ") : shared(own, others.first)
      parts.append((index == 0 ? "by: " : "matching: ") + text)
    }
    if let after = sequence.after { parts.append("after: " + after.text) }
    parts.append("within: " + sequence.within.text)
    return "\(sequence.direction.rawValue)(\(parts.joined(separator: ", ")))"
  }

  /// A key by the name that it has in both tables: of a column, or of a dimension.
  private func shared(_ own: String, _ other: TableExpression?) -> String {
    guard let other else { return own }
    func column(_ path: String) -> Substring? { path.split(separator: ".", maxSplits: 1).last }
    if let name = column(own), name == column(formulas.text(of: other)) {
      return String(name)
    }
    let dimension = specification.dimensions.first {
      $0.members.contains { $0.expression == other }
    }
    return dimension.map { Specification.quoted($0.name) } ?? own
  }

  private var formulas: FormulaText { FormulaText(specification, isExact: isExact) }

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
