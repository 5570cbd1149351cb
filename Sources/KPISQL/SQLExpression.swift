package import KPIModel

/// An expression of SQL as a tree. Only a dialect makes text of it, so no name and no value is ever pasted in.
package indirect enum SQLExpression: Hashable, Sendable {
  /// A column of a relation in the `FROM` of the statement, by the relation's alias.
  case column(of: String, String)
  /// A column of the derived relation that the statement reads from.
  case name(String)
  case text(String)
  case integer(Int128)
  /// A number with a finite decimal expansion.
  case decimal(mantissa: Int128, scale: Int)
  case boolean(Bool)
  case date(Day)
  /// Microseconds of local wall-clock time.
  case timestamp(Int)
  case null
  case negated(SQLExpression)
  case arithmetic(ArithmeticOperator, SQLExpression, SQLExpression)
  /// What is left of a whole number that is not negative.
  case remainder(SQLExpression, Int128)
  case comparison(ComparisonOperator, SQLExpression, SQLExpression)
  case all([SQLExpression])
  case any([SQLExpression])
  case not(SQLExpression)
  case isNull(SQLExpression)
  case isIn(SQLExpression, [SQLExpression])
  /// Whether a value is of a kind, where each has a type of its own.
  case isOf(Dialect.ValueKind, SQLExpression)
  case choice([Branch], otherwise: SQLExpression?)
  /// A function that every dialect calls alike: `coalesce`, `abs`.
  case call(String, [SQLExpression])
  /// What dialects say in their own ways.
  case special(Special, SQLExpression)
  case aggregate(Aggregate, SQLExpression?, filter: SQLExpression?)
  /// Which of some grouping columns are not grouped by in a row of several grouping sets, as a number of bits, of which
  /// the first column is the highest. Engines take `mostGroupingColumns` at a time.
  case grouping([SQLExpression])

  static let mostGroupingColumns = 30

  package struct Branch: Hashable, Sendable {
    package let condition: SQLExpression
    package let value: SQLExpression

    package init(_ condition: SQLExpression, _ value: SQLExpression) {
      self.condition = condition
      self.value = value
    }
  }

  package enum Special: Hashable, Sendable {
    /// The date of a timestamp.
    case day
    /// The first day of the month of a date.
    case month
    /// A date some days later.
    case adding(days: Int)
    /// The days from another date to this one.
    case days(since: SQLExpression)
    /// `year`, `quarter`, `month`, `day`, `weekday` from Monday as 1, `hour`.
    case part(RowFunction)
    /// The wall-clock time in a zone of a moment.
    case local(zone: String)
    /// How many characters a text has.
    case length
    /// Whether a text holds another one.
    case contains(SQLExpression)
    /// The texts are compared by their bytes, whatever order the database has.
    case binary
    case concatenated(SQLExpression)
    /// A whole number that sums and products cannot grow out of without an error.
    case wide
  }

  package enum Aggregate: String, Hashable, Sendable {
    case count, sum, min, max
    case countDistinct
  }
}

extension SQLExpression {
  /// The number as SQL writes it; `nil` where its decimals do not end.
  init?(_ number: Rational) {
    if number.isInteger {
      self = .integer(number.numerator)
      return
    }
    guard let digits = number.exactFractionDigits(limit: 18),
      let power = Rational.powerOfTen(digits),
      let scaled = number.multiplied(by: Rational(power, over: 1) ?? .one),
      scaled.isInteger
    else { return nil }
    self = .decimal(mantissa: scaled.numerator, scale: digits)
  }

  /// All of the conditions as one; `nil` where there is none.
  static func conjunction(_ conditions: [SQLExpression]) -> SQLExpression? {
    conditions.count > 1 ? .all(conditions) : conditions.first
  }

  static func disjunction(_ conditions: [SQLExpression]) -> SQLExpression? {
    conditions.count > 1 ? .any(conditions) : conditions.first
  }
}
