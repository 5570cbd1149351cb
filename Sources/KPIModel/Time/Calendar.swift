/// How a company divides time: where its weeks and its fiscal years start, and on which days it works.
package struct Calendar: Hashable, Sendable {
  /// Monday is 0.
  package let firstWeekday: Int
  /// January is 1. A fiscal year is named after the calendar year in which it ends.
  package let fiscalStartMonth: Int
  private let work: WorkingDays

  package static let standard = Calendar(firstWeekday: 0, fiscalStartMonth: 1)

  package init(firstWeekday: Int, fiscalStartMonth: Int, work: WorkingDays = .standard) {
    self.firstWeekday = firstWeekday
    self.fiscalStartMonth = fiscalStartMonth
    self.work = work
  }

  // MARK: Working days

  package func isWorkingDay(_ day: Day) -> Bool { work.contains(day) }

  package func workingDays(in days: Range<Day>) -> Int { work.count(in: days) }

  // MARK: Periods by number

  /// The running number of the period of a grain that contains a day; neighbours differ by one.
  package func ordinal(of day: Day, _ grain: Grain) -> Int {
    switch grain {
    case .day: day.number
    case .week: floorDivide(day.number + 3 - firstWeekday, 7)
    case .month: day.monthOrdinal
    case .quarter: floorDivide(day.monthOrdinal, 3)
    case .half: floorDivide(day.monthOrdinal, 6)
    case .year: floorDivide(day.monthOrdinal, 12)
    case .fiscalYear: floorDivide(day.monthOrdinal - (fiscalStartMonth - 1), 12)
    }
  }

  /// The first day of a period by its number.
  package func start(ofOrdinal ordinal: Int, _ grain: Grain) -> Day {
    switch grain {
    case .day: Day(ordinal)
    case .week: Day(ordinal * 7 - 3 + firstWeekday)
    case .month: Day(monthOrdinal: ordinal)
    case .quarter: Day(monthOrdinal: ordinal * 3)
    case .half: Day(monthOrdinal: ordinal * 6)
    case .year: Day(monthOrdinal: ordinal * 12)
    case .fiscalYear: Day(monthOrdinal: ordinal * 12 + fiscalStartMonth - 1)
    }
  }

  package func period(ordinal: Int, _ grain: Grain) -> Period {
    Period(
      grain: grain, start: start(ofOrdinal: ordinal, grain),
      end: start(ofOrdinal: ordinal + 1, grain))
  }

  package func period(_ grain: Grain, containing day: Day) -> Period {
    period(ordinal: ordinal(of: day, grain), grain)
  }

  /// Whether every period of a grain is made of whole periods of another.
  package func nests(_ part: Grain, in whole: Grain) -> Bool {
    if part == .day || part == whole { return true }
    guard part.span.months > 0, whole.span.months % part.span.months == 0,
      whole.span.months > part.span.months
    else { return false }
    let start = start(ofOrdinal: 2000, whole)
    return period(part, containing: start).start == start
  }

  // MARK: Names

  /// The period that a name stands for; `nil` for a week 53 in a year that has 52.
  package func period(named name: PeriodName) -> Period? {
    switch name {
    case .day(let day): Period(grain: .day, start: day, end: day.adding(days: 1))
    case .year(let year): period(ordinal: year, .year)
    case .half(let year, let half): period(ordinal: year * 2 + half - 1, .half)
    case .quarter(let year, let quarter): period(ordinal: year * 4 + quarter - 1, .quarter)
    case .month(let year, let month): period(ordinal: year * 12 + month - 1, .month)
    case .fiscalYear(let year):
      period(ordinal: fiscalStartMonth == 1 ? year : year - 1, .fiscalYear)
    case .week(let year, let week):
      week <= weeks(inWeekYear: year)
        ? period(ordinal: firstWeek(ofWeekYear: year) + week - 1, .week) : nil
    }
  }

  /// The period as the language writes it; a range without a grain is `2026-01-05..2026-02-03`.
  package func text(of period: Period) -> String {
    let date = period.start.date
    let year = padded(date.year, 4)
    switch period.grain {
    case .day: return period.start.text
    case .week:
      let number = weekNumber(startingOn: period.start)
      return "\(padded(number.year, 4))-W\(padded(number.week, 2))"
    case .month: return "\(year)-\(padded(date.month, 2))"
    case .quarter: return "\(year)-Q\((date.month - 1) / 3 + 1)"
    case .half: return "\(year)-H\((date.month - 1) / 6 + 1)"
    case .year: return year
    case .fiscalYear: return "FY\(padded(period.lastDay.date.year, 4))"
    case nil: return "\(period.start.text)..\(period.lastDay.text)"
    }
  }

  // MARK: Weeks

  /// A week belongs to the year that holds its fourth day, as in ISO 8601 with any first weekday.
  private func weekNumber(startingOn start: Day) -> (year: Int, week: Int) {
    let year = start.adding(days: 3).date.year
    return (year, ordinal(of: start, .week) - firstWeek(ofWeekYear: year) + 1)
  }

  private func firstWeek(ofWeekYear year: Int) -> Int {
    ordinal(of: Day(year: year, month: 1, day: 4) ?? .first, .week)
  }

  private func weeks(inWeekYear year: Int) -> Int {
    firstWeek(ofWeekYear: year + 1) - firstWeek(ofWeekYear: year)
  }

  // MARK: Moving

  /// A day moved back by a span: months first, clamped to the month's last day, then days.
  package func moved(_ day: Day, back span: CalendarSpan) -> Day {
    day.adding(months: -span.months).adding(days: -span.days)
  }

  /// A period moved back by whole units.
  ///
  /// Months, quarters and years move by months, so nothing is lost at the 31st. A day moved by months
  /// stays a day. A week moved by years is the week of the same number of that week-year, the last one
  /// where it has no week 53. `nil` for a week moved by months, which has no counterpart.
  package func moved(_ period: Period, back span: CalendarSpan) -> Period? {
    guard span != .none else { return period }
    if span.periods != 0 {
      guard let grain = period.grain else { return nil }
      return moved(period, back: span.resolved(for: grain))
    }
    switch period.grain {
    case .day:
      let start = moved(period.start, back: span)
      return Period(grain: .day, start: start, end: start.adding(days: 1))
    case .week where span.months != 0:
      guard span.months % 12 == 0 else { return nil }
      let number = weekNumber(startingOn: period.start)
      let year = number.year - span.months / 12
      guard (1...9998).contains(year) else { return nil }
      let week = min(number.week, weeks(inWeekYear: year))
      let start = start(ofOrdinal: firstWeek(ofWeekYear: year) + week - 1, .week)
        .adding(days: -span.days)
      return Period(grain: .week, start: start, end: start.adding(days: 7))
    default:
      // The last day moves along, so that 1 to 30 March goes back to all of February.
      return Period(
        grain: period.grain, start: moved(period.start, back: span),
        end: max(
          moved(period.end, back: span), moved(period.lastDay, back: span).adding(days: 1)))
    }
  }

  /// The days whose rows a window takes in for a period, seen from the as-of day; `nil` when the period cannot be
  /// moved so.
  ///
  /// A running period is looked at only up to the as-of day: it is compared with the same part of an earlier
  /// period, and what trails ends with that day.
  package func days(of window: Window, for period: Period, asOf: Day) -> Range<Day>? {
    let now = asOf.adding(days: 1)
    let isRunning = window != .period && period.start < now && now < period.end
    guard
      let moved = isRunning
        ? movedPart(of: period, until: now, back: window.shift) : moved(period, back: window.shift)
    else { return nil }
    switch window.extent {
    case .period: return moved.days
    case .trailing(let span): return min(self.moved(moved.end, back: span), moved.end)..<moved.end
    case .toDate(let grain):
      let start = self.period(grain, containing: moved.lastDay).start
      return min(start, moved.end)..<moved.end
    case .before: return Day.first..<moved.start
    case .cumulative: return Day.first..<moved.end
    }
  }

  /// The part of an earlier period that is as far along as a running one is: up to the same date, or as many days where
  /// periods move by their number.
  private func movedPart(
    of period: Period, until now: Day, back span: CalendarSpan
  ) -> Period? {
    guard let whole = moved(period, back: span) else { return nil }
    let byNumber = whole.start.adding(days: now.number - period.start.number)
    let span = period.grain.map(span.resolved) ?? span
    let byDate = moved(Period(grain: nil, start: period.start, end: now), back: span)
    let end = byDate.map { $0.start == whole.start ? $0.end : byNumber } ?? byNumber
    return Period(grain: whole.grain, start: whole.start, end: min(end, whole.end))
  }
}
