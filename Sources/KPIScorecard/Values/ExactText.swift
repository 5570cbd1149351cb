package import KPIModel
package import KPIPlan

extension ValueText {
  /// The value in full, as the language writes it: `1234567.89 USD`, `12.5%`, `90 minutes`. A value that no decimal
  /// equals stands beside its fraction: `33.33333333333333% (1/3)`.
  package static func exact(_ number: Number, _ quantity: Quantity) -> String {
    let text = digits(number, quantity)
    guard case .exact(let value) = number, value.exactFractionDigits(limit: 15) == nil else {
      return text
    }
    return text + " (\(value.numerator)/\(value.denominator))"
  }

  package static func exact(_ cell: Cell, _ quantity: Quantity) -> String {
    switch cell {
    case .value(let number): exact(number, quantity)
    case .missing(let reason): "missing (\(reason.rawValue))"
    }
  }

  private static func digits(_ number: Number, _ quantity: Quantity) -> String {
    switch quantity.style {
    case .percent: return (number.multiplied(by: Number(100)) ?? number).text + "%"
    case .scaled(let name, _): return "\(quantity.written(number).text) \(name)"
    case .natural where quantity.unit.isPlain: return number.text
    case .natural where quantity.unit == .time:
      let unit = timeUnits.first { isWhole(number, in: $0.seconds) } ?? ("seconds", 1)
      return "\((number.divided(by: Number(unit.seconds)) ?? number).text) \(unit.name)"
    case .natural: return "\(number.text) \(quantity.unit.description)"
    }
  }

  private static let timeUnits = [
    (name: "days", seconds: 86_400), (name: "hours", seconds: 3600), (name: "minutes", seconds: 60),
  ]

  private static func isWhole(_ number: Number, in seconds: Int) -> Bool {
    guard case .exact(let value) = number, !value.isZero else { return false }
    return value.divided(by: Rational(seconds))?.isInteger ?? false
  }
}
