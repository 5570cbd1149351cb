package import KPIModel
package import KPIPlan

/// A value as people read it: `1.2M USD`, `15.3%`, `3.5 hours`, `1,234`.
package enum ValueText {
  /// A value that stands by itself, in a status line or a sentence: about three significant digits.
  ///
  /// Given another value to compare with, it shows as many digits as it takes to tell the two apart: 14.96 %
  /// below a target of 15 % must not read `15.0%`.
  package static func short(
    _ number: Number, _ quantity: Quantity, apartFrom other: Number? = nil
  ) -> String {
    let plain = text(number, quantity, extraDigits: 0)
    guard let other, other != number else { return plain }
    for extra in 0...6 {
      // Compared without zeros at the end: `10.00` reads like `10`.
      let text = text(number, quantity, extraDigits: extra, isTrimmed: true)
      guard text == Self.text(other, quantity, extraDigits: extra, isTrimmed: true) else {
        return extra == 0 ? plain : text
      }
    }
    return plain
  }

  /// The value, or `–` with the reason why there is none.
  package static func short(
    _ cell: Cell, _ quantity: Quantity, apartFrom other: Number? = nil
  ) -> String {
    switch cell {
    case .value(let number): short(number, quantity, apartFrom: other)
    case .missing(let reason): "– (\(reason.rawValue))"
    }
  }

  /// The value for machines, in the unit that results are written in: `0.153`, `1234567.89`.
  package static func machine(_ number: Number, _ quantity: Quantity) -> String {
    quantity.written(number).text
  }

  private static func text(
    _ number: Number, _ quantity: Quantity, extraDigits: Int, isTrimmed: Bool = false
  ) -> String {
    let unit = DisplayUnit(for: quantity, magnitude: number.magnitude.doubleValue)
    let digits = digits(
      of: unit.shown(number), unit, extraDigits: extraDigits, isTrimmed: isTrimmed)
    if unit.isPercent { return digits + "%" }
    guard let names = unit.names else { return digits }
    return digits + " " + (digits == "1" || digits == "-1" ? names.one : names.many)
  }

  private static func digits(
    of number: Number, _ unit: DisplayUnit, extraDigits: Int, isTrimmed: Bool
  ) -> String {
    let magnitude = number.magnitude.doubleValue
    // Just below a million already rounds to `1,000,000`.
    if magnitude >= 999_999.5, !unit.isPercent {
      return abbreviated(number, magnitude: magnitude, extraDigits: extraDigits)
    }
    if NumberText.isWhole(number) { return NumberText.grouped(number, digits: 0) }
    var digits: Int
    if unit.isPercent {
      digits = max(1, NumberText.digits(showing: 2, of: magnitude))
    } else if let minor = unit.minorDigits {
      if magnitude >= 1000 {
        digits = 0
      } else {
        digits = magnitude >= 0.1 ? minor : max(minor, NumberText.digits(showing: 2, of: magnitude))
        if !isTrimmed { return NumberText.grouped(number, digits: digits) }
      }
    } else {
      digits = NumberText.digits(showing: 3, of: magnitude)
    }
    digits = min(digits + extraDigits, NumberText.mostDigits)
    return NumberText.trimmed(number, digits: digits)
  }

  /// Millions, billions and trillions as the language writes them, with three significant digits.
  private static func abbreviated(
    _ number: Number, magnitude: Double, extraDigits: Int
  ) -> String {
    let scales: [(letter: String, exponent: Int)] = [("M", 6), ("B", 9), ("T", 12)]
    var text = ""
    for scale in scales {
      guard let power = Rational(mantissa: 1, scale: -scale.exponent),
        let scaled = number.divided(by: .exact(power))
      else { break }
      let digits = NumberText.digits(showing: 3, of: scaled.magnitude.doubleValue) + extraDigits
      text = NumberText.trimmed(scaled, digits: min(digits, NumberText.mostDigits)) + scale.letter
      if scaled.magnitude.doubleValue < 999.5 { break }
    }
    return text
  }
}

extension Goal<Number> {
  /// `at least 15%`, `between 2 and 3 hours`.
  package func text(_ quantity: Quantity) -> String {
    switch self {
    case .atLeast(let value): "at least " + ValueText.short(value, quantity)
    case .atMost(let value): "at most " + ValueText.short(value, quantity)
    case .between(let low, let high):
      "between \(ValueText.short(low, quantity)) and \(ValueText.short(high, quantity))"
    }
  }

  /// The same for machines: `at least 0.15`.
  package func machineText(_ quantity: Quantity) -> String {
    switch self {
    case .atLeast(let value): "at least " + ValueText.machine(value, quantity)
    case .atMost(let value): "at most " + ValueText.machine(value, quantity)
    case .between(let low, let high):
      "between \(ValueText.machine(low, quantity)) and \(ValueText.machine(high, quantity))"
    }
  }

  /// The bound that a value is nearest to, for telling the two apart on a display.
  package func bound(nearestTo value: Number) -> Number {
    switch self {
    case .atLeast(let bound), .atMost(let bound): bound
    case .between(let low, let high): value > high ? high : low
    }
  }
}
