/// What the values of a column are, for messages about columns of databases.
package enum ValueKind: Sendable, Hashable {
  case text, boolean, date, timestamp, timeOfDay, duration, bytes
  case wholeNumber, number
  /// A number that holds decimals only nearly.
  case binaryNumber
  /// Nothing but missing values.
  case nothing
  /// A type that no figure is computed from, such as a list.
  case other

  var phrase: String {
    switch self {
    case .text: "text"
    case .boolean: "true or false"
    case .date: "dates"
    case .timestamp: "timestamps"
    case .timeOfDay: "times of day"
    case .duration: "intervals"
    case .bytes: "bytes"
    case .wholeNumber: "whole numbers"
    case .number: "numbers"
    case .binaryNumber: "binary numbers"
    case .nothing: "nothing"
    case .other: "values that nothing can be computed from"
    }
  }

  /// What to declare for values of the kind; `nil` where nothing fits.
  var declaration: String? {
    switch self {
    case .text: "text"
    case .boolean: "boolean"
    case .date: "date"
    case .timestamp: "timestamp"
    case .wholeNumber: "integer"
    case .number, .binaryNumber: "number"
    case .timeOfDay, .duration, .bytes, .nothing, .other: nil
    }
  }
}

/// Columns that are not as they are declared.
extension DatabaseWords {
  package static func missingColumn(_ column: String, found: [String]) -> Self {
    DatabaseWords(
      "it has no column `\(column)`",
      help: Diagnostic.otherColumns(than: column, found, whose: "the database"))
  }

  package static func otherType(
    _ column: String, declared: ValueKind, found: ValueKind, example: String? = nil
  ) -> Self {
    let value = example.map { ", such as `\($0)`" } ?? ""
    return DatabaseWords(
      "column `\(column)` is declared to hold \(declared.phrase), and the database has "
        + found.phrase + value,
      help: found.declaration.map {
        "Declare it as `\($0)` if that is meant, or name a view that converts it."
      } ?? "Name a view that converts it.")
  }
}
