import KPIModel

extension Interpreter {
  /// Applies a function; a missing argument makes the result missing, except for `coalesce`.
  static func apply(
    _ function: RowFunction, _ arguments: [RowValue]
  ) throws(RowFailure) -> RowValue {
    if function == .coalesce { return arguments.first { !$0.isMissing } ?? .missing }
    guard let first = arguments.first, !arguments.contains(.missing) else { return .missing }
    switch function {
    case .abs, .round, .floor, .ceiling: return rounding(function, first, arguments)
    case .min, .max: return extreme(arguments, greatest: function == .max)
    case .lower, .upper, .trim, .length, .contains, .startsWith, .endsWith, .concat:
      return text(function, first, arguments)
    case .year, .quarter, .month, .day, .weekday, .hour, .date: return part(function, of: first)
    case .coalesce: return first
    case .age: return .missing
    case .band:
      return arguments.dropFirst().last { compare(.lessOrEqual, $0, first) == true } ?? .missing
    }
  }

  private static func rounding(
    _ function: RowFunction, _ value: RowValue, _ arguments: [RowValue]
  ) -> RowValue {
    var digits = 0
    if arguments.count > 1, let number = arguments[1].double {
      digits = Int(Swift.min(Swift.max(number, 0), 15))
    }
    return value.rounded(function, digits: digits)
  }

  private static func extreme(_ arguments: [RowValue], greatest: Bool) -> RowValue {
    var result = arguments[0]
    for value in arguments.dropFirst()
    where compare(greatest ? .greater : .less, value, result) == true {
      result = value
    }
    // Once a number went through a division, the smaller of two is such a number too.
    if arguments.contains(where: { if case .real = $0 { true } else { false } }),
      let double = result.double
    {
      return RowValue(real: double, result.fraction)
    }
    return result
  }

  private static func text(
    _ function: RowFunction, _ first: RowValue, _ arguments: [RowValue]
  ) -> RowValue {
    let texts = arguments.map { if case .text(let text) = $0 { text } else { "" } }
    guard case .text(let text) = first else { return .missing }
    let second = texts.count > 1 ? texts[1] : ""
    switch function {
    case .lower: return .text(text.lowercased())
    case .upper: return .text(text.uppercased())
    case .trim: return .text(trimmed(text))
    case .length: return .exact(Rational(text.unicodeScalars.count))
    case .contains: return .boolean(contains(Array(text.utf8), Array(second.utf8)))
    case .startsWith: return .boolean(text.utf8.starts(with: second.utf8))
    case .endsWith: return .boolean(text.utf8.reversed().starts(with: second.utf8.reversed()))
    default: return .text(texts.joined())
    }
  }

  private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard let first = part.first else { return true }
    guard part.count <= text.count else { return false }
    return (0...text.count - part.count).contains { start in
      text[start] == first && text[start..<start + part.count].elementsEqual(part)
    }
  }

  private static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let end = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[start...end])
  }

  private static func part(_ function: RowFunction, of value: RowValue) -> RowValue {
    guard let microseconds = value.microseconds else { return .missing }
    let number = floorDivide(microseconds, microsecondsPerDay)
    switch function {
    case .date: return .day(number)
    case .hour:
      return .exact(Rational(floorModulo(microseconds, microsecondsPerDay) / 3_600_000_000))
    default: return .exact(Rational(part(function, ofDay: number)))
    }
  }

  /// The part of a day as a number; Monday is weekday 1.
  static func part(_ function: RowFunction, ofDay number: Int) -> Int {
    let day = Day(number)
    switch function {
    case .year: return day.date.year
    case .quarter: return (day.date.month + 2) / 3
    case .month: return day.date.month
    case .weekday: return day.weekday + 1
    default: return day.date.day
    }
  }
}

extension RowValue {
  /// The absolute value, or the number rounded to fraction digits.
  func rounded(_ function: RowFunction, digits: Int) -> RowValue {
    switch self {
    case .exact(let number):
      return switch RowValue.rounded(.exact(number), function, digits) {
      case .exact(let exact): .exact(exact)
      case .real(let real): RowValue(real: real)
      }
    case .real(let value, let fraction):
      let number = fraction.rational.map(Number.exact) ?? .real(value)
      return switch RowValue.rounded(number, function, digits) {
      case .exact(let exact): RowValue(real: exact.doubleValue, Fraction(exact))
      case .real(let real): RowValue(real: real)
      }
    case .missing, .text, .boolean, .day, .instant: return .missing
    }
  }

  private static func rounded(_ number: Number, _ function: RowFunction, _ digits: Int) -> Number {
    switch function {
    case .abs: number.magnitude
    case .floor: number.floor
    case .ceiling: number.negated.floor.negated
    default: number.rounded(digits: digits)
    }
  }
}
