import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

/// A unit as a specification names it: its dimensions, and how many of their base one of it is.
struct NamedUnit: Hashable {
  let unit: Unit
  let factor: Rational
  let style: Quantity.Style

  static let percent = NamedUnit(
    unit: .plain, factor: Rational(1, over: 100) ?? .one, style: .percent)

  var quantity: Quantity { Quantity(unit, style: style) }

  /// A unit that stands for itself.
  static func base(_ name: String) -> NamedUnit {
    NamedUnit(unit: Unit(.declared(name)), factor: .one, style: .natural)
  }
}

/// The units that a specification may use: currencies, time, percent, and those it declares.
struct UnitTable: Sendable {
  private var declared: [String: NamedUnit] = [:]

  /// The names of the declared units, for suggestions.
  private(set) var names: [String] = []

  func resolve(_ name: String) -> NamedUnit? {
    if let unit = declared[name] { return unit }
    if name == "percent" { return .percent }
    if let seconds = UnitTable.seconds(of: name) {
      return NamedUnit(
        unit: .time, factor: Rational(seconds), style: style(name, Rational(seconds)))
    }
    guard Currency.minorDigits(name) != nil else { return nil }
    return NamedUnit(unit: Unit(.currency(name)), factor: .one, style: .natural)
  }

  /// Everything a misspelled unit may have been meant to be.
  var suggestions: [String] {
    names + ["percent", "seconds", "minutes", "hours", "days", "weeks", "USD", "EUR", "VND"]
  }

  /// The largest power of a unit that a declaration may name.
  private static let largestPower = 12

  static func isBuiltIn(_ name: String) -> Bool {
    name == "percent" || seconds(of: name) != nil || Currency.minorDigits(name) != nil
  }

  private static func seconds(of name: String) -> Int? {
    switch name {
    case "second", "seconds": 1
    case "minute", "minutes": 60
    case "hour", "hours": 3600
    case "day", "days": 86_400
    case "week", "weeks": 604_800
    default: nil
    }
  }

  private func style(_ name: String, _ factor: Rational) -> Quantity.Style {
    factor == .one ? .natural : .scaled(name: name, factor: factor)
  }

  // MARK: Declaring

  /// Reads the declared units, each after those that its formula needs.
  init(_ units: [UnitSyntax], into diagnostics: inout [Diagnostic]) {
    var places: [String: Int] = [:]
    for (index, unit) in units.enumerated() {
      guard let name = unit.name else { continue }
      names.append(name.text)
      places[name.text] = index
    }
    let order = DependencyOrder(
      units.map { unit in
        unit.formula.map { UnitTable.names(in: $0).compactMap { places[$0.text] } } ?? []
      })
    for circle in order.circles {
      guard let first = circle.min(), let name = units[first].name else { continue }
      diagnostics.append(.circularUnit(name.text, at: name.range))
      for name in circle.compactMap({ units[$0].name }) { declared[name.text] = .base(name.text) }
    }
    for index in order.waves.joined() { declare(units[index], into: &diagnostics) }
  }

  private mutating func declare(_ unit: UnitSyntax, into diagnostics: inout [Diagnostic]) {
    guard let name = unit.name else { return }
    // A unit with a mistake was reported; it stands for itself, so that its uses are not reported too.
    guard let formula = unit.formula, let value = value(of: formula, into: &diagnostics) else {
      declared[name.text] = .base(name.text)
      return
    }
    declared[name.text] = NamedUnit(
      unit: value.unit, factor: value.factor, style: style(name.text, value.factor))
  }

  /// The declared units as the model holds them.
  func declarations(_ units: [UnitSyntax]) -> [DeclaredUnit] {
    units.compactMap { syntax in
      guard let name = syntax.name, let unit = declared[name.text] else { return nil }
      return DeclaredUnit(
        name: name.text, label: syntax.label?.value, unit: unit.unit, factor: unit.factor)
    }
  }

  /// The names in a unit formula.
  private static func names(in formula: ExpressionSyntax) -> [NameSyntax] {
    switch formula {
    case .literal(let literal): literal.unit.map { [$0] } ?? []
    case .path(let path): path.parts
    case .parenthesized(let inner): names(in: inner.inner)
    case .binary(let binary):
      names(in: binary.first) + binary.steps.flatMap { names(in: $0.operand) }
    default: []
    }
  }

  // MARK: Unit formulas

  /// A unit written as a formula: `USD / kg`, `1000 kg`, `percent`.
  func value(
    of formula: ExpressionSyntax, into diagnostics: inout [Diagnostic]
  ) -> NamedUnit? {
    switch formula {
    case .literal(let literal):
      guard case .number(let decimal) = literal.value, let number = decimal.rational else {
        break
      }
      guard let name = literal.unit else {
        return NamedUnit(unit: .plain, factor: number, style: .natural)
      }
      guard let unit = known(name, into: &diagnostics),
        let factor = number.multiplied(by: unit.factor)
      else { return nil }
      return NamedUnit(unit: unit.unit, factor: factor, style: .natural)
    case .path(let path) where path.parts.count == 1:
      return known(path.parts[0], into: &diagnostics)
    case .parenthesized(let inner):
      return value(of: inner.inner, into: &diagnostics)
    case .binary(let binary):
      return product(binary, into: &diagnostics)
    case .missing:
      return nil
    default:
      break
    }
    diagnostics.append(.notAUnit(at: formula.range))
    return nil
  }

  private func product(
    _ binary: BinarySyntax, into diagnostics: inout [Diagnostic]
  ) -> NamedUnit? {
    guard var result = value(of: binary.first, into: &diagnostics) else { return nil }
    for step in binary.steps {
      guard let next = value(of: step.operand, into: &diagnostics) else { return nil }
      let factor: Rational?
      let unit: Unit
      switch step.operator {
      case .multiply:
        (factor, unit) = (result.factor.multiplied(by: next.factor), result.unit.times(next.unit))
      case .divide:
        (factor, unit) = (result.factor.divided(by: next.factor), result.unit.over(next.unit))
      default: (factor, unit) = (nil, .plain)
      }
      guard let factor, unit.powers.allSatisfy({ abs($0.exponent) <= UnitTable.largestPower })
      else {
        diagnostics.append(.notAUnit(at: binary.range))
        return nil
      }
      result = NamedUnit(unit: unit, factor: factor, style: .natural)
    }
    guard result.factor != .one else { return result }
    return NamedUnit(
      unit: result.unit, factor: result.factor,
      style: .scaled(name: binary.syntax.text, factor: result.factor))
  }

  private func known(_ name: NameSyntax, into diagnostics: inout [Diagnostic]) -> NamedUnit? {
    if let unit = resolve(name.text) { return unit }
    diagnostics.append(.unknownUnit(name.text, known: suggestions, at: name.range))
    return nil
  }
}

extension DecimalLiteral {
  /// The number that is meant: `15%` is 0.15.
  var rational: Rational? {
    Rational(mantissa: mantissa, scale: isPercent ? scale + 2 : scale)
  }
}
