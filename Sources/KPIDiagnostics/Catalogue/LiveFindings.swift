package import KPISource
import KPIText

/// The sentences about tables of databases that are not as they are declared.
extension Diagnostic {
  /// What a finding is about.
  package struct LiveColumn: Sendable {
    let table: String
    let column: String
    let declared: SourceRange

    package init(table: String, column: String, declared: SourceRange) {
      self.table = table
      self.column = column
      self.declared = declared
    }
  }

  private init(
    live rule: Rule, _ column: LiveColumn, severity: Severity? = nil, _ message: String,
    help: String
  ) {
    self.init(
      rule, severity: severity, message, at: .source(column.declared), help: help,
      about: column.column)
  }

  package static func liveMissingColumn(_ column: LiveColumn, found: [String]) -> Self {
    Diagnostic(
      live: .missingDataColumn, column,
      "the database has no column `\(column.column)` in table `\(column.table)`",
      help: otherColumns(than: column.column, found, whose: "the database"))
  }

  /// The column has another type. Text may still be what is declared, value by value.
  package static func liveType(
    _ column: LiveColumn, declared: ValueKind, found: ValueKind
  ) -> Self {
    let words = DatabaseWords.otherType(column.column, declared: declared, found: found)
    guard found == .text else {
      return Diagnostic(live: declared.rule, column, words.problem, help: words.help)
    }
    return Diagnostic(
      live: declared.rule, column, severity: .warning, words.problem,
      help: "Each value is looked at then, and every row read. " + words.help)
  }

  package static func liveMissingValues(_ column: LiveColumn, count: Int) -> Self {
    Diagnostic(
      live: .missingRequiredValue, column,
      "\(rows(count, "lacks", "lack")) a value in `\(column.table).\(column.column)`",
      help: "Fill them in, or write `optional` after the type of the column if it may be empty.")
  }

  package static func liveNotAllowed(_ column: LiveColumn, count: Int, example: String?) -> Self {
    Diagnostic(
      live: .valueNotAllowed, column,
      "\(rows(count, "has", "have")) a value in `\(column.table).\(column.column)` that is not "
        + "declared" + such(example),
      help: "Correct them in the database, or add the value to the `in (…)` of the column.")
  }

  package static func liveOtherKind(
    _ column: LiveColumn, declared: ValueKind, count: Int, example: String?
  ) -> Self {
    Diagnostic(
      live: declared.rule, column,
      "\(rows(count, "has", "have")) a value in `\(column.table).\(column.column)`, which is declared "
        + "to hold \(declared.phrase), that is none" + such(example),
      help: "Correct them in the database, or declare the column as `text`.")
  }

  package static func liveRepeatedKeys(_ column: LiveColumn, count: Int, example: String?) -> Self {
    Diagnostic(
      live: .duplicateKey, column,
      (count == 1 ? "1 key" : "\(count) keys") + " of table `\(column.table)` (\(column.column)) "
        + (count == 1 ? "stands" : "stand") + " in several rows" + such(example),
      help: "Remove the rows that are repeated, or mark columns as `key` that tell them apart.")
  }

  package static func liveOrphans(
    _ column: LiveColumn, target: String, count: Int, example: String?
  ) -> Self {
    Diagnostic(
      live: .danglingReference, column,
      "\(rows(count, "refers", "refer")) by `\(column.table).\(column.column)` to a row of "
        + "`\(target)` that is not there" + such(example),
      help: "Add the missing rows to `\(target)`, or correct these.")
  }

  /// Why a database cannot follow a reference.
  package enum UnfollowedReference: Sendable {
    /// The other table is not in the same source.
    case isElsewhere
    case hasNoKey
    /// The reference and the key are of different types in the database.
    case differs
  }

  package static func liveNotFollowed(
    _ column: LiveColumn, target: String, because reason: UnfollowedReference
  ) -> Self {
    let words =
      switch reason {
      case .isElsewhere: "`\(target)` is not in the same source"
      case .hasNoKey: "`\(target)` has no such key there"
      case .differs: "the key of `\(target)` has another type there"
      }
    return Diagnostic(
      live: .danglingReference, column, severity: .note,
      "it was not looked at whether the rows that `\(column.table).\(column.column)` refers to are "
        + "there: \(words)",
      help: "`kpi eval` looks at those that a question needs.")
  }

  private static func such(_ example: String?) -> String {
    example.map { ", such as `\(Printable.text($0))`" } ?? ""
  }

  private static func rows(_ count: Int, _ one: String, _ several: String) -> String {
    count == 1 ? "1 row \(one)" : "\(count) rows \(several)"
  }
}

extension ValueKind {
  /// The rule that values break which are not of the kind.
  fileprivate var rule: Rule {
    switch self {
    case .number, .wholeNumber, .binaryNumber: .invalidNumber
    case .boolean: .invalidBoolean
    case .date, .timestamp: .invalidDate
    case .text, .timeOfDay, .duration, .bytes, .nothing, .other: .dataNotText
    }
  }
}
