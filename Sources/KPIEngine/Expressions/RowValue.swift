import KPIModel

/// The value of a formula over one row.
enum RowValue: Hashable {
  case missing
  case text(String)
  case boolean(Bool)
  case exact(Rational)
  /// A number that was divided by another column, and what it is exactly where that is known.
  case real(Double, Fraction)
  case day(Int)
  case instant(Int)

  init(_ scalar: Scalar?) {
    switch scalar {
    case nil: self = .missing
    case .text(let text): self = .text(text)
    case .boolean(let value): self = .boolean(value)
    case .number(let number): self = .exact(number)
    case .date(let day): self = .day(day.number)
    case .timestamp(let microseconds): self = .instant(microseconds)
    }
  }

  /// The value as group keys hold it.
  var scalar: Scalar? {
    switch self {
    case .missing: nil
    case .real(let number, let fraction):
      (fraction.rational ?? Rational(exactly: number)).map { .number($0) }
    case .text(let text): .text(text)
    case .boolean(let value): .boolean(value)
    case .exact(let number): .number(number)
    case .day(let day): .date(Day(day))
    case .instant(let microseconds): .timestamp(microseconds)
    }
  }

  init(real value: Double, _ fraction: Fraction = .none) {
    self = value.isFinite ? .real(value, fraction) : .missing
  }

  var isMissing: Bool { self == .missing }

  /// The number as a floating-point one.
  var double: Double? {
    switch self {
    case .exact(let number): number.doubleValue
    case .real(let value, _): value
    case .missing, .text, .boolean, .day, .instant: nil
    }
  }

  /// What the number is exactly, as far as that fits; none for what is no number.
  var fraction: Fraction {
    switch self {
    case .exact(let number): Fraction(number)
    case .real(_, let fraction): fraction
    case .missing, .text, .boolean, .day, .instant: .none
    }
  }

  /// Microseconds since 1970 of a date or a timestamp.
  var microseconds: Int? {
    switch self {
    case .day(let day): day * microsecondsPerDay
    case .instant(let microseconds): microseconds
    case .missing, .text, .boolean, .exact, .real: nil
    }
  }
}

let microsecondsPerDay = 86_400_000_000

/// Why a formula has no value for a row.
enum RowFailure: Error {
  /// An exact result does not fit in 128 bits.
  case outOfRange
  /// No row of a table of rates has the currency of an amount on its day; or the amount has none.
  case noRate(currency: String?, day: Day, table: String)
}
