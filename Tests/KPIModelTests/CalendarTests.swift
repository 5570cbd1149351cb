import KPIModel
import Testing

/// Days, periods and windows, against dates looked up in a printed calendar.
@Suite struct CalendarTests {
  private static let april = Calendar(fiscal: FiscalYear(startMonth: 4))
  private static let sunday = Calendar(firstWeekday: 6)

  /// `2026-02-01..2026-02-28`, first and last day.
  private func text(_ days: Range<Day>) -> String {
    days.isEmpty
      ? "empty" : "\(days.lowerBound.text)..\(days.upperBound.adding(days: -1).text)"
  }

  // MARK: Days

  @Test(arguments: [
    (1970, 1, 1, 0), (2000, 2, 29, 11_016), (2026, 11, 23, 20_780), (1, 1, 1, -719_162),
    (9999, 12, 31, 2_932_896), (1969, 12, 31, -1),
  ])
  func dayNumbers(year: Int, month: Int, day: Int, number: Int) throws {
    let made = try #require(Day(year: year, month: month, day: day))
    #expect(made.number == number)
    #expect(made.date == Day(number).date)
    #expect(made.date.year == year && made.date.month == month && made.date.day == day)
  }

  @Test func impossibleDays() {
    #expect(Day(year: 2026, month: 2, day: 29) == nil)
    #expect(Day(year: 1900, month: 2, day: 29) == nil)
    #expect(Day(year: 2000, month: 2, day: 29) != nil)
    #expect(Day(year: 0, month: 1, day: 1) == nil)
    #expect(Day(year: 10_000, month: 1, day: 1) == nil)
    #expect(Day(year: 2026, month: 13, day: 1) == nil)
  }

  @Test func daysOutsideTheCalendarStopAtItsEnds() {
    #expect(Day(.max) == .end && Day(.min) == .first)
    #expect(Day.end.adding(days: .max) == .end && Day.first.adding(days: .min) == .first)
    #expect(Day.end.adding(months: .max) == .end && Day.first.adding(months: .min) == .first)
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
    ("2026-03-31", -1, "2026-02-28"),
    ("2024-02-29", -12, "2023-02-28"), ("2024-02-29", 48, "2028-02-29"),
    ("2026-01-15", -1, "2025-12-15"),
  ])
  func monthsClampToTheirLastDay(start: String, months: Int, expected: String) throws {
    #expect(try day(start).adding(months: months).text == expected)
  }

  @Test func everyDayOfFourCenturiesRoundTrips() {
    var previous = Day(-1)
    for number in 0..<146_097 {
      let date = Day(number).date
      let made = Day(year: date.year, month: date.month, day: date.day)
      guard made == Day(number), previous.adding(days: 1) == made else {
        Issue.record("day \(number) is \(date)")
        return
      }
      previous = Day(number)
    }
  }

  // MARK: Periods

  @Test(arguments: [
    (Grain.day, "2026-11-23", "2026-11-23", "2026-11-23..2026-11-23"),
    (.week, "2026-11-23", "2026-W48", "2026-11-23..2026-11-29"),
    (.week, "2026-01-01", "2026-W01", "2025-12-29..2026-01-04"),
    (.week, "2027-01-03", "2026-W53", "2026-12-28..2027-01-03"),
    (.week, "2024-12-30", "2025-W01", "2024-12-30..2025-01-05"),
    (.month, "2024-02-29", "2024-02", "2024-02-01..2024-02-29"),
    (.quarter, "2026-11-23", "2026-Q4", "2026-10-01..2026-12-31"),
    (.half, "2026-06-30", "2026-H1", "2026-01-01..2026-06-30"),
    (.half, "2026-07-01", "2026-H2", "2026-07-01..2026-12-31"),
    (.year, "2026-11-23", "2026", "2026-01-01..2026-12-31"),
    (.fiscalYear, "2026-03-31", "FY2026", "2025-04-01..2026-03-31"),
    (.fiscalYear, "2026-04-01", "FY2027", "2026-04-01..2027-03-31"),
  ])
  func periods(grain: Grain, inside: String, name: String, days: String) throws {
    let period = Self.april.period(grain, containing: try day(inside))
    #expect(Self.april.text(of: period) == name)
    #expect(text(period.days) == days)
    #expect(PeriodName(name).flatMap(Self.april.period(named:)) == period)
  }

  @Test(arguments: [
    // A week belongs to the year of its fourth day, here a Wednesday.
    ("2026-01-03", "2025-W53", "2025-12-28..2026-01-03"),
    ("2026-01-04", "2026-W01", "2026-01-04..2026-01-10"),
    ("2025-01-01", "2025-W01", "2024-12-29..2025-01-04"),
  ])
  func weeksFromSunday(inside: String, name: String, days: String) throws {
    let period = Self.sunday.period(.week, containing: try day(inside))
    #expect(Self.sunday.text(of: period) == name)
    #expect(text(period.days) == days)
    #expect(PeriodName(name).flatMap(Self.sunday.period(named:)) == period)
  }

  @Test func aFiscalYearFromJanuaryIsTheYear() throws {
    let period = Calendar.standard.period(.fiscalYear, containing: try day("2026-05-05"))
    #expect(Calendar.standard.text(of: period) == "FY2026")
    #expect(text(period.days) == "2026-01-01..2026-12-31")
  }

  @Test(arguments: Grain.allCases)
  func neighboursTouchAndNamesRoundTrip(grain: Grain) throws {
    for calendar in [Calendar.standard, Self.april, Self.sunday] {
      var ordinal = calendar.ordinal(of: try day("2019-12-25"), grain)
      while calendar.start(ofOrdinal: ordinal, grain) < (try day("2029-02-01")) {
        let period = calendar.period(ordinal: ordinal, grain)
        #expect(period.end == calendar.period(ordinal: ordinal + 1, grain).start)
        #expect(calendar.ordinal(of: period.start, grain) == ordinal)
        #expect(calendar.ordinal(of: period.lastDay, grain) == ordinal)
        let name = try #require(PeriodName(calendar.text(of: period)))
        #expect(calendar.period(named: name) == period)
        ordinal += 1
      }
    }
  }

  @Test func onlySomeYearsHaveAWeek53() {
    let years = (2015...2032).filter {
      Calendar.standard.period(named: .week($0, 53)) != nil
    }
    #expect(years == [2015, 2020, 2026, 2032])
  }

  @Test(arguments: [
    "", "26", "20266", "2026-", "2026-13", "2026-00", "2026-1", "2026-Q5", "2026-Q0", "2026-H3",
    "2026-W54", "2026-W00", "2026-02-30", "2026-2-3", "FY26", "FY", "2026-Q", "0000", "٢٠٢٦",
    "2026-01-01-01", "-2026",
  ])
  func notPeriods(text: String) {
    #expect(PeriodName(text) == nil)
  }

  // MARK: Windows

  private static let none = CalendarSpan.none
  private static let month = CalendarSpan(months: 1)
  private static let year = CalendarSpan(months: 12)

  private func window(
    _ calendar: Calendar, _ name: String, _ window: Window
  ) throws -> String {
    let period = try #require(PeriodName(name).flatMap(calendar.period(named:)))
    return calendar.days(of: window, for: period, asOf: Day.end).map(text) ?? "none"
  }

  @Test(
    arguments: [
      ("2026-03", month, "2026-02-01..2026-02-28"), ("2024-02", year, "2023-02-01..2023-02-28"),
      ("2025-02", year, "2024-02-01..2024-02-29"), ("2026-Q1", year, "2025-01-01..2025-03-31"),
      ("2026-H2", CalendarSpan(months: 6), "2026-01-01..2026-06-30"),
      ("2026", year, "2025-01-01..2025-12-31"), ("FY2027", year, "2025-04-01..2026-03-31"),
      ("2026-03-31", month, "2026-02-28..2026-02-28"),
      ("2024-02-29", year, "2023-02-28..2023-02-28"),
      ("2026-W10", CalendarSpan(days: 7), "2026-02-23..2026-03-01"),
      ("2026-W10", year, "2025-03-03..2025-03-09"),
      // 2025 has no week 53.
      ("2026-W53", year, "2025-12-22..2025-12-28"), ("2027-W53", year, nil),
      ("2026-W53", CalendarSpan(months: 72), "2020-12-28..2021-01-03"),
      ("2026-W10", month, "none"), ("2026-W10", CalendarSpan(months: 13), "none"),
      ("2026-03", CalendarSpan(days: 7), "2026-02-22..2026-03-24"),
    ] as [(String, CalendarSpan, String?)])
  func previous(name: String, span: CalendarSpan, expected: String?) throws {
    guard let expected else {
      #expect(PeriodName(name).flatMap(Self.april.period(named:)) == nil)
      return
    }
    #expect(
      try window(Self.april, name, Window(shift: span, extent: .period)) == expected)
  }

  @Test(arguments: [
    ("2026-03", CalendarSpan(months: 3), none, "2026-01-01..2026-03-31"),
    ("2026-03", CalendarSpan(months: 3), year, "2025-01-01..2025-03-31"),
    ("2026-03-31", month, none, "2026-03-01..2026-03-31"),
    ("2026-03-30", month, none, "2026-02-28..2026-03-30"),
    ("2024-02-29", year, none, "2023-03-01..2024-02-29"),
    ("2026-W10", CalendarSpan(days: 28), none, "2026-02-09..2026-03-08"),
    ("2026-W10", month, none, "2026-02-09..2026-03-08"),
    ("2026-11-23", CalendarSpan(days: 7), none, "2026-11-17..2026-11-23"),
  ])
  func trailing(name: String, span: CalendarSpan, shift: CalendarSpan, expected: String) throws {
    #expect(
      try window(Self.april, name, Window(shift: shift, extent: .trailing(span))) == expected)
  }

  @Test(arguments: [
    ("2026-05", Grain.year, none, "2026-01-01..2026-05-31"),
    ("2026-05", .fiscalYear, none, "2026-04-01..2026-05-31"),
    ("2026-03", .fiscalYear, none, "2025-04-01..2026-03-31"),
    ("2026-05", .quarter, year, "2025-04-01..2025-05-31"),
    // The last day of the period says which year it counts to.
    ("2026-W53", .year, none, "2027-01-01..2027-01-03"),
    ("2026-W53", .month, none, "2027-01-01..2027-01-03"),
    ("2026-Q1", .month, none, "2026-03-01..2026-03-31"),
    ("2024-02-29", .year, year, "2023-01-01..2023-02-28"),
  ])
  func toDate(name: String, grain: Grain, shift: CalendarSpan, expected: String) throws {
    #expect(try window(Self.april, name, Window(shift: shift, extent: .toDate(grain))) == expected)
  }

  @Test(arguments: [
    ("2026-03-01", "2026-03-31", "2026-02-01..2026-02-28"),
    // Nothing of February is lost, although it has no 30th.
    ("2026-03-01", "2026-03-30", "2026-02-01..2026-02-28"),
    ("2026-03-29", "2026-03-30", "2026-02-28..2026-02-28"),
    ("2026-02-01", "2026-02-28", "2026-01-01..2026-01-31"),
    ("2026-01-05", "2026-02-03", "2025-12-05..2026-01-03"),
  ])
  func rangesMoveWithTheirLastDay(first: String, last: String, expected: String) throws {
    let period = Period(grain: nil, start: try day(first), end: try day(last).adding(days: 1))
    let moved = try #require(Calendar.standard.moved(period, back: Self.month))
    #expect(text(moved.days) == expected)
  }

  // MARK: Words

  @Test func spans() {
    #expect(CalendarSpan(3, .quarter)?.text == "9 months")
    #expect(CalendarSpan(2, .year)?.text == "2 years")
    #expect(CalendarSpan(1, .week)?.text == "1 week")
    #expect(CalendarSpan(10, .day)?.text == "10 days")
    #expect(CalendarSpan(0, .day) == nil)
    #expect(CalendarSpan(-1, .day) == nil)
    #expect(CalendarSpan(.max, .year) == nil)
    #expect(Grain(word: "months") == .month)
    #expect(Grain(word: "halves") == .half)
    #expect(Grain(word: "hours") == nil)
  }
}
