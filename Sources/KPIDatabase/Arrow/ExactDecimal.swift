/// An exact number: `unscaled / 10^scale`.
package struct ExactDecimal: Sendable, Hashable {
  package let unscaled: Int128
  /// The count of fraction digits, at least 0.
  package let scale: Int

  package init(_ unscaled: Int128, scale: Int = 0) {
    self.unscaled = unscaled
    self.scale = scale
  }

  /// `unscaled / 10^scale` for any scale; `nil` where it does not fit.
  init?(_ unscaled: Int128, anyScale scale: Int) {
    if scale >= 0 {
      self.init(unscaled, scale: scale)
      return
    }
    var result = unscaled
    for _ in 0..<(-scale) {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      result = product
    }
    self.init(result, scale: 0)
  }

  /// The nearest floating-point number.
  package var real: Double {
    // The text goes through the library's correctly rounded reading; a division would round twice.
    if scale == 0, let small = Int64(exactly: unscaled) { return Double(small) }
    return Double("\(unscaled)e-\(scale)") ?? .nan
  }
}

extension ExactDecimal {
  /// Reads a numeral such as `-12.50` or `1.5e3`; throws where it is none, or needs more than 128 bits.
  init(_ text: UnsafeBufferPointer<UInt8>) throws(ValueFault) {
    var index = 0
    var isNegative = false
    if let first = text.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      isNegative = first == UInt8(ascii: "-")
      index = 1
    }
    var digits = Digits()
    while index < text.count {
      if let digit = ExactDecimal.digit(text[index]) {
        digits.add(digit)
      } else if text[index] == UInt8(ascii: "."), !digits.isFraction {
        digits.isFraction = true
      } else {
        break
      }
      index += 1
    }
    guard digits.count > 0 else { throw .notANumber }
    var exponent = 0
    if index < text.count {
      guard text[index] | 0x20 == UInt8(ascii: "e"), text.count - index <= 8,
        let power = Int(String(decoding: text[(index + 1)...], as: UTF8.self))
      else { throw .notANumber }
      exponent = power
    }
    guard digits.fits else { throw .outOfRange }
    let value = isNegative ? -digits.value : digits.value
    let scale = digits.scale - exponent
    guard scale <= 76, scale >= -76 || value == 0,
      let exact = ExactDecimal(value, anyScale: value == 0 ? max(scale, 0) : scale)
    else { throw .outOfRange }
    self = exact
  }

  private static func digit(_ byte: UInt8) -> Int128? {
    let digit = byte &- UInt8(ascii: "0")
    return digit < 10 ? Int128(digit) : nil
  }

  /// The digits read so far. Zeros at the end of a fraction are kept back until a digit follows them, so that
  /// `1.500…0` fits however long it is.
  private struct Digits {
    var value: Int128 = 0
    var scale = 0
    var count = 0
    var isFraction = false
    var fits = true
    private var zeros = 0

    mutating func add(_ digit: Int128) {
      count += 1
      if isFraction, digit == 0 {
        zeros += 1
        return
      }
      if isFraction {
        for _ in 0..<min(zeros, 40) { append(0) }
        if zeros > 40, value != 0 { fits = false }
        scale += zeros + 1
        zeros = 0
      }
      append(digit)
    }

    private mutating func append(_ digit: Int128) {
      let (tens, first) = value.multipliedReportingOverflow(by: 10)
      let (sum, second) = tens.addingReportingOverflow(digit)
      if first || second { fits = false } else { value = sum }
    }
  }
}
