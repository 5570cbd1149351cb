package import KPISource

/// The sentences about rows of data.
extension Diagnostic {
  /// A finding about one field; `column` and `value` are empty where the row as a whole is meant.
  package static func dataValue(
    _ rule: Rule, table: String, column: String, value: String, at location: Location,
    declared: SourceRange?
  ) -> Self {
    Diagnostic(
      rule, sentence(rule, table, column, "`\(value)`"), at: location,
      labels: declared.map { [Label($0, "declared here")] } ?? [], help: mend(rule, value))
  }

  /// What to do about a value: in the file where it is a slip, in the declaration where the file is right.
  private static func mend(_ rule: Rule, _ value: String) -> String {
    switch rule {
    case .missingRequiredValue:
      "Fill it in, or declare the column `optional` if it may be missing."
    case .invalidNumber where value.contains(","):
      "If the file writes numbers like this, show one in the table's block: `numbers \"1.234,56\"`."
    case .invalidNumber: "Correct the value, or declare the column as `text`."
    case .invalidBoolean: "Write `true` or `false`, `yes` or `no`, `1` or `0`."
    case .invalidDate where value.contains("/") || value.contains("."):
      "If the file writes dates like this, show one in the table's block: `dates \"31/12/2026\"`."
    case .invalidDate: "Dates are written as `2026-01-31`, and the day must exist."
    case .numberOutOfRange: "Exact numbers have up to 18 digits; check that the value is meant."
    case .valueNotAllowed: "Correct the value, or add it to the list in the column's declaration."
    case .duplicateKey: "Remove the repeated row, or choose a key that tells the rows apart."
    case .danglingReference:
      "Add the missing row to the referenced table, or leave the value empty and the column `optional`."
    case .dataNotText: "Export the data as a text file in UTF-8."
    default: "Correct the value."
    }
  }

  /// Says where a repeated key stood first.
  package mutating func addEarlier(line: Int) {
    help = "It stands first in line \(line). " + (help ?? "")
  }

  private static func sentence(
    _ rule: Rule, _ table: String, _ column: String, _ value: String
  ) -> String {
    let place = "`\(table).\(column)`"
    return switch rule {
    case .missingRequiredValue: "\(place) has no value in this row, and it is not optional"
    case .invalidNumber: "\(value) in \(place) is not a number"
    case .invalidBoolean: "\(value) in \(place) is neither yes nor no"
    case .invalidDate: "\(value) in \(place) is not a date"
    case .numberOutOfRange: "\(value) in \(place) has too many digits to be computed exactly"
    case .valueNotAllowed: "\(value) is not among the allowed values of \(place)"
    case .duplicateKey: "the key \(value) in \(place) occurs more than once"
    case .danglingReference: "\(value) in \(place) refers to a row that does not exist"
    case .dataNotText: "the text in \(place) is not UTF-8"
    default: "\(value) in \(place) cannot be used"
    }
  }

  package static func invalidInteger(
    table: String, column: String, value: String, at location: Location, declared: SourceRange?
  ) -> Self {
    Diagnostic(
      .invalidNumber, "`\(value)` in `\(table).\(column)` is not a whole number", at: location,
      labels: declared.map { [Label($0, "declared here")] } ?? [],
      help: "Declare the column as `number` if it may have decimals.")
  }

  package static func invalidTimestamp(
    table: String, column: String, value: String, at location: Location, declared: SourceRange?
  ) -> Self {
    Diagnostic(
      .invalidDate, "`\(value)` in `\(table).\(column)` is not a timestamp", at: location,
      labels: declared.map { [Label($0, "declared here")] } ?? [],
      help: "Write it as `2026-01-31 09:30:00`.")
  }

  package static func unknownOffset(
    table: String, column: String, value: String, at location: Location
  ) -> Self {
    Diagnostic(
      .invalidDate,
      "`\(value)` in `\(table).\(column)` has an offset, and the company's time zone is not known",
      at: location, help: "Check the name of the `timezone` in the `company` block.")
  }

  package static func raggedRow(
    table: String, found: String, at location: Location
  ) -> Self {
    Diagnostic(
      .raggedRow, "this row of table `\(table)` has \(found) fields", at: location,
      help: "Put a text that holds the delimiter in quotation marks.")
  }

  package static func invalidJSONRow(table: String, column: String?, at location: Location) -> Self
  {
    Diagnostic(
      .invalidJSONRow,
      column.map { "`\(table).\($0)` holds an object or a list instead of a value" }
        ?? "this line of table `\(table)` is not a JSON object", at: location)
  }

  package static func arithmeticOverflow(table: String, at location: Location) -> Self {
    Diagnostic(
      .arithmeticOverflow,
      "a formula over this row of table `\(table)` gives a number too large to be exact",
      at: location)
  }

  /// Without a currency, the amount stands alone.
  package static func missingRate(
    currency: String?, day: String, rates: String, at location: Location
  ) -> Self {
    guard let currency else {
      return Diagnostic(
        .missingRate, "this amount of \(day) has no currency, so it cannot be converted",
        at: location, help: "Fill in the currency, or leave the row out with `where`.")
    }
    return Diagnostic(
      .missingRate, "`\(rates)` has no rate for `\(currency)` on \(day)", at: location,
      help: "Add the rate to its table, or leave the row out with `where`.")
  }

  package static func sumTooLarge(table: String) -> Self {
    Diagnostic(
      .arithmeticOverflow, "a sum over table `\(table)` is too large to be exact", at: .none)
  }

  /// The line that stands for all findings after the first few of a kind.
  package static func moreBadRows(
    _ rule: Rule, table: String, count: Int, at location: Location
  ) -> Self {
    Diagnostic(rule, "… and \(count) more like this in table `\(table)`", at: location)
  }

  /// A note beside an answer: so many rows that remembering their keys would take too much memory.
  package static func keyNotChecked(table: String, limit: Int) -> Self {
    Diagnostic(
      .duplicateKey, severity: .note,
      "table `\(table)` has more than \(limit / 1_000_000) million rows, and its key was not checked "
        + "for repeats", at: .none)
  }

  package static func skippedRows(
    table: String, skipped: Int, read: Int, first: Diagnostic?, at location: Location
  ) -> Self {
    Diagnostic(
      .skippedRows,
      "\(skipped) of \(read) rows of table `\(table)` break its declaration and were left out",
      at: location, help: first.map { "The first finding: \($0.message)." })
  }
}
