/// Ages in row expressions: the moment at which a stock is read, less a date of the row.
extension RowExpression {
  /// Whether it is the age of something, and nothing else.
  package var isAge: Bool {
    if case .function(.age, _) = self { true } else { false }
  }

  /// Whether an age is anywhere in it.
  package var mentionsAge: Bool { isAge || children.contains { $0.mentionsAge } }

  /// Whether ages are only compared with lengths, in conditions that must all hold.
  package var comparesAgesPlainly: Bool {
    switch self {
    case .all(let parts): parts.allSatisfy { $0.comparesAgesPlainly }
    case .not(.comparison(let operation, let left, let right)):
      RowExpression.comparison(operation, left, right).comparesAgesPlainly
    case .comparison(let operation, let left, let right) where operation != .notEqual:
      left.ageOfField != nil && right.isLiteral || left.isLiteral && right.ageOfField != nil
        || !mentionsAge
    default: !mentionsAge
    }
  }

  /// The column whose age it is.
  package var ageOfField: Field? {
    if case .function(.age, let arguments) = self, case .field(let field)? = arguments.first {
      field
    } else {
      nil
    }
  }

  /// The same expression with something else in place of each age, made of what it is the age of.
  package func replacingAges(_ replace: (RowExpression) -> RowExpression) -> RowExpression {
    func inside(_ expression: RowExpression) -> RowExpression { expression.replacingAges(replace) }
    switch self {
    case .literal, .field: return self
    case .negated(let value): return .negated(inside(value))
    case .not(let value): return .not(inside(value))
    case .isIn(let value, let scalars): return .isIn(inside(value), scalars)
    case .isMissing(let value): return .isMissing(inside(value))
    case .arithmetic(let operation, let left, let right):
      return .arithmetic(operation, inside(left), inside(right))
    case .comparison(let operation, let left, let right):
      return .comparison(operation, inside(left), inside(right))
    case .all(let parts): return .all(parts.map(inside))
    case .any(let parts): return .any(parts.map(inside))
    case .choice(let branches, let otherwise):
      return .choice(
        branches.map { Branch(condition: inside($0.condition), value: inside($0.value)) },
        otherwise: otherwise.map(inside))
    case .function(.age, let arguments):
      guard let date = arguments.first else { return self }
      return replace(inside(date))
    case .function(let function, let arguments):
      return .function(function, arguments.map(inside))
    case .lookup(let lookup, let arguments, let time):
      return .lookup(lookup, arguments.map(inside), at: time.map(inside))
    }
  }

  private var isLiteral: Bool {
    if case .literal = self { true } else { false }
  }
}
