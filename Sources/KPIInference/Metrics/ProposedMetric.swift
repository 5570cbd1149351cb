/// A metric that the columns of a table allow.
package struct ProposedMetric: Hashable, Sendable {
  package let name: String
  package let meaning: Meaning
  /// In the language, without the metric's name.
  package let formula: String
  /// The unit that it is shown in, where the formula does not say it.
  package let unit: String?
  /// The table that it counts, and the header of the column that it is about, empty where there is none.
  package let table: String
  package let column: String
  /// What its readers call what it is about: the column, a value, another table.
  package let subject: String

  /// What it is, for the words that explain it.
  package enum Meaning: Hashable, Sendable {
    case count, total, average, typical, perPiece, margin, value
    case share, onTime, distinct, newcomers, perEntity
    case daysUntil, growth(Growth)
    case atEnd, started, ended, turnover, closing, usualAge
  }

  package enum Growth: Hashable, Sendable {
    case month, year
  }
}
