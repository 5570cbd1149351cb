/// A month of the sample data.
struct SampleMonth: Sendable {
  let year: Int
  let month: Int
  /// How busy the company is, in percent of the first month.
  let demand: Int

  /// Eighteen months that all departments share, so that a company of several tells one story: it grows by a fifth in a
  /// year, the end of the year is strong, the new year's holiday in February is quiet, and August 2026 went wrong.
  static let all: [SampleMonth] = {
    let demand = [
      100, 97, 94, 98, 104, 109, 120, 131,
      112, 78, 106, 113, 119, 116, 113, 92, 124, 131,
    ]
    return demand.enumerated().map { index, demand in
      let months = 2025 * 12 + 4 + index
      return SampleMonth(year: months / 12, month: months % 12 + 1, demand: demand)
    }
  }()

  /// The one in which everything went wrong.
  static let badIndex = 15

  var first: SampleDay { SampleDay(year, month, 1) }
  var last: SampleDay {
    (month == 12 ? SampleDay(year + 1, 1, 1) : SampleDay(year, month + 1, 1)) - 1
  }
  var days: [SampleDay] { (first.number...last.number).map(SampleDay.init(number:)) }

  /// So much of the first month's amount, as busy as this month is.
  func scaled(_ amount: Int) -> Int { amount * demand / 100 }
}

extension SampleNumbers {
  /// A day of the month; one at a weekend is taken in so many of a hundred cases only.
  mutating func day(in month: SampleMonth, weekend: Int = 100) -> SampleDay {
    let days = month.days
    while true {
      let day = days[below(days.count)]
      if weekend >= 100 || !day.isWeekend || happens(percent: weekend) { return day }
    }
  }

  /// Around a value, at most so many percent off it; the middle is likelier than the ends.
  mutating func around(_ value: Int, percent: Int = 10) -> Int {
    let reach = value * percent / 100
    return value - reach + (below(reach + 1) + below(reach + 1))
  }

  /// One of the choices, each as likely as its weight says.
  mutating func pick<Choice>(_ choices: KeyValuePairs<Choice, Int>) -> Choice {
    var place = below(choices.reduce(0) { $0 + $1.value })
    for (choice, weight) in choices.dropLast() {
      if place < weight { return choice }
      place -= weight
    }
    return choices[choices.count - 1].key
  }
}
