/// A day of the sample data; starters need only a little of a calendar, and bring it themselves.
struct SampleDay: Comparable, Sendable {
  /// Days since 1 March 2000, so that a leap day is the last day of its year.
  let number: Int

  /// The day with which all sample data ends; what would come after it is not known yet.
  static let last = SampleDay(2026, 10, 31)

  init(number: Int) { self.number = number }

  init(_ year: Int, _ month: Int, _ day: Int) {
    let sinceMarch = (month + 9) % 12
    let years = year - 2000 - (month < 3 ? 1 : 0)
    number =
      years * 365 + years / 4 - years / 100 + years / 400 + (153 * sinceMarch + 2) / 5 + day - 1
  }

  /// The year, the month and the day; from 2000 on.
  var date: (year: Int, month: Int, day: Int) {
    let century = number % 146_097
    let years = (century - century / 1460 + century / 36524 - century / 146_096) / 365
    let rest = century - (365 * years + years / 4 - years / 100)
    let sinceMarch = (5 * rest + 2) / 153
    let month = sinceMarch < 10 ? sinceMarch + 3 : sinceMarch - 9
    let year = 2000 + number / 146_097 * 400 + years + (month < 3 ? 1 : 0)
    return (year, month, rest - (153 * sinceMarch + 2) / 5 + 1)
  }

  /// 1 for Monday to 7 for Sunday.
  var weekday: Int { (number + 2) % 7 + 1 }
  var isWeekend: Bool { weekday > 5 }

  /// The day itself, unless it comes after the data ends.
  var known: SampleDay? { self <= .last ? self : nil }

  var text: String {
    let (year, month, day) = date
    return "\(year)-\(digits(month, width: 2))-\(digits(day, width: 2))"
  }

  static func + (day: Self, days: Int) -> Self { Self(number: day.number + days) }
  static func - (day: Self, days: Int) -> Self { Self(number: day.number - days) }
  static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

/// A time of a day, in the company's own time.
struct SampleMoment: Comparable, Sendable {
  /// Seconds since the midnight that begins 1 March 2000.
  let seconds: Int

  init(seconds: Int) { self.seconds = seconds }

  init(_ day: SampleDay, second: Int) { seconds = day.number * 86_400 + second }

  var day: SampleDay { SampleDay(number: seconds / 86_400) }

  /// The moment itself, unless it comes after the data ends.
  var known: SampleMoment? { day.known == nil ? nil : self }

  var text: String {
    let second = seconds % 86_400
    let parts = [second / 3600, second / 60 % 60, second % 60].map { digits($0, width: 2) }
    return "\(day.text)T" + parts.joined(separator: ":")
  }

  static func + (moment: Self, seconds: Int) -> Self { Self(seconds: moment.seconds + seconds) }
  static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }
}

/// A number with zeros before it.
func digits(_ number: Int, width: Int) -> String {
  let text = "\(number)"
  return String(repeating: "0", count: max(width - text.count, 0)) + text
}
