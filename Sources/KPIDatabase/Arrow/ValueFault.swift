/// Why one value of a result cannot be used.
package enum ValueFault: Error, Sendable, Hashable {
  /// It does not fit: a number of more than 128 bits, a day outside the years 1 to 9999.
  case outOfRange
  /// Text where a number is wanted, or PostgreSQL's `NaN` and `Infinity`.
  case notANumber
  case notADay
  /// The column's values are of another kind than was asked for.
  case wrongType
  /// A text points outside its bytes, or a number of a dictionary outside its values.
  case broken
}

/// The days and instants that can be worked with: those of the years 1 to 9999.
enum TimeRange {
  static let days = -719_162...2_932_896
  static let microsecondsADay = 86_400_000_000
}
