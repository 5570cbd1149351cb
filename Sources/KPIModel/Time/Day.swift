/// A day of the proleptic Gregorian calendar, counted from 1970-01-01; years run from 1 to 9999.
package struct Day: Hashable, Sendable, Comparable {
  package let number: Int

  /// The first day that the calendar of this program knows.
  package static let first = Day(-719_162)
  /// The day after the last one.
  package static let end = Day(2_932_897)

  /// A day by its number; numbers outside the calendar are moved to its ends.
  package init(_ number: Int) {
    self.number = min(max(number, -719_162), 2_932_897)
  }

  /// A day by its date; `nil` when there is no such date.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Day.daysInMonth(year: year, month: month)
    else { return nil }
    self.init(Day.number(year: year, month: month, day: day))
  }

  package static func < (left: Self, right: Self) -> Bool { left.number < right.number }

  package func adding(days: Int) -> Day {
    let (sum, overflow) = number.addingReportingOverflow(days)
    return Day(overflow ? (days < 0 ? .min : .max) : sum)
  }

  /// Months later (or earlier), on the same day of the month or, where the month is shorter, its last day.
  package func adding(months: Int) -> Day {
    let date = date
    let limited = min(max(months, -200_000), 200_000)
    let ordinal = date.year * 12 + date.month - 1 + limited
    let (year, month) = (floorDivide(ordinal, 12), floorModulo(ordinal, 12) + 1)
    guard year >= 1 else { return .first }
    guard year <= 9999 else { return .end }
    let day = min(date.day, Day.daysInMonth(year: year, month: month))
    return Day(Day.number(year: year, month: month, day: day))
  }

  /// Monday is 0.
  package var weekday: Int { Day.weekday(number) }

  /// The weekday of a day by its number, also outside the calendar.
  static func weekday(_ number: Int) -> Int { floorModulo(number + 3, 7) }

  /// The months since year 0, counted as `12 * year + month - 1`.
  package var monthOrdinal: Int {
    let date = date
    return date.year * 12 + date.month - 1
  }

  package init(monthOrdinal: Int) {
    let year = floorDivide(monthOrdinal, 12)
    guard year >= 1 else { self = .first; return }
    guard year <= 9999 else { self = .end; return }
    self.init(Day.number(year: year, month: floorModulo(monthOrdinal, 12) + 1, day: 1))
  }

  /// `2026-01-31`.
  package var text: String {
    let date = date
    return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
  }
}

// MARK: - Civil dates

extension Day {
  package struct CivilDate: Hashable, Sendable {
    package let year: Int
    package let month: Int
    package let day: Int
  }

  /// Year, month and day, after the days-from-civil algorithm in eras of 400 years.
  package var date: CivilDate {
    let shifted = number + 719_468
    let era = floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return CivilDate(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// The number of a date, also outside the calendar.
  static func number(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = floorDivide(shiftedYear, 400)
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  package static func daysInMonth(year: Int, month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// Division that rounds towards minus infinity.
package func floorDivide(_ value: Int, _ divisor: Int) -> Int {
  let quotient = value / divisor
  return value % divisor != 0 && (value < 0) != (divisor < 0) ? quotient - 1 : quotient
}

/// The remainder of `floorDivide`; never negative for a positive divisor.
package func floorModulo(_ value: Int, _ divisor: Int) -> Int {
  value - floorDivide(value, divisor) * divisor
}

/// A number with leading zeros.
package func padded(_ value: Int, _ width: Int) -> String {
  let text = String(value)
  return String(repeating: "0", count: max(0, width - text.count)) + text
}
