package import KPIModel

/// What the digits of a quantity count on a display: percents, a currency, a stretch of time, a unit.
///
/// Engine values are in base units; a display may use another one, and its name then goes with the digits.
package struct DisplayUnit: Sendable {
  /// The name after the digits, in its singular and plural; `nil` for plain numbers.
  let names: (one: String, many: String)?
  /// How many base units make one.
  package let factor: Rational
  /// The digits after the point that the unit is always shown with, if it has a convention.
  let minorDigits: Int?
  package let isPercent: Bool

  /// The name in a table's header: `USD`, `hours`.
  package var headerName: String? { names?.many }

  /// The unit that suits numbers of a magnitude; only time has a choice.
  package init(for quantity: Quantity, magnitude: Double) {
    var names: (String, String)?
    var factor = Rational.one
    var minorDigits: Int?
    var isPercent = false
    switch quantity.style {
    case .percent:
      isPercent = true
    case .scaled(let name, let scale):
      names = DisplayUnit.inflected(name)
      factor = scale
    case .natural:
      if quantity.unit == .time {
        let unit = DisplayUnit.timeUnit(magnitude)
        names = DisplayUnit.inflected(unit.name)
        factor = Rational(unit.seconds)
      } else if let code = DisplayUnit.soleCurrency(of: quantity.unit) {
        names = (code, code)
        minorDigits = Currency.minorDigits(code) ?? 2
      } else if !quantity.unit.isPlain {
        let text = DisplayUnit.text(of: quantity.unit)
        names = (text, text)
        minorDigits = quantity.unit.currencies.count == 1 ? 2 : nil
      }
    }
    self.names = names
    self.factor = factor
    self.minorDigits = minorDigits
    self.isPercent = isPercent
  }

  /// The number that the digits show.
  package func shown(_ number: Number) -> Number {
    if isPercent { return number.multiplied(by: Number(100)) ?? number }
    return factor == .one ? number : number.divided(by: .exact(factor)) ?? number
  }

  private static func soleCurrency(of unit: Unit) -> String? {
    guard unit.powers.count == 1, let power = unit.powers.first, power.exponent == 1,
      case .currency(let code) = power.base
    else { return nil }
    return code
  }

  /// `USD/kg`; time inside a compound unit is in seconds.
  private static func text(of unit: Unit) -> String {
    func name(_ power: Unit.Power) -> String {
      let base = power.base == .time ? "second" : power.base.name
      return abs(power.exponent) == 1 ? base : "\(base)^\(abs(power.exponent))"
    }
    let above = unit.powers.filter { $0.exponent > 0 }.map(name).joined(separator: "·")
    let below = unit.powers.filter { $0.exponent < 0 }.map(name).joined(separator: "/")
    return below.isEmpty ? above : above.isEmpty ? "per \(below)" : "\(above)/\(below)"
  }

  /// The largest unit of which there are at least two.
  private static func timeUnit(_ seconds: Double) -> (name: String, seconds: Int) {
    let units = [("days", 86_400), ("hours", 3600), ("minutes", 60)]
    return units.first { seconds >= Double(2 * $0.1) } ?? ("seconds", 1)
  }

  /// The words for time have a singular; units of the business's own do not.
  private static func inflected(_ name: String) -> (String, String) {
    let words = ["second", "minute", "hour", "day", "week"]
    guard let word = words.first(where: { name == $0 || name == $0 + "s" }) else {
      return (name, name)
    }
    return (word, word + "s")
  }
}
