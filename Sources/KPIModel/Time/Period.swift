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

  package static func < (left: Self, right: Self) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

/// A period as a person writes it: `2026`, `2026-H1`, `2026-Q4`, `2026-11`, `2026-W47`, `2026-11-23`, `FY2026`.
package enum PeriodName: Hashable, Sendable {
  case year(Int)
  case half(Int, Int)
  case quarter(Int, Int)
  case month(Int, Int)
  case week(Int, Int)
  case day(Day)
  case fiscalYear(Int)

  /// `nil` when the text is not a period or names one that does not exist.
  package init?(_ text: String) {
    let upper = text.uppercased()
    if upper.hasPrefix("FY"), let year = PeriodName.year(upper.dropFirst(2)) {
      self = .fiscalYear(year)
      return
    }
    let parts = upper.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, let year = PeriodName.year(first) else { return nil }
    switch parts.count {
    case 1: self = .year(year)
    case 2: self.init(year: year, part: parts[1])
    case 3:
      guard parts[1].utf8.count == 2, parts[2].utf8.count == 2,
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
