/// What a unit is built from.
package enum BaseUnit: Hashable, Sendable, Comparable {
  /// A currency by its ISO 4217 code.
  case currency(String)
  /// Time, counted in seconds.
  case time
  /// A unit that the specification declares without a formula.
  case declared(String)
  /// Money whose currency stands in another column, and is another in every row.
  case anyCurrency

  /// The name that messages show.
  package var name: String {
    switch self {
    case .currency(let code): code
    case .time: "time"
    case .declared(let name): name
    case .anyCurrency: "money"
    }
  }
}

/// A product of powers of base units; the plain number is the empty product.
///
/// Two quantities may be added or compared when their units are equal. `percent` is not a unit but a
/// way to show a plain number.
package struct Unit: Hashable, Sendable {
  /// Sorted by base, no exponent is 0.
  package let powers: [Power]

  package struct Power: Hashable, Sendable {
    package let base: BaseUnit
    package let exponent: Int
  }

  package static let plain = Unit(powers: [])
  package static let time = Unit(.time)

  package init(_ base: BaseUnit) { powers = [Power(base: base, exponent: 1)] }

  private init(powers: [Power]) { self.powers = powers }

  package var isPlain: Bool { powers.isEmpty }

  /// Whether values of several currencies may be behind it, so that they cannot be added or compared.
  package var isMixed: Bool { powers.contains { $0.base == .anyCurrency } }

  /// The currencies in the unit.
  package var currencies: [String] {
    powers.compactMap { power in
      if case .currency(let code) = power.base { code } else { nil }
    }
  }

  /// The same unit in another currency, where there is just one currency and nothing is divided by it; a plain number
  /// becomes an amount. `nil` where it is not clear what would be exchanged.
  package func exchanged(for code: String) -> Unit? {
    let own = powers.filter { power in
      switch power.base {
      case .currency, .anyCurrency: true
      case .time, .declared: false
      }
    }
    let currency = Unit(.currency(code))
    guard let only = own.first else { return isPlain ? currency : nil }
    guard own.count == 1, only.exponent == 1 else { return nil }
    return over(Unit(only.base)).times(currency)
  }

  package func times(_ other: Unit) -> Unit { combined(with: other, sign: 1) }
  package func over(_ other: Unit) -> Unit { combined(with: other, sign: -1) }

  private func combined(with other: Unit, sign: Int) -> Unit {
    var exponents: [BaseUnit: Int] = [:]
    for power in powers { exponents[power.base, default: 0] += power.exponent }
    for power in other.powers { exponents[power.base, default: 0] += sign * power.exponent }
    return Unit(
      powers: exponents.filter { $0.value != 0 }
        .map { Power(base: $0.key, exponent: $0.value) }
        .sorted { $0.base < $1.base })
  }

  /// `USD / kg`, `USD · kg`, `1 / time`, `plain number`.
  package var description: String {
    guard !isPlain else { return "plain number" }
    let above = powers.filter { $0.exponent > 0 }.map(Unit.text)
    let below = powers.filter { $0.exponent < 0 }.map(Unit.text)
    let numerator = above.isEmpty ? "1" : above.joined(separator: " · ")
    return below.isEmpty ? numerator : numerator + " / " + below.joined(separator: " / ")
  }

  private static func text(_ power: Power) -> String {
    let exponent = abs(power.exponent)
    return exponent == 1 ? power.base.name : "\(power.base.name)^\(exponent)"
  }
}

/// A unit together with the way its values are written.
package struct Quantity: Hashable, Sendable {
  package let unit: Unit
  package let style: Style

  package enum Style: Hashable, Sendable {
    /// As the unit itself suggests.
    case natural
    /// A plain number shown times 100 with a percent sign.
    case percent
    /// In a named multiple of the unit: `tonne` for 1000 kg, `hours` for 3600 seconds.
    case scaled(name: String, factor: Rational)
  }

  package init(_ unit: Unit, style: Style = .natural) {
    self.unit = unit
    self.style = style
  }

  package static let plain = Quantity(.plain)
  package static let percent = Quantity(.plain, style: .percent)
}

/// A unit that a specification declares: how many of which base one of it is.
package struct DeclaredUnit: Hashable, Sendable {
  package let name: String
  package let label: String?
  package let unit: Unit
  package let factor: Rational

  package init(name: String, label: String?, unit: Unit, factor: Rational) {
    self.name = name
    self.label = label
    self.unit = unit
    self.factor = factor
  }
}

extension Quantity {
  /// A value in the unit that results are written in, for machines: the base unit unless the KPI names
  /// another one. A percent stays the plain ratio.
  package func written(_ number: Number) -> Number {
    guard case .scaled(_, let factor) = style else { return number }
    return number.divided(by: .exact(factor)) ?? number
  }

  /// The name of that unit, such as `USD` or `hours`; `nil` for plain numbers and percents.
  package var writtenUnit: String? {
    switch style {
    case .scaled(let name, _): name
    case .percent: nil
    case .natural: unit.isPlain ? nil : unit == .time ? "seconds" : unit.description
    }
  }

  /// A value with its unit as a specification writes it: `900 USD`, `0.15`.
  package func text(of number: Number) -> String {
    written(number).text + (writtenUnit.map { " " + $0 } ?? "")
  }
}
