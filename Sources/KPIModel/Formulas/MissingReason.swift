/// Why a value is missing; missing is never 0.
package enum MissingReason: String, Hashable, Sendable, CaseIterable, Error {
  case noRows = "no rows"
  case divisionByZero = "division by zero"
  /// The result is past the range of a floating-point number.
  case outOfRange = "out of range"
  /// No branch of a `case` applies, or a comparison has a missing side.
  case noValue = "no value"
  /// What follows the rows of the period counts too, and there has not been time for it yet.
  case notMature = "not mature"
}
