/// A value of a metric: exact as long as arithmetic allows it, binary floating point after that.
///
/// Sums, counts, ratios, averages and percentiles are exact. A value becomes `real` once it passed
/// through a standard deviation or a root, or when its exact form outgrows 128 bits. A `real` is finite.
package enum Number: Hashable, Sendable {
  case exact(Rational)
  case real(Double)

  package static let zero = Number.exact(.zero)
  package static let one = Number.exact(.one)

  package init(_ integer: Int) { self = .exact(Rational(integer)) }

  /// `nil` when the value is not finite.
  package init?(_ value: Double) {
    guard value.isFinite else { return nil }
    self = .real(value)
  }

  package var doubleValue: Double {
    switch self {
    case .exact(let rational): rational.doubleValue
    case .real(let value): value
    }
  }

  package var isZero: Bool {
    switch self {
    case .exact(let rational): rational.isZero
    case .real(let value): value == 0
    }
  }

  package var isNegative: Bool { self < .zero }
}

// MARK: - Arithmetic

extension Number {
  package var negated: Number {
    switch self {
    case .exact(let rational): .exact(rational.negated)
    case .real(let value): .real(-value)
    }
  }

  package var magnitude: Number { isNegative ? negated : self }

  /// The sum; `nil` when it is past the range of a floating-point number.
  package func adding(_ other: Number) -> Number? {
    combine(other, exactly: { $0.adding($1) }, otherwise: BinaryNumber.sum)
  }

  package func subtracting(_ other: Number) -> Number? { adding(other.negated) }

  package func multiplied(by other: Number) -> Number? {
    combine(other, exactly: { $0.multiplied(by: $1) }, otherwise: { $0 * $1 })
  }

  /// The quotient; `nil` when the divisor is 0 or the result is past the range.
  package func divided(by other: Number) -> Number? {
    guard !other.isZero else { return nil }
    return combine(other, exactly: { $0.divided(by: $1) }, otherwise: { $0 / $1 })
  }

  private func combine(
    _ other: Number, exactly: (Rational, Rational) -> Rational?,
    otherwise: (Double, Double) -> Double
  ) -> Number? {
    if case .exact(let left) = self, case .exact(let right) = other,
      let result = exactly(left, right)
    {
      return .exact(result)
    }
    return Number(otherwise(doubleValue, other.doubleValue))
  }

  /// Rounds to a number of fraction digits, halves away from zero.
  package func rounded(digits: Int) -> Number {
    switch self {
    case .exact(let rational):
      guard let mantissa = rational.roundedMantissa(digits: digits),
        let rounded = Rational(mantissa: mantissa, scale: digits)
      else { return self }
      return .exact(rounded)
    case .real(let value):
      guard let power = Rational.powerOfTen(digits).map({ Double($0) }),
        let result = Number(
          BinaryNumber.settled(value * power).rounded(.toNearestOrAwayFromZero) / power)
      else { return self }
      return result
    }
  }

  /// The greatest whole number that is not above the value.
  package var floor: Number {
    switch self {
    case .exact(let rational): Rational(rational.floor, over: 1).map(Number.exact) ?? self
    case .real(let value): .real(BinaryNumber.settled(value).rounded(.down))
    }
  }
}

extension Number: Comparable {
  /// Exact between exact values.
  package static func < (left: Number, right: Number) -> Bool {
    if case .exact(let left) = left, case .exact(let right) = right { return left < right }
    return left.doubleValue < right.doubleValue
  }
}

// MARK: - Text

extension Number {
  /// The exact numeral where the value has one of at most 15 fraction digits, otherwise the shortest
  /// text that reads back as the same floating-point number. This is what machine formats print.
  package var text: String {
    if case .exact(let rational) = self, let digits = rational.exactFractionDigits(limit: 15),
      let mantissa = rational.roundedMantissa(digits: digits)
    {
      return DecimalText.plain(mantissa, scale: digits)
    }
    // A negative zero is a zero.
    let text = "\(doubleValue + 0)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
