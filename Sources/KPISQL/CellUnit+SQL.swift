import KPIModel
import KPIPlan

/// A stretch of time as databases name it: by its day, by the first day of its month, or else by a number, as weeks and
/// fiscal years begin when a company says.
extension CellUnit {
  /// The stretch that a day is in.
  func stretch(of day: SQLExpression) -> SQLExpression {
    switch grain {
    case .day: return day
    case .month: return .special(.month, day)
    case .week, .fiscalWeek:
      let days = SQLExpression.special(.days(since: .date(.first)), day)
      return CellUnit.floored(CellUnit.sum(days, daysBefore), to: 7)
    default:
      let years = SQLExpression.arithmetic(
        .multiply, .special(.part(.year), day), .integer(12))
      let months = SQLExpression.arithmetic(.add, years, .special(.part(.month), day))
      return CellUnit.floored(CellUnit.sum(months, monthsBefore), to: grain.span.months)
    }
  }

  /// The first day of a stretch that a database names; `nil` where it names none.
  func day(of value: SQLValue) -> Day? {
    guard grain != .day, grain != .month else { return value.day }
    guard let number = value.number(), number.isInteger,
      let count = Int(exactly: number.numerator)
    else { return nil }
    return grain.isWeek
      ? Day.first.adding(days: count - daysBefore) : Day(monthOrdinal: count - monthsBefore - 1)
  }

  /// How many days of the week of the first day of all would be before it.
  private var daysBefore: Int {
    let later = start(of: Day.first.adding(days: 7))
    return 7 - (later.number - Day.first.number)
  }

  /// How many months before a January that begins with a period the calendar's years would have to begin, so that the
  /// number of each period's first month is a multiple of its length. Months are counted from 1 in each year.
  private var monthsBefore: Int {
    let length = grain.span.months
    let first = start(of: Day(monthOrdinal: 24_000)).monthOrdinal + 1
    return (length - first % length) % length
  }

  private static func sum(_ number: SQLExpression, _ more: Int) -> SQLExpression {
    more == 0 ? number : .arithmetic(.add, number, .integer(Int128(more)))
  }

  /// The greatest multiple that a number, which is not negative, reaches.
  private static func floored(_ number: SQLExpression, to multiple: Int) -> SQLExpression {
    .arithmetic(.subtract, number, .remainder(number, Int128(multiple)))
  }
}
