package import KPIModel
package import KPIPlan
package import KPIText

/// A value as people read it: `1.2M USD`, `15.3%`, `3.5 hours`, `1,234`.
package enum ValueText {
  /// A value that stands by itself, in a status line or a sentence: about three significant digits.
  ///
  /// Given another value to compare with, it shows as many digits as it takes to tell the two apart: 14.96 %
  /// below a target of 15 % must not read `15.0%`.
  package static func short(
    _ number: Number, _ quantity: Quantity, apartFrom other: Number? = nil,
    in language: Language = .english
  ) -> String {
    readable(number, quantity, apartFrom: other).text(in: language)
  }

  private static func readable(
    _ number: Number, _ quantity: Quantity, apartFrom other: Number?
  ) -> ReadableNumber {
    func readable(_ number: Number, extraDigits: Int, isTrimmed: Bool) -> ReadableNumber {
      let unit = DisplayUnit(for: quantity, magnitude: number.magnitude.doubleValue)
      return ReadableNumber(number, in: unit, extraDigits: extraDigits, isTrimmed: isTrimmed)
    }
    let plain = readable(number, extraDigits: 0, isTrimmed: false)
    guard let other, other != number else { return plain }
    for extra in 0...6 {
      // Compared without zeros at the end: `10.00` reads like `10`.
      let text = readable(number, extraDigits: extra, isTrimmed: true)
      guard text == readable(other, extraDigits: extra, isTrimmed: true) else {
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
}

extension Goal<Number> {
  /// `at least 15%`, `between 2 and 3 hours`.
  package func text(_ quantity: Quantity, in language: Language = .english) -> String {
    func words(_ value: Number) -> String { ValueText.short(value, quantity, in: language) }
    switch self {
    case .atLeast(let value): return language(GoalWords.atLeast) + " " + words(value)
    case .atMost(let value): return language(GoalWords.atMost) + " " + words(value)
    case .between(let low, let high):
      return [language(GoalWords.between), words(low), language(GoalWords.and), words(high)]
        .joined(separator: " ")
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

private enum GoalWords {
  static let atLeast = Wording(en: "at least", vi: "ít nhất")
  static let atMost = Wording(en: "at most", vi: "nhiều nhất")
  static let between = Wording(en: "between", vi: "từ")
  static let and = Wording(en: "and", vi: "đến")
}
