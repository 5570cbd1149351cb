/// Reads a number: digits with `_` between them, a fraction, then `k`, `M`, `B` or `%`.
enum DecimalReader {
  static func read(_ bytes: ArraySlice<UInt8>) -> Result<DecimalLiteral, LiteralProblem> {
    var mantissa: Int128 = 0
    var scale = 0
    var points = 0
    var previousIsDigit = false
    var index = bytes.startIndex
    loop: while index < bytes.endIndex {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard let next = mantissa.appending(digit: byte &- UInt8(ascii: "0")) else {
          return .failure(.tooLarge)
        }
        mantissa = next
        if points > 0 { scale += 1 }
        previousIsDigit = true
      case UInt8(ascii: "_"):
        guard previousIsDigit, index + 1 < bytes.endIndex, isDigit(bytes[index + 1]) else {
          return .failure(.separator)
        }
        previousIsDigit = false
      case UInt8(ascii: "."):
        points += 1
        if points > 1 { return .failure(.points) }
        previousIsDigit = false
      default: break loop
      }
      index += 1
    }
    return suffix(bytes[index...], of: mantissa, scale: scale)
  }

  private static func suffix(
    _ rest: ArraySlice<UInt8>, of mantissa: Int128, scale: Int
  ) -> Result<DecimalLiteral, LiteralProblem> {
    guard let letter = rest.first else {
      return .success(DecimalLiteral(mantissa: mantissa, scale: scale))
    }
    guard rest.count == 1 else { return .failure(.suffix) }
    var zeros: Int
    switch letter {
    case UInt8(ascii: "%"):
      return .success(DecimalLiteral(mantissa: mantissa, scale: scale, isPercent: true))
    case UInt8(ascii: "k"): zeros = 3
    case UInt8(ascii: "M"): zeros = 6
    case UInt8(ascii: "B"): zeros = 9
    default: return .failure(.suffix)
    }
    let shifted = min(zeros, scale)
    zeros -= shifted
    var mantissa = mantissa
    for _ in 0..<zeros {
      guard let next = mantissa.appending(digit: 0) else { return .failure(.tooLarge) }
      mantissa = next
    }
    return .success(DecimalLiteral(mantissa: mantissa, scale: scale - shifted))
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}

extension Int128 {
  /// The number with one more decimal digit, unless it does not fit.
  fileprivate func appending(digit: UInt8) -> Int128? {
    let (shifted, overflow) = multipliedReportingOverflow(by: 10)
    if overflow { return nil }
    let (sum, carry) = shifted.addingReportingOverflow(Int128(digit))
    return carry ? nil : sum
  }
}
