import KPIModel
import KPIText

/// Decimal text of a number at a given precision, the one place where values are rounded for display.
enum NumberText {
  /// The most fraction digits that display ever uses.
  static let mostDigits = 12

  /// `12,345.60`: rounded half away from zero, with `,` between thousands.
  static func grouped(_ number: Number, digits: Int) -> String {
    guard let mantissa = mantissa(of: number, digits: digits) else { return number.text }
    return DecimalText.grouped(mantissa, scale: digits)
  }

  /// The same without zeros at the end of the fraction.
  static func trimmed(_ number: Number, digits: Int) -> String {
    let text = grouped(number, digits: digits)
    guard text.contains(".") else { return text }
    let end = text.lastIndex { $0 != "0" } ?? text.startIndex
    return String(text[end] == "." ? text[..<end] : text[...end])
  }

  /// Digits with the marks of a language: `1.234,5` in Vietnamese.
  static func marked(_ digits: String, in language: Language) -> String {
    switch language {
    case .english: digits
    case .vietnamese: String(digits.map { $0 == "," ? "." : $0 == "." ? "," : $0 })
    }
  }

  /// A grade from 0 to 1 with one or two digits, rounded down: 0.699 has not reached 0.7.
  static func grade(_ number: Number) -> String {
    let hundredths = number.multiplied(by: Number(100))?.floor ?? number
    let text = grouped(hundredths.divided(by: Number(100)) ?? number, digits: 2)
    return text.hasSuffix("0") ? String(text.dropLast()) : text
  }

  private static func mantissa(of number: Number, digits: Int) -> Int128? {
    switch number {
    case .exact(let rational):
      if let mantissa = rational.roundedMantissa(digits: digits) { return mantissa }
      return mantissa(of: .real(rational.doubleValue), digits: digits)
    case .real(let value):
      guard let power = Rational.powerOfTen(digits) else { return nil }
      return Int128(exactly: (value * Double(power)).rounded(.toNearestOrAwayFromZero))
    }
  }

  /// Whether the number has no fraction.
  static func isWhole(_ number: Number) -> Bool {
    switch number {
    case .exact(let rational): rational.isInteger
    case .real(let value): value == value.rounded()
    }
  }

  /// The fraction digits with which a magnitude shows at least so many significant digits.
  static func digits(showing significant: Int, of magnitude: Double) -> Int {
    guard magnitude > 0 else { return 0 }
    var digits = 0
    var threshold = 1.0
    for _ in 1..<significant { threshold *= 10 }
    var scaled = magnitude
    while scaled < threshold, digits < mostDigits {
      scaled *= 10
      digits += 1
    }
    return digits
  }
}
