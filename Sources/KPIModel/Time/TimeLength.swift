/// A length of time between two rows: in units of the calendar, or exact.
package enum TimeLength: Hashable, Sendable {
  case calendar(CalendarSpan)
  case exact(microseconds: Int)

  package var isExact: Bool {
    if case .exact = self { true } else { false }
  }

  /// The shortest span of the calendar that is not shorter.
  package var wholeDays: CalendarSpan {
    switch self {
    case .calendar(let span): span
    case .exact(let microseconds):
      CalendarSpan(days: -floorDivide(-microseconds, microsecondsPerDay))
    }
  }

  /// How much longer it is than another one at least, in microseconds, wherever in the calendar both begin.
  package func leastExcess(over other: TimeLength) -> Int {
    let months = self.months - other.months
    return months * (months < 0 ? 31 : 28) * microsecondsPerDay + rest - other.rest
  }

  private var months: Int {
    if case .calendar(let span) = self { span.months } else { 0 }
  }

  /// What it is beside whole months, in microseconds.
  private var rest: Int {
    switch self {
    case .calendar(let span): span.days * microsecondsPerDay
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

extension CalendarSpan {
  /// The day so long after another one, or before it where the sign is -1.
  package func day(from day: Day, sign: Int) -> Day {
    day.adding(months: sign * months).adding(days: sign * days)
  }

  /// The moment so long after another one, or before it where the sign is -1, in microseconds of local time. The time
  /// of day stays, whatever the length of the months.
  package func moment(from moment: Int, sign: Int) -> Int {
    let start = Day(floorDivide(moment, microsecondsPerDay))
    let timeOfDay = moment - start.number * microsecondsPerDay
    return day(from: start, sign: sign).number * microsecondsPerDay + timeOfDay
  }
}

private let microsecondsPerDay = 86_400_000_000
