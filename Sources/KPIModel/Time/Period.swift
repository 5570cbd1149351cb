/// A stretch of whole days that a value belongs to: a period of a grain, or any range that was asked.
package struct Period: Hashable, Sendable, Comparable {
  /// `nil` for a range that was asked by its dates.
  package let grain: Grain?
  package let start: Day
  /// The first day after the period.
  package let end: Day

  package init(grain: Grain?, start: Day, end: Day) {
    self.grain = grain
    self.start = start
    self.end = max(start, end)
  }

  package var days: Range<Day> { start..<end }
  package var lastDay: Day { end.adding(days: -1) }
  package var dayCount: Int { end.number - start.number }

  package static func < (left: Self, right: Self) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

/// A period as a person writes it: `2026`, `2026-H1`, `2026-Q4`, `2026-11`, `2026-W47`, `2026-11-23`, and of fiscal
/// years `FY2026`, `FY2026-H1`, `FY2026-Q4`, `FY2026-M11`, `FY2026-W47`.
package enum PeriodName: Hashable, Sendable {
  case year(Int)
  case half(Int, Int)
  case quarter(Int, Int)
  case month(Int, Int)
  case week(Int, Int)
  case day(Day)
  case fiscalYear(Int)
  case fiscalHalf(Int, Int)
  case fiscalQuarter(Int, Int)
  case fiscalMonth(Int, Int)
  case fiscalWeek(Int, Int)

  /// `nil` when the text is not a period or names one that does not exist.
  package init?(_ text: String) {
    let upper = text.uppercased()
    let isFiscal = upper.hasPrefix("FY")
    let parts = upper.dropFirst(isFiscal ? 2 : 0).split(
      separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, let year = PeriodName.year(first) else { return nil }
    switch parts.count {
    case 1: self = isFiscal ? .fiscalYear(year) : .year(year)
    case 2 where isFiscal: self.init(fiscalYear: year, part: parts[1])
    case 2: self.init(year: year, part: parts[1])
    case 3:
      guard !isFiscal, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
        let month = PeriodName.digits(parts[1]), let day = PeriodName.digits(parts[2]),
        let date = Day(year: year, month: month, day: day)
      else { return nil }
      self = .day(date)
    default: return nil
    }
  }

  private init?(year: Int, part: Substring) {
    let number = PeriodName.digits(part.dropFirst())
    switch (part.first, number) {
    case ("H", .some(let half)) where (1...2).contains(half): self = .half(year, half)
    case ("Q", .some(let quarter)) where (1...4).contains(quarter): self = .quarter(year, quarter)
    case ("W", .some(let week)) where (1...53).contains(week): self = .week(year, week)
    default:
      guard part.utf8.count == 2, let month = PeriodName.digits(part), (1...12).contains(month)
      else { return nil }
      self = .month(year, month)
    }
  }

  private init?(fiscalYear year: Int, part: Substring) {
    guard let number = PeriodName.digits(part.dropFirst()) else { return nil }
    switch part.first {
    case "H" where (1...2).contains(number): self = .fiscalHalf(year, number)
    case "Q" where (1...4).contains(number): self = .fiscalQuarter(year, number)
    case "M" where (1...12).contains(number): self = .fiscalMonth(year, number)
    case "W" where (1...53).contains(number): self = .fiscalWeek(year, number)
    default: return nil
    }
  }

  private static func year(_ text: Substring) -> Int? {
    guard text.utf8.count == 4, let year = digits(text), year >= 1 else { return nil }
    return year
  }

  private static func digits(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 4, text.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(text)
  }
}
