package import KPIModel

/// One value of a result, as databases tell it.
package enum SQLValue: Hashable, Sendable {
  case null
  case integer(Int128)
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
    case .integer(let number): Rational(number, over: 1)
    case .decimal(let mantissa, let scale): Rational(mantissa: mantissa, scale: scale)
    // A binary number without a fraction is what some engines give for a sum of whole numbers.
    case .real(let number):
      number.rounded() == number && abs(number) < 0x1p53 ? Rational(exactly: number) : nil
    case .boolean(let value): Rational(value ? 1 : 0)
    case .text(let text): SQLValue.number(of: text)
    case .null, .date, .timestamp: nil
    }
  }

  /// A numeric as text: `-12.50`.
  private static func number(of text: String) -> Rational? {
    var mantissa: Int128 = 0
    var scale = 0
    var isFraction = false
    var isNegative = false
    var digits = 0
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0: isNegative = true
      case UInt8(ascii: ".") where !isFraction: isFraction = true
      case 48...57:
        let (product, overflow) = mantissa.multipliedReportingOverflow(by: 10)
        let (sum, carry) = product.addingReportingOverflow(Int128(byte - 48))
        if overflow || carry { return nil }
        mantissa = sum
        digits += 1
        if isFraction { scale += 1 }
      default: return nil
      }
    }
    guard digits > 0 else { return nil }
    return Rational(mantissa: isNegative ? -mantissa : mantissa, scale: scale)
  }

  /// The value as group keys hold it; `nil` within for a missing one, `nil` where it is not of the type.
  func scalar(_ type: ScalarType, factor: Rational) -> Scalar?? {
    if self == .null { return .some(nil) }
    switch (type, self) {
    case (.text, .text(let text)): return .text(text)
    case (.boolean, .boolean(let value)): return .boolean(value)
    case (.boolean, .integer(let number)) where number == 0 || number == 1:
      return .boolean(number == 1)
    case (.date, .date(let day)): return .date(day)
    case (.date, .text(let text)): return Day(iso: text).map { .date($0) }
    case (.date, .timestamp(let microseconds)):
      return .date(Day(floorDivide(microseconds, 86_400_000_000)))
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
    case .text(let text): Day(iso: text)
    default: nil
    }
  }
}

extension Day {
  /// A date written `2026-01-31`.
  init?(iso text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return nil
    }
    func number(_ range: Range<Int>) -> Int? {
      var result = 0
      for byte in bytes[range] {
        guard (48...57).contains(byte) else { return nil }
        result = result * 10 + Int(byte - 48)
      }
      return result
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }
}
