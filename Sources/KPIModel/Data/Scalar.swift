/// One value of a row, as literals and group keys hold it.
package enum Scalar: Hashable, Sendable {
  case text(String)
  case boolean(Bool)
  /// In the base of the column's unit: seconds for durations, the currency itself for cents.
  case number(Rational)
  case date(Day)
  /// Microseconds of local wall-clock time since 1970-01-01T00:00, in the company's time zone.
  case timestamp(Int)
}

/// What the values of a row expression are.
package enum ScalarType: Hashable, Sendable {
  case text, boolean, date, timestamp
  case number(Quantity)

  /// The word that messages use.
  package var name: String {
    switch self {
    case .text: "text"
    case .boolean: "yes or no"
    case .date: "a date"
    case .timestamp: "a timestamp"
    case .number(let quantity):
      quantity.unit.isPlain ? "a number" : "an amount in \(quantity.unit.description)"
    }
  }
}

extension Scalar: Comparable {
  /// The order groups are listed in: texts by their Unicode scalars, the rest by value. Kinds do not mix.
  package static func < (left: Scalar, right: Scalar) -> Bool {
    switch (left, right) {
    case (.text(let left), .text(let right)):
      left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
    case (.boolean(let left), .boolean(let right)): !left && right
    case (.number(let left), .number(let right)): left < right
    case (.date(let left), .date(let right)): left < right
    case (.timestamp(let left), .timestamp(let right)): left < right
    default: left.rank < right.rank
    }
  }

  private var rank: Int {
    switch self {
    case .boolean: 0
    case .number: 1
    case .date: 2
    case .timestamp: 3
    case .text: 4
    }
  }
}

extension Scalar {
  /// The value as machine formats print it: `true`, `12.5`, `2026-01-31`, `2026-01-31T09:30:00`.
  package var text: String {
    switch self {
    case .text(let text): return text
    case .boolean(let value): return value ? "true" : "false"
    case .number(let rational): return Number.exact(rational).text
    case .date(let day): return day.text
    case .timestamp(let microseconds):
      let day = Day(floorDivide(microseconds, 86_400_000_000))
      let rest = floorModulo(microseconds, 86_400_000_000)
      let seconds = rest / 1_000_000
      let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }
      let fraction = rest % 1_000_000
      return "\(day.text)T\(time.joined(separator: ":"))"
        + (fraction == 0 ? "" : "." + padded(fraction, 6))
    }
  }
}
