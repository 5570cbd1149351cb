import KPIModel
import Testing

/// Workdays and holidays, counted by hand in a printed calendar.
@Suite struct WorkingDaysTests {
  private static func calendar(_ work: WorkingDays) -> Calendar {
    Calendar(work: work)
  }

  /// New Year on a Thursday, Tết from a Monday to a Friday, and a Sunday that is free anyway.
  private static func holidays() throws -> [Range<Day>] {
    [
      try day("2026-02-16")..<day("2026-02-21"), try day("2026-01-01")..<day("2026-01-02"),
      try day("2026-03-08")..<day("2026-03-09"),
    ]
  }

  private func count(_ calendar: Calendar, _ first: String, _ last: String) throws -> Int {
    calendar.workingDays(in: try day(first)..<day(last).adding(days: 1))
  }

  @Test(arguments: [
    // January 2026 begins on a Thursday: five Thursdays and Fridays, four of each other workday.
    ("2026-01-01", "2026-01-31", 22), ("2026-02-01", "2026-02-28", 20),
    ("2026-01-01", "2026-12-31", 261), ("2026-01-03", "2026-01-04", 0),
    ("2026-01-02", "2026-01-05", 2), ("1969-12-29", "1970-01-04", 5),
  ])
  func mondayToFriday(first: String, last: String, expected: Int) throws {
    #expect(try count(.standard, first, last) == expected)
  }

  @Test func holidaysAreNotWorkedOn() throws {
    let calendar = Self.calendar(
      WorkingDays(weekdays: [0, 1, 2, 3, 4], holidays: try Self.holidays()))
    #expect(try count(calendar, "2026-01-01", "2026-01-31") == 21)
    #expect(try count(calendar, "2026-02-01", "2026-02-28") == 15)
    #expect(try count(calendar, "2026-03-01", "2026-03-31") == 22)
    #expect(try count(calendar, "2026-02-18", "2026-02-23") == 1)
    #expect(!calendar.isWorkingDay(try day("2026-02-20")))
    #expect(calendar.isWorkingDay(try day("2026-02-23")))
    #expect(!calendar.isWorkingDay(try day("2026-02-22")))
  }

  @Test func mondayToSaturday() throws {
    let calendar = Self.calendar(
      WorkingDays(weekdays: [0, 1, 2, 3, 4, 5], holidays: try Self.holidays()))
    // 28 days less four Sundays less five days of Tết.
    #expect(try count(calendar, "2026-02-01", "2026-02-28") == 19)
  }

  @Test func overlappingHolidaysCountOnce() throws {
    let work = WorkingDays(
      weekdays: [0, 1, 2, 3, 4],
      holidays: [
        try day("2026-02-18")..<day("2026-02-24"),
        try day("2026-02-16")..<day("2026-02-19"),
        try day("2026-02-17")..<day("2026-02-18"),
      ])
    #expect(try count(Self.calendar(work), "2026-02-01", "2026-02-28") == 14)
  }

  @Test func aCountIsTheWorkingDaysOneByOne() {
    var generator = Generator(seed: 41)
    for _ in 0..<60 {
      let weekdays = Set((0..<7).filter { _ in generator.below(3) > 0 })
      let holidays = (0..<generator.below(8)).map { _ -> Range<Day> in
        let start = Day(generator.below(400) - 100)
        return start..<start.adding(days: generator.below(12))
      }
      let calendar = Self.calendar(WorkingDays(weekdays: weekdays, holidays: holidays))
      let first = generator.below(400) - 100
      let days = Day(first)..<Day(first + generator.below(200))
      let working = (days.lowerBound.number..<days.upperBound.number).filter {
        calendar.isWorkingDay(Day($0))
      }
      #expect(calendar.workingDays(in: days) == working.count)
      for number in working {
        #expect(weekdays.contains(Day(number).weekday))
        #expect(!holidays.contains { $0.contains(Day(number)) })
      }
    }
  }
}
