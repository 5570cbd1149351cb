package import KPIModel
package import KPIText

/// A number as people read it, in its parts, which each language puts together in its own way.
package struct ReadableNumber: Hashable, Sendable {
  /// With `,` between thousands and `.` before the fraction.
  private let digits: String
  private let scale: Scale?
  private let isPercent: Bool
  /// The unit's name after this number; `nil` for plain numbers and percents.
  private let unit: String?

  private enum Scale: Hashable, CaseIterable {
    case million, billion, trillion

    var exponent: Int {
      switch self {
      case .million: 6
      case .billion: 9
      case .trillion: 12
      }
    }

    /// After the digits; English has one letter, as the language for specifications.
    var name: Wording {
      switch self {
      case .million: Wording(en: "M", vi: " triệu")
      case .billion: Wording(en: "B", vi: " tỷ")
      case .trillion: Wording(en: "T", vi: " nghìn tỷ")
      }
    }
  }

  /// The number with about three significant digits, and some more where they are asked for.
  package init(
    _ number: Number, in unit: DisplayUnit, extraDigits: Int = 0, isTrimmed: Bool = false
  ) {
    self.init(
      shown: unit.shown(number), in: unit, extraDigits: extraDigits, isTrimmed: isTrimmed)
  }

  /// The same for a number that already counts the unit, as the marks of an axis do.
  package init(
    shown number: Number, in unit: DisplayUnit, extraDigits: Int = 0, isTrimmed: Bool = false
  ) {
    (digits, scale) = ReadableNumber.digits(
      of: number, unit, extraDigits: extraDigits, isTrimmed: isTrimmed)
    isPercent = unit.isPercent
    let isOne = (digits == "1" || digits == "-1") && scale == nil
    self.unit = isOne ? unit.names?.one : unit.names?.many
  }

  package func text(in language: Language) -> String {
    bareText(in: language) + (unit.map { " " + UnitWords.text($0, in: language) } ?? "")
  }

  /// The number without its unit, for a place that says the unit once for many.
  package func bareText(in language: Language) -> String {
    let scale = scale.map { language($0.name) } ?? ""
    return NumberText.marked(digits, in: language) + scale + (isPercent ? "%" : "")
  }

  // MARK: Digits

  private static func digits(
    of number: Number, _ unit: DisplayUnit, extraDigits: Int, isTrimmed: Bool
  ) -> (String, Scale?) {
    let magnitude = number.magnitude.doubleValue
    // Just below a million already rounds to `1,000,000`.
    if magnitude >= 999_999.5, !unit.isPercent {
      return abbreviated(number, extraDigits: extraDigits)
    }
    if NumberText.isWhole(number) { return (NumberText.grouped(number, digits: 0), nil) }
    var digits: Int
    if unit.isPercent {
      digits = max(1, NumberText.digits(showing: 2, of: magnitude))
    } else if let minor = unit.minorDigits {
      if magnitude >= 1000 {
        digits = 0
      } else {
        digits = magnitude >= 0.1 ? minor : max(minor, NumberText.digits(showing: 2, of: magnitude))
        if !isTrimmed { return (NumberText.grouped(number, digits: digits), nil) }
      }
    } else {
      digits = NumberText.digits(showing: 3, of: magnitude)
    }
    digits = min(digits + extraDigits, NumberText.mostDigits)
    return (NumberText.trimmed(number, digits: digits), nil)
  }

  /// Millions, billions and trillions with three significant digits.
  private static func abbreviated(_ number: Number, extraDigits: Int) -> (String, Scale?) {
    var found: (String, Scale?) = ("", nil)
    for scale in Scale.allCases {
      guard let power = Rational(mantissa: 1, scale: -scale.exponent),
        let scaled = number.divided(by: .exact(power))
      else { break }
      let digits = NumberText.digits(showing: 3, of: scaled.magnitude.doubleValue) + extraDigits
      found = (NumberText.trimmed(scaled, digits: min(digits, NumberText.mostDigits)), scale)
      if scaled.magnitude.doubleValue < 999.5 { break }
    }
    return found
  }
}

/// The names of units of time in each language; other units have the name that the specification gives them.
package enum UnitWords {
  package static func text(_ name: String, in language: Language) -> String {
    guard language == .vietnamese else { return name }
    return vietnamese.first { name == $0.word || name == $0.word + "s" }?.name ?? name
  }

  private static let vietnamese = [
    (word: "second", name: "giây"), (word: "minute", name: "phút"), (word: "hour", name: "giờ"),
    (word: "day", name: "ngày"), (word: "week", name: "tuần"),
  ]
}
