import KPIModel
import Testing

/// Fiscal years of whole weeks, against years that were published.
@Suite struct FiscalYearTests {
  private static let saturday = 5
  private static let sunday = 6

  /// The 4-5-4 calendar of the National Retail Federation, which names a year by its beginning.
  private static let retail = Calendar(
    fiscal: FiscalYear(
      FiscalYear.Weeks(.fourFiveFour, lastWeekday: saturday, end: .nearest), endMonth: 1,
      naming: .start))

  private static func lastOf(_ weekday: Int, _ month: Int) -> Calendar {
    Calendar(
      fiscal: FiscalYear(
        FiscalYear.Weeks(.fourFourFive, lastWeekday: weekday, end: .last), endMonth: month))
  }

  private func period(_ calendar: Calendar, _ name: String) throws -> Period {
    try #require(PeriodName(name).flatMap(calendar.period(named:)))
  }

  private func days(_ calendar: Calendar, _ name: String) throws -> String {
    let period = try period(calendar, name)
    return "\(period.start.text)..\(period.lastDay.text)"
  }

  private func weeks(_ calendar: Calendar, _ year: Int) throws -> Int {
    let period = try period(calendar, "FY\(year)")
    return (period.end.number - period.start.number) / 7
  }

  // MARK: Published years

  /// The federation's explanation of the 53-week year names 2000, 2006, 2012 and 2017; its calendar of 2023 runs from
  /// 29 January 2023 to 3 February 2024, and that of 2026 to 2028 makes 2028 the next long one.
  @Test func longYearsOfTheRetailFederation() throws {
    let long = try (2000...2028).filter { try weeks(Self.retail, $0) == 53 }
    #expect(long == [2000, 2006, 2012, 2017, 2023, 2028])
    let short = try (2000...2028).filter { try weeks(Self.retail, $0) == 52 }
    #expect(long.count + short.count == 29)
    #expect(try days(Self.retail, "FY2023") == "2023-01-29..2024-02-03")
  }

  /// Year ends "on the Saturday nearest January 31" in annual reports to the SEC.
  @Test(arguments: [
    (2008, "2009-01-31"), (2009, "2010-01-30"), (2010, "2011-01-29"), (2011, "2012-01-28"),
    (2012, "2013-02-02"), (2015, "2016-01-30"), (2016, "2017-01-28"), (2017, "2018-02-03"),
  ])
  func saturdaysNearestJanuary(year: Int, lastDay: String) throws {
    #expect(try period(Self.retail, "FY\(year)").lastDay.text == lastDay)
  }

  /// Lam Research's annual reports to the SEC: years that end on the last Sunday of June.
  @Test(arguments: [
    (2019, "2019-06-30", 53), (2020, "2020-06-28", 52), (2021, "2021-06-27", 52),
    (2022, "2022-06-26", 52), (2023, "2023-06-25", 52), (2024, "2024-06-30", 53),
  ])
  func lastSundaysOfJune(year: Int, lastDay: String, weeks: Int) throws {
    let calendar = Self.lastOf(Self.sunday, 6)
    #expect(try period(calendar, "FY\(year)").lastDay.text == lastDay)
    #expect(try self.weeks(calendar, year) == weeks)
  }

  /// Whole Foods Market's annual reports to the SEC: years that end on the last Sunday of September.
  @Test(arguments: [(2014, "2014-09-28", 52), (2015, "2015-09-27", 52), (2017, "2017-09-24", 52)])
  func lastSundaysOfSeptember(year: Int, lastDay: String, weeks: Int) throws {
    let calendar = Self.lastOf(Self.sunday, 9)
    #expect(try period(calendar, "FY\(year)").lastDay.text == lastDay)
    #expect(try self.weeks(calendar, year) == weeks)
  }

  // MARK: Parts of a year

  /// By hand, from 29 January 2023: months of 4, 5 and 4 weeks, the last one of five in a long year.
  @Test(arguments: [
    ("FY2023-M01", "2023-01-29..2023-02-25"), ("FY2023-M02", "2023-02-26..2023-04-01"),
    ("FY2023-M03", "2023-04-02..2023-04-29"), ("FY2023-M12", "2023-12-31..2024-02-03"),
    ("FY2024-M01", "2024-02-04..2024-03-02"), ("FY2024-M12", "2025-01-05..2025-02-01"),
    ("FY2023-Q1", "2023-01-29..2023-04-29"), ("FY2023-Q4", "2023-10-29..2024-02-03"),
    ("FY2023-H1", "2023-01-29..2023-07-29"), ("FY2023-H2", "2023-07-30..2024-02-03"),
    ("FY2023-W01", "2023-01-29..2023-02-04"), ("FY2023-W53", "2024-01-28..2024-02-03"),
  ])
  func parts(name: String, expected: String) throws {
    #expect(try days(Self.retail, name) == expected)
    #expect(Self.retail.text(of: try period(Self.retail, name)) == name)
  }

  @Test func patterns() throws {
    let lengths = try FiscalYear.Weeks.Pattern.allCases.map { pattern -> [Int] in
      let calendar = Calendar(
        fiscal: FiscalYear(
          FiscalYear.Weeks(pattern, lastWeekday: Self.saturday, end: .nearest), endMonth: 1,
          naming: .start))
      return try (1...12).map { month in
        let period = try period(calendar, "FY2023-M\(month < 10 ? "0" : "")\(month)")
        return (period.end.number - period.start.number) / 7
      }
    }
    #expect(lengths[0] == [4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 6])
    #expect(lengths[1] == [4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 5])
    #expect(lengths[2] == [5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 5])
  }

  @Test func onlyLongYearsHaveAWeek53() {
    #expect(Self.retail.period(named: .fiscalWeek(2022, 53)) == nil)
    #expect(Self.retail.period(named: .fiscalWeek(2023, 53)) != nil)
  }

  @Test func weeksStartAfterTheLastDayOfTheYear() {
    #expect(Calendar(firstWeekday: 2, fiscal: Self.retail.fiscal).firstWeekday == Self.sunday)
    #expect(Self.lastOf(Self.sunday, 6).firstWeekday == 0)
  }

  // MARK: Months of the calendar

  @Test(arguments: [
    (FiscalYear.Naming.end, "FY2027", "FY2027-Q1", "FY2027-H1", "FY2027-M03"),
    (.start, "FY2026", "FY2026-Q1", "FY2026-H1", "FY2026-M03"),
  ])
  func june2026InAYearFromApril(
    naming: FiscalYear.Naming, year: String, quarter: String, half: String, month: String
  ) throws {
    let calendar = Calendar(fiscal: FiscalYear(startMonth: 4, naming: naming))
    let june = try #require(Day(year: 2026, month: 6, day: 15))
    let names = [Grain.fiscalYear, .fiscalQuarter, .fiscalHalf, .fiscalMonth].map {
      calendar.text(of: calendar.period($0, containing: june))
    }
    #expect(names == [year, quarter, half, month])
    #expect(try days(calendar, year) == "2026-04-01..2027-03-31")
    #expect(try days(calendar, quarter) == "2026-04-01..2026-06-30")
    #expect(try days(calendar, half) == "2026-04-01..2026-09-30")
    #expect(try days(calendar, month) == "2026-06-01..2026-06-30")
  }

  /// The first week of a year is the one that holds its fourth day: in 2026 the week of Monday, 30 March.
  @Test func fiscalWeeksOfAYearFromApril() throws {
    let calendar = Calendar(fiscal: FiscalYear(startMonth: 4))
    #expect(try days(calendar, "FY2027-W01") == "2026-03-30..2026-04-05")
    #expect(try days(calendar, "FY2027-W52") == "2027-03-22..2027-03-28")
    #expect(try days(calendar, "FY2028-W01") == "2027-03-29..2027-04-04")
  }

  // MARK: Moving

  @Test(arguments: [
    ("FY2024-M12", 12, "FY2023-M12"), ("FY2024-M01", 1, "FY2023-M12"),
    ("FY2024-Q1", 3, "FY2023-Q4"), ("FY2024-Q1", 12, "FY2023-Q1"), ("FY2024-H1", 6, "FY2023-H2"),
    ("FY2024", 12, "FY2023"), ("FY2024", 24, "FY2022"), ("FY2024-M07", 15, "FY2023-M04"),
    // Not the week 52 weeks before, but the one of the same number, and week 52 for week 53.
    ("FY2024-W01", 12, "FY2023-W01"), ("FY2024-W52", 12, "FY2023-W52"),
    ("FY2023-W53", 12, "FY2022-W52"),
  ])
  func aYearBackIsTheSameNumber(name: String, months: Int, expected: String) throws {
    let moved = Self.retail.moved(
      try period(Self.retail, name), back: CalendarSpan(months: months))
    #expect(moved == (try period(Self.retail, expected)))
  }

  @Test func aQuarterMovedByAMonthIsThreeMonths() throws {
    let moved = try #require(
      Self.retail.moved(try period(Self.retail, "FY2024-Q1"), back: CalendarSpan(months: 1)))
    #expect(moved.start == (try period(Self.retail, "FY2023-M12")).start)
    #expect(moved.end == (try period(Self.retail, "FY2024-M02")).end)
  }

  @Test(arguments: [
    ("FY2024-M01", 3, "2023-11-26..2024-03-02"), ("FY2024-M12", 12, "2024-02-04..2025-02-01"),
    ("FY2023-Q4", 12, "2023-01-29..2024-02-03"),
  ])
  func trailingTakesInWholeMonths(name: String, months: Int, expected: String) throws {
    let window = Window(shift: .none, extent: .trailing(CalendarSpan(months: months)))
    let days = try #require(
      Self.retail.days(of: window, for: try period(Self.retail, name), asOf: .end))
    #expect("\(days.lowerBound.text)..\(days.upperBound.adding(days: -1).text)" == expected)
  }

  /// 20 January 2024 is day 21 of FY2023-M12 and day 84 of FY2023-Q4.
  @Test(arguments: [
    ("FY2023-M12", 1, "2023-11-26..2023-12-16"), ("FY2023-Q4", 3, "2023-07-30..2023-10-21"),
    ("FY2023-M12", 12, "2023-01-01..2023-01-21"),
  ])
  func aRunningPeriodIsComparedWithAsManyDays(name: String, months: Int, expected: String) throws {
    let asOf = try #require(Day(year: 2024, month: 1, day: 20))
    let window = Window(shift: CalendarSpan(months: months), extent: .period)
    let days = try #require(
      Self.retail.days(of: window, for: try period(Self.retail, name), asOf: asOf))
    #expect("\(days.lowerBound.text)..\(days.upperBound.adding(days: -1).text)" == expected)
  }

  @Test func fiscalMonthsOfACalendarYearMoveByMonths() throws {
    let calendar = Calendar(fiscal: FiscalYear(startMonth: 4))
    let moved = calendar.moved(try period(calendar, "FY2027-M01"), back: CalendarSpan(months: 1))
    #expect(moved == (try period(calendar, "FY2026-M12")))
  }
}

/// Properties of every calendar.
@Suite struct CalendarPropertyTests {
  private static let calendars: [Calendar] = {
    var calendars: [Calendar] = []
    for weekday in 0..<7 {
      calendars.append(Calendar(firstWeekday: weekday))
      for month in 1...12 {
        for naming in FiscalYear.Naming.allCases {
          calendars.append(
            Calendar(
              firstWeekday: weekday, fiscal: FiscalYear(startMonth: month, naming: naming)))
          for pattern in FiscalYear.Weeks.Pattern.allCases {
            for end in [FiscalYear.Weeks.End.nearest, .last] {
              let weeks = FiscalYear.Weeks(pattern, lastWeekday: weekday, end: end)
              calendars.append(
                Calendar(fiscal: FiscalYear(weeks, endMonth: month, naming: naming)))
            }
          }
        }
      }
    }
    return calendars
  }()

  /// The first fault of a period around a day, if it has one.
  private func fault(_ calendar: Calendar, _ grain: Grain, _ day: Day) -> String? {
    let ordinal = calendar.ordinal(of: day, grain)
    let period = calendar.period(ordinal: ordinal, grain)
    guard period.days.contains(day) else { return "does not hold the day" }
    guard calendar.period(ordinal: ordinal - 1, grain).end == period.start,
      calendar.period(ordinal: ordinal + 1, grain).start == period.end
    else { return "leaves a gap" }
    guard calendar.ordinal(of: period.start, grain) == ordinal,
      calendar.ordinal(of: period.lastDay, grain) == ordinal,
      calendar.ordinal(of: period.start.adding(days: -1), grain) == ordinal - 1,
      calendar.ordinal(of: period.end, grain) == ordinal + 1
    else { return "is not numbered in order" }
    let text = calendar.text(of: period)
    guard PeriodName(text).flatMap(calendar.period(named:)) == period else {
      return "does not read back from \(text)"
    }
    return nil
  }

  @Test(arguments: Grain.allCases)
  func periodsTileTime(_ grain: Grain) {
    var generator = Generator(seed: 7)
    for calendar in Self.calendars {
      for _ in 0..<12 {
        let day = Day(generator.below(146_097) - 73_000)
        if let fault = fault(calendar, grain, day) {
          Issue.record("\(grain) of \(day.text) in \(calendar.fiscal) \(fault)")
          return
        }
      }
    }
  }

  /// Nothing traps, and no period ends before it begins, at the ends of the calendar and far beyond them.
  @Test func theEndsOfTheCalendarAreSafe() {
    let spans =
      [1, 12, 53, 1_200_000].map { CalendarSpan(months: $0) } + [CalendarSpan(days: 700_000)]
    for calendar in stride(from: 0, to: Self.calendars.count, by: 11).map({ Self.calendars[$0] }) {
      for year in [1, 2, 9998, 9999] {
        let names: [PeriodName] = [
          .year(year), .half(year, 2), .quarter(year, 1), .month(year, 12), .week(year, 53),
          .fiscalYear(year), .fiscalHalf(year, 1), .fiscalQuarter(year, 4), .fiscalMonth(year, 12),
          .fiscalWeek(year, 1),
        ]
        for period in names.compactMap(calendar.period(named:)) {
          #expect(!calendar.text(of: period).isEmpty)
          for span in spans {
            for extent in [Window.Extent.period, .trailing(span), .toDate(.fiscalHalf), .before] {
              let window = Window(shift: span, extent: extent)
              let days = calendar.days(of: window, for: period, asOf: period.start)
              #expect(days.map { $0.lowerBound <= $0.upperBound } ?? true)
            }
          }
        }
      }
    }
  }

  /// A grain nests in another exactly when each of its periods begins where one of the other does.
  @Test func partsOfPeriods() {
    for calendar in stride(from: 0, to: Self.calendars.count, by: 11).map({ Self.calendars[$0] }) {
      for grain in Grain.allCases {
        let middle = calendar.ordinal(of: Day(20_000), grain)
        let starts = (-30...30).map { calendar.start(ofOrdinal: middle + $0, grain) }
        for part in Grain.allCases {
          let fits = starts.allSatisfy { calendar.period(part, containing: $0).start == $0 }
          if calendar.nests(part, in: grain) != fits {
            Issue.record("\(grain) of \(part) in \(calendar.fiscal)")
            return
          }
        }
      }
    }
  }
}
