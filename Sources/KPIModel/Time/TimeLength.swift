/// A length of time between two rows: in units of the calendar, or exact.
package enum TimeLength: Hashable, Sendable {
  case calendar(CalendarSpan)
  case exact(microseconds: Int)

  package static let microsecondsPerDay = 86_400_000_000

  package var isExact: Bool {
    if case .exact = self { true } else { false }
  }

  /// The shortest span of the calendar that is not shorter.
  package var wholeDays: CalendarSpan {
    switch self {
    case .calendar(let span): span
    case .exact(let microseconds):
      CalendarSpan(days: -floorDivide(-microseconds, TimeLength.microsecondsPerDay))
    }
  }

  /// The day so long after another one, or before it where the sign is -1.
  package func day(from day: Day, sign: Int) -> Day {
    let span = wholeDays
    return day.adding(months: sign * span.months).adding(days: sign * span.days)
  }

  /// The moment so long after another one, or before it where the sign is -1, in microseconds of local time.
  package func moment(from moment: Int, sign: Int) -> Int {
    switch self {
    case .exact(let microseconds): return moment + sign * microseconds
    case .calendar(let span) where span.months == 0:
      return moment + sign * span.days * TimeLength.microsecondsPerDay
    case .calendar:
      // The time of day stays, whatever the length of the months.
      let start = Day(floorDivide(moment, TimeLength.microsecondsPerDay))
      let timeOfDay = moment - start.number * TimeLength.microsecondsPerDay
      return day(from: start, sign: sign).number * TimeLength.microsecondsPerDay + timeOfDay
    }
  }

  /// How much longer it is than another one at least, in microseconds, wherever in the calendar both begin.
  package func leastExcess(over other: TimeLength) -> Int {
    let months = self.months - other.months
    return months * (months < 0 ? 31 : 28) * TimeLength.microsecondsPerDay + rest - other.rest
  }

  private var months: Int {
    if case .calendar(let span) = self { span.months } else { 0 }
  }

  /// What it is beside whole months, in microseconds.
  private var rest: Int {
    switch self {
    case .calendar(let span): span.days * TimeLength.microsecondsPerDay
    case .exact(let microseconds): microseconds
    }
  }

  /// `7 days`, `3 months`, `24 hours`.
  package var text: String {
    switch self {
    case .calendar(let span): return span.text
    case .exact(let microseconds):
      let units = [(3_600_000_000, "hour"), (60_000_000, "minute"), (1_000_000, "second")]
      for (unit, word) in units where microseconds % unit == 0 {
        let count = microseconds / unit
        return "\(count) \(word)\(count == 1 ? "" : "s")"
      }
      let seconds = Rational(Int128(microseconds), over: 1_000_000) ?? .zero
      return "\(Number.exact(seconds).text) seconds"
    }
  }
}
