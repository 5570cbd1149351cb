package import KPIModel

/// One value of a result, as databases tell it.
package enum SQLValue: Hashable, Sendable {
  case null
  case decimal(mantissa: Int128, scale: Int)
  case real(Double)
  case text(String)
  case boolean(Bool)
  case date(Day)
  /// Microseconds of local wall-clock time since 1970.
  case timestamp(Int)
}

extension SQLValue {
  /// The number, exactly; `nil` for what is none.
  package func number() -> Rational? {
    switch self {
    case .decimal(let mantissa, let scale): Rational(mantissa: mantissa, scale: scale)
    // A binary number without a fraction is what some engines give for a sum of whole numbers.
    case .real(let number):
      number.rounded() == number && abs(number) < 0x1p53 ? Rational(exactly: number) : nil
    case .boolean(let value): Rational(value ? 1 : 0)
    case .null, .text, .date, .timestamp: nil
    }
  }

  /// The value as group keys hold it; `nil` within for a missing one, `nil` where it is not of the type.
  func scalar(_ type: ScalarType, factor: Rational) -> Scalar?? {
    if self == .null { return .some(nil) }
    switch (type, self) {
    case (.text, .text(let text)): return .text(text)
    case (.boolean, .boolean(let value)): return .boolean(value)
    // Engines without truth values have 0 and 1.
    case (.boolean, .decimal(let number, 0)) where number == 0 || number == 1:
      return .boolean(number == 1)
    case (.date, _): return day.map { .date($0) }
    case (.timestamp, .timestamp(let microseconds)): return .timestamp(microseconds)
    case (.number, _):
      return number().flatMap { $0.multiplied(by: factor) }.map { .number($0) }
    default: return nil
    }
  }

  /// The day of a bucket.
  var day: Day? {
    switch self {
    case .date(let day): day
    case .timestamp(let microseconds): Day(floorDivide(microseconds, 86_400_000_000))
    case .text(let text): if case .day(let day)? = PeriodName(text) { day } else { nil }
    default: nil
    }
  }
}
