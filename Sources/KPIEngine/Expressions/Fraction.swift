import KPIModel

/// What a number that went through a division is exactly, as long as both parts fit in 64 bits in lowest terms.
///
/// Parts are brought to lowest terms only where they have to be, for speed; whether there is a fraction, and what it is
/// worth, does not depend on that.
struct Fraction {
  let numerator: Int64
  /// Positive; 0 where there is no fraction.
  let denominator: Int64

  static let none = Fraction(0, 0)

  private init(_ numerator: Int64, _ denominator: Int64) {
    self.numerator = numerator
    self.denominator = denominator
  }

  init(_ number: Rational) {
    guard let numerator = Int64(exactly: number.numerator), numerator != .min,
      let denominator = Int64(exactly: number.denominator)
    else {
      self = .none
      return
    }
    self.init(numerator, denominator)
  }

  /// `value * top / bottom`, where neither is less than 1.
  @inline(__always)
  init(_ value: Int64, times top: Int64, over bottom: Int64) {
    let (numerator, overflow) = value.multipliedReportingOverflow(by: top)
    if !overflow, numerator != .min {
      self.init(numerator, bottom)
    } else {
      self =
        Rational(Int128(value) * Int128(top), over: Int128(bottom)).map { Fraction($0) } ?? .none
    }
  }

  var isNone: Bool { denominator == 0 }

  var rational: Rational? { Rational(Int128(numerator), over: Int128(denominator)) }

  var reduced: Fraction { rational.map { Fraction($0) } ?? .none }

  /// The nearest floating-point number, rounded once.
  var double: Double {
    let limit: UInt64 = 1 << 53
    if numerator.magnitude < limit, denominator.magnitude < limit {
      return Double(numerator) / Double(denominator)
    }
    return rational?.doubleValue ?? .nan
  }

  var negated: Fraction { Fraction(-numerator, denominator) }
  var magnitude: Fraction { numerator < 0 ? negated : self }

  /// The greatest whole number that is not above the value.
  var floor: Fraction {
    guard denominator > 1 else { return self }
    let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    return Fraction(rest < 0 ? quotient - 1 : quotient, 1)
  }

  /// The nearest whole number, halves away from zero.
  var rounded: Fraction {
    guard denominator > 1 else { return self }
    let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    // Twice the rest might not fit, the denominator less the rest does.
    let isUp = rest.magnitude >= denominator.magnitude - rest.magnitude
    return Fraction(isUp ? quotient + (numerator < 0 ? -1 : 1) : quotient, 1)
  }
}

// MARK: - Arithmetic

extension Fraction {
  /// The result, or none where one of the operands is none, the divisor is 0 or a part does not fit.
  @inline(__always)
  static func combine(
    _ operation: ArithmeticOperator, _ left: Fraction, _ right: Fraction
  ) -> Fraction {
    guard left.denominator != 0, right.denominator != 0 else { return .none }
    switch operation {
    case .multiply:
      return quickly(left.numerator, right.numerator, left.denominator, right.denominator)
        ?? slowly(left, right) { $0.multiplied(by: $1) }
    case .divide:
      if right.numerator == 0 { return .none }
      let sign = right.numerator < 0 ? -1 as Int64 : 1
      return quickly(
        left.numerator, sign * right.denominator, left.denominator, sign * right.numerator)
        ?? slowly(left, right) { $0.divided(by: $1) }
    case .add, .subtract:
      let other = operation == .add ? right : right.negated
      return sum(left, other) ?? slowly(left, other) { $0.adding($1) }
    }
  }

  @inline(__always)
  private static func quickly(
    _ top: Int64, _ otherTop: Int64, _ bottom: Int64, _ otherBottom: Int64
  ) -> Fraction? {
    let (numerator, first) = top.multipliedReportingOverflow(by: otherTop)
    let (denominator, second) = bottom.multipliedReportingOverflow(by: otherBottom)
    return first || second || numerator == .min ? nil : Fraction(numerator, denominator)
  }

  private static func sum(_ left: Fraction, _ right: Fraction) -> Fraction? {
    let (a, first) = left.numerator.multipliedReportingOverflow(by: right.denominator)
    let (b, second) = right.numerator.multipliedReportingOverflow(by: left.denominator)
    let (numerator, third) = a.addingReportingOverflow(b)
    let (denominator, fourth) = left.denominator.multipliedReportingOverflow(by: right.denominator)
    guard !first, !second, !third, !fourth, numerator != .min else { return nil }
    return Fraction(numerator, denominator)
  }

  private static func slowly(
    _ left: Fraction, _ right: Fraction, _ operation: (Rational, Rational) -> Rational?
  ) -> Fraction {
    guard let left = left.rational, let right = right.rational,
      let result = operation(left, right)
    else { return .none }
    return Fraction(result)
  }
}

extension ComparisonOperator {
  /// Whether two numbers satisfy the comparison: exactly where both are known exactly.
  @inline(__always)
  func holds(
    _ left: Double, _ leftFraction: Fraction, _ right: Double, _ rightFraction: Fraction
  ) -> Bool {
    if leftFraction.isNone || rightFraction.isNone { return holds(left, right) }
    return holds(
      Int128(leftFraction.numerator) * Int128(rightFraction.denominator),
      Int128(rightFraction.numerator) * Int128(leftFraction.denominator))
  }
}

// MARK: - Equality

extension Fraction: Hashable {
  static func == (left: Fraction, right: Fraction) -> Bool {
    let (left, right) = (left.reduced, right.reduced)
    return left.numerator == right.numerator && left.denominator == right.denominator
  }

  func hash(into hasher: inout Hasher) {
    let reduced = reduced
    hasher.combine(reduced.numerator)
    hasher.combine(reduced.denominator)
  }
}
