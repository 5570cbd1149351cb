import KPIModel

/// A product over the values of a row, as a constant times factors over divisors.
///
/// Only rewrites that also hold when a part is missing or a divisor is 0 are made: `a / b * c` and `a * c / b` are one,
/// `a / (b / c)` stays as it is.
struct RowProduct {
  private(set) var constant = Rational.one
  private var factors: [TableExpression] = []
  private var divisors: [TableExpression] = []
  private let form: FilterForm

  init(_ expression: TableExpression, _ form: FilterForm) {
    self.form = form
    take(expression, isDivisor: false)
  }

  /// Whether there is nothing but the constant.
  private var isConstant: Bool { factors.isEmpty && divisors.isEmpty }

  private mutating func take(_ expression: TableExpression, isDivisor: Bool) {
    switch expression {
    case .literal(.number(let number)):
      let scaled = isDivisor ? constant.divided(by: number) : constant.multiplied(by: number)
      if let scaled { constant = scaled } else { keep(expression, isDivisor) }
    case .negated(let inner):
      constant = constant.negated
      take(inner, isDivisor: isDivisor)
    case .arithmetic(.multiply, let left, let right):
      take(left, isDivisor: isDivisor)
      take(right, isDivisor: isDivisor)
    case .arithmetic(.divide, let left, let right) where !isDivisor:
      take(left, isDivisor: false)
      take(right, isDivisor: true)
    case .arithmetic(.divide, _, _):
      let inner = RowProduct(expression, form)
      // What divides a divisor may be 0, which makes the whole missing.
      guard inner.divisors.isEmpty, let scaled = constant.divided(by: inner.constant) else {
        return keep(inner.expression, isDivisor)
      }
      constant = scaled
      divisors += inner.factors
    default: keep(form.value(expression), isDivisor)
    }
  }

  private mutating func keep(_ part: TableExpression, _ isDivisor: Bool) {
    if isDivisor { divisors.append(part) } else { factors.append(part) }
  }

  /// The product in one form: constants first, then the factors and the divisors in the order of their texts.
  var expression: TableExpression {
    let constant = constant
    // A decimal of a few digits is a factor, such as a percentage; any other fraction is a division.
    let isFactor = constant.exactFractionDigits(limit: 2) != nil
    let numerator =
      isFactor ? constant : Rational(constant.numerator, over: 1) ?? constant
    var parts = form.ordered(products: factors)
    if numerator == Rational(-1), let first = parts.first {
      parts[0] = .negated(first)
    } else if numerator != .one || parts.isEmpty {
      parts.insert(.literal(.number(numerator)), at: 0)
    }
    var result = RowProduct.product(parts)
    if !isFactor, let denominator = Rational(constant.denominator, over: 1) {
      result = .arithmetic(.divide, result, .literal(.number(denominator)))
    }
    guard !divisors.isEmpty else { return result }
    return .arithmetic(.divide, result, RowProduct.product(form.ordered(products: divisors)))
  }

  private static func product(_ parts: [TableExpression]) -> TableExpression {
    parts.dropFirst().reduce(parts[0]) { .arithmetic(.multiply, $0, $1) }
  }

  /// The product without its constant, or the product itself where there is little else.
  var unscaled: (constant: Rational, rest: RowProduct) {
    guard !isConstant, !constant.isZero else { return (.one, self) }
    var rest = self
    rest.constant = .one
    return (constant, rest)
  }

  var negated: RowProduct {
    var result = self
    result.constant = constant.negated
    return result
  }
}
