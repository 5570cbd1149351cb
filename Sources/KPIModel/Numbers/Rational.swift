/// An exact fraction of two 128-bit integers, always in lowest terms with a positive denominator.
///
/// Every operation reports what it cannot represent by returning `nil`; nothing wraps around or traps.
package struct Rational: Hashable, Sendable {
  package let numerator: Int128
  package let denominator: Int128

  package static let zero = Rational(0)
  package static let one = Rational(1)

  package init(_ integer: Int) {
    numerator = Int128(integer)
    denominator = 1
  }

  /// `numerator / denominator` in lowest terms; `nil` when the denominator is 0 or a part does not fit.
  package init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    let sign: Int128 = denominator < 0 ? -1 : 1
    let divisor = Rational.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let positive = Int128(divisor)
    self.numerator = sign * numerator / positive
    self.denominator = sign * denominator / positive
  }

  /// `mantissa / 10^scale`, the value of a decimal numeral.
  package init?(mantissa: Int128, scale: Int) {
    guard let power = Rational.powerOfTen(abs(scale)) else { return nil }
    if scale >= 0 {
      self.init(mantissa, over: power)
    } else {
      let (product, overflow) = mantissa.multipliedReportingOverflow(by: power)
      guard !overflow else { return nil }
      self.init(product, over: 1)
    }
  }

  /// The very value of a binary number; `nil` when it does not fit.
  package init?(exactly value: Double) {
    guard value.isFinite, value != 0 else {
      guard value == 0 else { return nil }
      self = .zero
      return
    }
    let exponent = Int(value.exponent) - 52
    let significand = Int128(value.significand * 0x1p52) * (value < 0 ? -1 : 1)
    guard abs(exponent) <= 70 else { return nil }
    let power: Int128 = 1 << abs(exponent)
    if exponent < 0 {
      self.init(significand, over: power)
    } else {
      self.init(significand * power, over: 1)
    }
  }

  /// `10^exponent` for exponents from 0 to 38.
  package static func powerOfTen(_ exponent: Int) -> Int128? {
    guard exponent >= 0, exponent <= 38 else { return nil }
    var result: Int128 = 1
    for _ in 0..<exponent { result *= 10 }
    return result
  }

  private static func greatestCommonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    var (left, right) = (left, right)
    while right != 0 {
      if let small = UInt64(exactly: left), let other = UInt64(exactly: right) {
        return UInt128(greatestCommonDivisor(small, other))
      }
      (left, right) = (right, left % right)
    }
    return left == 0 ? 1 : left
  }

  private static func greatestCommonDivisor(_ left: UInt64, _ right: UInt64) -> UInt64 {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return left == 0 ? 1 : left
  }
}

// MARK: - Arithmetic

extension Rational {
  package var isZero: Bool { numerator == 0 }
  package var isInteger: Bool { denominator == 1 }

  /// Neither part is ever `Int128.min`, so the sign can always be turned.
  package var negated: Rational {
    Rational(reducedNumerator: -numerator, denominator: denominator)
  }

  package var magnitude: Rational { numerator < 0 ? negated : self }

  package func adding(_ other: Rational) -> Rational? {
    if denominator == other.denominator {
      let (sum, overflow) = numerator.addingReportingOverflow(other.numerator)
      return overflow ? nil : Rational(sum, over: denominator)
    }
    // Over the least common denominator the parts stay as small as they can be.
    let shared = Int128(
      Rational.greatestCommonDivisor(denominator.magnitude, other.denominator.magnitude))
    let (own, others) = (denominator / shared, other.denominator / shared)
    let (left, overflowLeft) = numerator.multipliedReportingOverflow(by: others)
    let (right, overflowRight) = other.numerator.multipliedReportingOverflow(by: own)
    let (sum, overflowSum) = left.addingReportingOverflow(right)
    let (bottom, overflowBottom) = denominator.multipliedReportingOverflow(by: others)
    guard !overflowLeft, !overflowRight, !overflowSum, !overflowBottom else { return nil }
    return Rational(sum, over: bottom)
  }

  package func subtracting(_ other: Rational) -> Rational? { adding(other.negated) }

  package func multiplied(by other: Rational) -> Rational? {
    // Crosswise reduction first keeps the products as small as they can be.
    guard let left = Rational(numerator, over: other.denominator),
      let right = Rational(other.numerator, over: denominator)
    else { return nil }
    let (top, overflowTop) = left.numerator.multipliedReportingOverflow(by: right.numerator)
    let (bottom, overflowBottom) =
      left.denominator.multipliedReportingOverflow(by: right.denominator)
    guard !overflowTop, !overflowBottom else { return nil }
    return Rational(top, over: bottom)
  }

  /// The quotient; `nil` when the divisor is 0 or the result does not fit.
  package func divided(by other: Rational) -> Rational? {
    guard let inverse = Rational(other.denominator, over: other.numerator) else { return nil }
    return multiplied(by: inverse)
  }

  private init(reducedNumerator: Int128, denominator: Int128) {
    self.numerator = reducedNumerator
    self.denominator = denominator
  }
}

// MARK: - Order and conversion

extension Rational: Comparable {
  /// Exact for all values: the cross products are compared at 256 bits.
  package static func < (left: Rational, right: Rational) -> Bool {
    let leftProduct = left.numerator.multipliedFullWidth(by: right.denominator)
    let rightProduct = right.numerator.multipliedFullWidth(by: left.denominator)
    return leftProduct.high != rightProduct.high
      ? leftProduct.high < rightProduct.high : leftProduct.low < rightProduct.low
  }
}

extension Rational {
  /// The nearest floating-point number, rounded once.
  package var doubleValue: Double {
    let (top, bottom) = (numerator.magnitude, denominator.magnitude)
    if top < 1 << 53, bottom < 1 << 53 { return Double(numerator) / Double(denominator) }
    // Both parts are brought to where their quotient has from 64 to 66 bits; a last bit for what the
    // division leaves makes the one rounding to 53 bits right.
    let bits = 128 - top.leadingZeroBitCount
    let shift = max(0, 64 + (128 - bottom.leadingZeroBitCount) - bits)
    let scaled = top.multipliedFullWidth(by: shift < 128 ? UInt128(1) << shift : 0)
    let (whole, rest) =
      shift < 128
      ? bottom.dividingFullWidth(scaled) : bottom.dividingFullWidth((top << (shift - 128), 0))
    let value =
      Double(whole | (rest == 0 ? 0 : 1)) * Double(sign: .plus, exponent: -shift, significand: 1)
    return numerator < 0 ? -value : value
  }

  /// The greatest integer that is not above the value.
  package var floor: Int128 {
    let quotient = numerator / denominator
    return numerator < 0 && quotient * denominator != numerator ? quotient - 1 : quotient
  }

  /// The value rounded to a number of fraction digits, halves away from zero, as a whole number of
  /// that last digit's units; `nil` when it does not fit.
  package func roundedMantissa(digits: Int) -> Int128? {
    guard let power = Rational.powerOfTen(digits),
      let scaled = multiplied(by: Rational(reducedNumerator: power, denominator: 1))
    else { return nil }
    let whole = scaled.numerator / scaled.denominator
    let rest = (scaled.numerator - whole * scaled.denominator).magnitude
    let isUp = rest >= scaled.denominator.magnitude - rest
    return isUp ? whole + (scaled.numerator < 0 ? -1 : 1) : whole
  }

  /// The number of fraction digits that write the value exactly, or `nil` when none up to `limit` do.
  package func exactFractionDigits(limit: Int) -> Int? {
    var rest = denominator
    var twos = 0
    var fives = 0
    while rest % 2 == 0 { (rest, twos) = (rest / 2, twos + 1) }
    while rest % 5 == 0 { (rest, fives) = (rest / 5, fives + 1) }
    let digits = max(twos, fives)
    return rest == 1 && digits <= limit ? digits : nil
  }
}
