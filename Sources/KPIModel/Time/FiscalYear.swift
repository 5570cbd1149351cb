/// How a company cuts its fiscal years: into months of the calendar, or into whole weeks as retailers do.
package struct FiscalYear: Hashable, Sendable {
  /// The calendar month that the year begins with, or near; January is 1.
  package let startMonth: Int
  package let naming: Naming
  /// The weeks of a retail calendar; `nil` where the months are those of the calendar.
  package let weeks: Weeks?

  /// The calendar year that gives a fiscal year its name.
  package enum Naming: String, Hashable, Sendable, CaseIterable {
    case start, end
  }

  /// How whole weeks make up a fiscal year of 52 or 53 of them, the 53rd in the last month.
  package struct Weeks: Hashable, Sendable {
    package let pattern: Pattern
    /// The weekday that ends weeks and years; Monday is 0.
    package let lastWeekday: Int
    package let end: End

    /// The weeks of the three months of a quarter.
    package enum Pattern: String, Hashable, Sendable, CaseIterable {
      case fourFourFive = "4-4-5"
      case fourFiveFour = "4-5-4"
      case fiveFourFour = "5-4-4"

      /// The weeks of a quarter before each of its months.
      fileprivate var weeksBefore: [Int] {
        switch self {
        case .fourFourFive: [0, 4, 8]
        case .fourFiveFour: [0, 4, 9]
        case .fiveFourFour: [0, 5, 9]
        }
      }
    }

    /// Which of the weekdays around the end of a calendar month ends the year.
    package enum End: Hashable, Sendable {
      /// The one nearest to the end of the month, which may lie in the month after.
      case nearest
      /// The last one in the month.
      case last
    }

    package init(_ pattern: Pattern, lastWeekday: Int, end: End) {
      self.pattern = pattern
      self.lastWeekday = lastWeekday
      self.end = end
    }

    fileprivate func start(ofMonth month: Int) -> Int {
      month / 3 * 13 + pattern.weeksBefore[month % 3]
    }

    fileprivate func month(ofWeek week: Int) -> Int {
      let quarter = min(week / 13, 3)
      let month = pattern.weeksBefore.partitioningIndex { $0 > week - quarter * 13 } - 1
      return quarter * 3 + month
    }

    /// The first day of the year that follows on the year ending with, or near, a calendar month.
    fileprivate func firstDay(afterMonthEnding lastDay: Int) -> Int {
      let latest = end == .nearest ? lastDay + 3 : lastDay
      return latest - floorModulo(Day.weekday(latest) - lastWeekday, 7) + 1
    }
  }

  /// The years of the calendar.
  package static let calendar = FiscalYear(startMonth: 1)

  /// Years of twelve calendar months.
  package init(startMonth: Int, naming: Naming = .end) {
    self.startMonth = startMonth
    self.naming = naming
    weeks = nil
  }

  /// Years of whole weeks that end with, or near, a calendar month.
  package init(_ weeks: Weeks, endMonth: Int, naming: Naming = .end) {
    startMonth = endMonth % 12 + 1
    self.naming = naming
    self.weeks = weeks
  }

  /// Whether the periods of the year are whole weeks rather than months of the calendar.
  package var isRetail: Bool { weeks != nil }

  /// The weekday on which the weeks of a retail calendar start.
  var firstWeekday: Int? { weeks.map { ($0.lastWeekday + 1) % 7 } }

  // MARK: Months by number

  /// The running number of the fiscal month that holds a day: twelve times the year, and 0 to 11.
  func monthOrdinal(of day: Day) -> Int {
    guard let weeks else { return day.monthOrdinal - (startMonth - 1) }
    let year = year(of: day, weeks)
    let week = (day.number - firstDay(ofYear: year, weeks)) / 7
    return year * 12 + weeks.month(ofWeek: week)
  }

  /// The first day of a fiscal month by its number.
  func start(ofMonth ordinal: Int) -> Day {
    guard let weeks else { return Day(monthOrdinal: ordinal + startMonth - 1) }
    let month = floorModulo(ordinal, 12)
    return Day(
      firstDay(ofYear: floorDivide(ordinal, 12), weeks) + weeks.start(ofMonth: month) * 7)
  }

  /// The number of a year is the calendar year in which it begins, or near whose January it does.
  private func year(of day: Day, _ weeks: Weeks) -> Int {
    let near = floorDivide(day.monthOrdinal - (startMonth - 1), 12)
    if day.number < firstDay(ofYear: near, weeks) { return near - 1 }
    return day.number < firstDay(ofYear: near + 1, weeks) ? near : near + 1
  }

  private func firstDay(ofYear year: Int, _ weeks: Weeks) -> Int {
    weeks.firstDay(
      afterMonthEnding: Day.number(year: year, month: startMonth, day: 1) - 1)
  }

  // MARK: Names

  /// The year in the name of a fiscal year by its number.
  func name(ofYear ordinal: Int) -> Int { ordinal + nameOffset }

  /// The number of the fiscal year with a name.
  func year(named name: Int) -> Int { name - nameOffset }

  private var nameOffset: Int { naming == .end && startMonth > 1 ? 1 : 0 }
}
