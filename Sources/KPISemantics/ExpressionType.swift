import KPIModel

/// What an expression gives, as the checker sees it.
struct ExpressionType: Hashable {
  let scalar: ScalarType
  /// A number written without a unit takes the unit of what it meets.
  let isBareNumber: Bool

  init(_ scalar: ScalarType, isBareNumber: Bool = false) {
    self.scalar = scalar
    self.isBareNumber = isBareNumber
  }

  static let plain = ExpressionType(.number(.plain))
  static let percent = ExpressionType(.number(.percent))
  static let boolean = ExpressionType(.boolean)
  static let text = ExpressionType(.text)
  static let bareNumber = ExpressionType(.number(.plain), isBareNumber: true)

  static func number(_ quantity: Quantity) -> ExpressionType { ExpressionType(.number(quantity)) }

  /// The unit as messages name it.
  var unitName: String { (quantity?.unit ?? .plain).description }

  /// Whether it is money whose currency differs from row to row.
  var isMixed: Bool { quantity?.unit.isMixed ?? false }

  /// Whether it is a day or a moment.
  var isDay: Bool { scalar == .date || scalar == .timestamp }

  var quantity: Quantity? {
    if case .number(let quantity) = scalar { quantity } else { nil }
  }
}

/// A resolved expression with its type.
struct Typed<Expression> {
  let expression: Expression
  let type: ExpressionType

  init(_ expression: Expression, _ type: ExpressionType) {
    self.expression = expression
    self.type = type
  }
}

/// The algebra of units, the same for rows and for metrics.
enum UnitAlgebra {
  /// The type of a product or quotient of two numbers.
  static func product(
    _ left: ExpressionType, _ right: ExpressionType, isQuotient: Bool
  ) -> ExpressionType? {
    guard let first = left.quantity, let second = right.quantity else { return nil }
    let unit = isQuotient ? first.unit.over(second.unit) : first.unit.times(second.unit)
    // A number keeps the way it is written when it is only multiplied by a plain factor.
    let style: Quantity.Style =
      second.unit.isPlain && right.isBareNumber
      ? first.style : left.isBareNumber && !isQuotient ? second.style : .natural
    return ExpressionType(
      .number(Quantity(unit, style: style)),
      isBareNumber: left.isBareNumber && right.isBareNumber)
  }

  /// The quantity that two numbers share, if they may be added or compared.
  static func common(_ left: ExpressionType, _ right: ExpressionType) -> Quantity? {
    guard let first = left.quantity, let second = right.quantity else { return nil }
    if left.isBareNumber { return second }
    if right.isBareNumber { return first }
    guard first.unit == second.unit else { return nil }
    return first.style == second.style ? first : Quantity(first.unit)
  }
}
