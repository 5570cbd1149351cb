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
      "Fill it in, or write `optional` after the type of the column if it may be empty."
    case .invalidNumber where value.contains(","):
      "If the file writes numbers like this, show one in the table's block: `numbers \"1.234,56\"`."
    case .invalidNumber:
      "Correct it in the file: a number has digits and a point, and no currency or unit beside it. If the column holds "
        + "words, declare it as `text`."
    case .invalidBoolean: "Write `true` or `false`, `yes` or `no`, `1` or `0` in the file."
    case .invalidDate where value.contains("/") || value.contains("."):
      "If the file writes dates like this, show one in the table's block: `dates \"31/12/2026\"`."
    case .invalidDate:
      "Correct it in the file: dates are written as `2026-01-31`, and the day must exist."
    case .numberOutOfRange:
      "Numbers have up to 18 digits before the point and 18 after it; check whether two values have run together."
    case .valueNotAllowed: "Correct it in the file, or add it to the `in (…)` of the column."
    case .duplicateKey: "Remove one of the rows, or mark columns as `key` that tell them apart."
    case .danglingReference:
      "Add the missing row, or correct this one. If the value may be empty, write `optional` after the column's type."
    case .dataNotText: "Save or export the file as \"CSV UTF-8\"."
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
    case .missingRequiredValue: "\(place) is empty in this row"
    case .invalidNumber: "\(value) in \(place) is not a number"
    case .invalidBoolean: "\(value) in \(place) is neither yes nor no"
    case .invalidDate: "\(value) in \(place) is not a date"
    case .numberOutOfRange: "\(value) in \(place) has too many digits to be computed exactly"
    case .valueNotAllowed: "\(value) is not one of the values that \(place) may have"
    case .duplicateKey: "two rows have the same \(place), \(value)"
    case .danglingReference: "\(value) in \(place) stands for a row that is not there"
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
      help: "Declare the column as `number` instead of `integer` if it may have decimals.")
  }

  package static func invalidTimestamp(
    table: String, column: String, value: String, at location: Location, declared: SourceRange?
  ) -> Self {
    Diagnostic(
      .invalidDate, "`\(value)` in `\(table).\(column)` is not a date with a time of day",
      at: location,
      labels: declared.map { [Label($0, "declared here")] } ?? [],
      help: "Write it as `2026-01-31 09:30:00` in the file, or declare the column as `date`.")
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
      .raggedRow, "this row of table `\(table)` has \(found)", at: location,
      help: "A comma inside a value needs quotation marks around the value: `\"Hanoi, Vietnam\"`.")
  }

  package static func invalidJSONRow(table: String, column: String?, at location: Location) -> Self
  {
    Diagnostic(
      .invalidJSONRow,
      column.map { "`\(table).\($0)` holds an object or a list instead of a value" }
        ?? "this line of table `\(table)` is not a JSON object", at: location,
      help: "Write one object a line, with plain values: `{\"order_id\": \"1\", \"amount\": 12.5}`."
    )
  }

  package static func arithmeticOverflow(table: String, at location: Location) -> Self {
    Diagnostic(
      .arithmeticOverflow,
      "a formula over this row of table `\(table)` gives a number too large to be exact",
      at: location, help: "Check the values of the row, or divide before you multiply.")
  }

  /// Without a currency, the amount stands alone.
  package static func missingRate(
    currency: String?, day: String, rates: String, at location: Location
  ) -> Self {
    guard let currency else {
      return Diagnostic(
        .missingRate, "this amount of \(day) has no currency, so it cannot be converted",
        at: location,
        help: "Fill in the currency, or leave the row out: `where … is not missing`.")
    }
    return Diagnostic(
      .missingRate, "`\(rates)` has no rate for `\(currency)` on \(day)", at: location,
      help:
        "Add the rate of that day to `\(rates)`, or leave the row out: `where … != \"\(currency)\"`."
    )
  }

  package static func sumTooLarge(table: String) -> Self {
    Diagnostic(
      .arithmeticOverflow, "a sum over table `\(table)` is too large to be exact", at: .none,
      help: "Check the values, or sum a fraction of them: `sum(amount / 1000)`.")
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
      "\(skipped) of \(read) rows of table `\(table)` \(skipped == 1 ? "is wrong and was" : "are wrong and were") left out",
      at: location, help: first.map { "The first of them: \($0.message)." })
  }
}
