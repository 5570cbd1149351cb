/// How a company divides time: where its weeks and its fiscal years start, and on which days it works.
package struct Calendar: Hashable, Sendable {
  /// Monday is 0. Weeks of a retail calendar start on the day after the one that ends its years.
  package let firstWeekday: Int
  package let fiscal: FiscalYear
  package let work: WorkingDays

  package static let standard = Calendar()

  /// The days of the week as a specification names them, from Monday.
  package static let weekdayNames = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  package static let monthNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  package init(
    firstWeekday: Int = 0, fiscal: FiscalYear = .calendar, work: WorkingDays = .standard
  ) {
    self.firstWeekday = fiscal.firstWeekday ?? firstWeekday
    self.fiscal = fiscal
    self.work = work
  }

  // MARK: Working days

  package func isWorkingDay(_ day: Day) -> Bool { work.contains(day) }

  package func workingDays(in days: Range<Day>) -> Int { work.count(in: days) }

  /// The part of a period's working days that are over, the as-of day included; `nil` where it has none.
  package func elapsed(of period: Period, asOf: Day) -> Number? {
    let end = min(period.end, asOf.adding(days: 1))
    let over = workingDays(in: period.start..<max(period.start, end))
    return Number(over).divided(by: Number(workingDays(in: period.days)))
  }

  // MARK: Periods by number

  /// The running number of the period of a grain that contains a day; neighbours differ by one.
  package func ordinal(of day: Day, _ grain: Grain) -> Int {
    switch grain {
    case .day: day.number
    case .week, .fiscalWeek: floorDivide(day.number + 3 - firstWeekday, 7)
    case .month, .quarter, .half, .year: floorDivide(day.monthOrdinal, grain.span.months)
    case .fiscalMonth, .fiscalQuarter, .fiscalHalf, .fiscalYear:
      floorDivide(fiscal.monthOrdinal(of: day), grain.span.months)
    }
  }

  /// The first day of a period by its number.
  package func start(ofOrdinal ordinal: Int, _ grain: Grain) -> Day {
    switch grain {
    case .day: Day(ordinal)
    case .week, .fiscalWeek: Day(ordinal * 7 - 3 + firstWeekday)
    case .month, .quarter, .half, .year: Day(monthOrdinal: ordinal * grain.span.months)
    case .fiscalMonth, .fiscalQuarter, .fiscalHalf, .fiscalYear:
      fiscal.start(ofMonth: ordinal * grain.span.months)
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
    if part.isWeek { return whole.isWeek || isRetail(whole) }
    guard whole != .day, !whole.isWeek, isRetail(whole) == isRetail(part) else { return false }
    let offset = (whole.isFiscal ? fiscal.startMonth : 1) - (part.isFiscal ? fiscal.startMonth : 1)
    return whole.span.months % part.span.months == 0 && offset % part.span.months == 0
  }

  /// Whether the periods of a grain are made of the months of a retail calendar.
  private func isRetail(_ grain: Grain?) -> Bool {
    guard let grain else { return false }
    return fiscal.isRetail && grain.isFiscal && !grain.isWeek
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
    case .week(let year, let week): self.week(week, of: year, .week)
    case .fiscalYear(let year): period(ordinal: fiscal.year(named: year), .fiscalYear)
    case .fiscalHalf(let year, let half):
      period(ordinal: fiscal.year(named: year) * 2 + half - 1, .fiscalHalf)
    case .fiscalQuarter(let year, let quarter):
      period(ordinal: fiscal.year(named: year) * 4 + quarter - 1, .fiscalQuarter)
    case .fiscalMonth(let year, let month):
      period(ordinal: fiscal.year(named: year) * 12 + month - 1, .fiscalMonth)
    case .fiscalWeek(let year, let week): self.week(week, of: fiscal.year(named: year), .fiscalWeek)
    }
  }

  /// The period as the language writes it; a range without a grain is `2026-01-05..2026-02-03`.
  package func text(of period: Period) -> String {
    guard let grain = period.grain else { return "\(period.start.text)..\(period.lastDay.text)" }
    let ordinal = ordinal(of: period.start, grain)
    switch grain {
    case .day: return period.start.text
    case .week, .fiscalWeek:
      let number = weekNumber(startingOn: period.start, grain)
      return "\(year(number.year, grain))-W\(padded(number.week, 2))"
    case .year, .fiscalYear: return year(ordinal, grain)
    case .half, .fiscalHalf:
      return "\(year(floorDivide(ordinal, 2), grain))-H\(floorModulo(ordinal, 2) + 1)"
    case .quarter, .fiscalQuarter:
      return "\(year(floorDivide(ordinal, 4), grain))-Q\(floorModulo(ordinal, 4) + 1)"
    case .month, .fiscalMonth:
      let letter = grain.isFiscal ? "M" : ""
      let month = padded(floorModulo(ordinal, 12) + 1, 2)
      return "\(year(floorDivide(ordinal, 12), grain))-\(letter)\(month)"
    }
  }

  /// The name of the year, by its number, that a period of a grain is named by.
  private func year(_ ordinal: Int, _ grain: Grain) -> String {
    grain.isFiscal ? "FY\(padded(fiscal.name(ofYear: ordinal), 4))" : padded(ordinal, 4)
  }

  // MARK: Weeks

  /// A week belongs to the year that holds its fourth day, as in ISO 8601 with any first weekday; a fiscal
  /// week to the fiscal year that does.
  private func weekNumber(startingOn start: Day, _ grain: Grain) -> (year: Int, week: Int) {
    let year = ordinal(of: start.adding(days: 3), grain.year)
    return (year, ordinal(of: start, grain) - firstWeek(ofYear: year, grain) + 1)
  }

  private func firstWeek(ofYear year: Int, _ grain: Grain) -> Int {
    ordinal(of: start(ofOrdinal: year, grain.year).adding(days: 3), grain)
  }

  private func weeks(inYear year: Int, _ grain: Grain) -> Int {
    firstWeek(ofYear: year + 1, grain) - firstWeek(ofYear: year, grain)
  }

  private func week(_ week: Int, of year: Int, _ grain: Grain) -> Period? {
    guard week <= weeks(inYear: year, grain) else { return nil }
    return period(ordinal: firstWeek(ofYear: year, grain) + week - 1, grain)
  }

  // MARK: Moving

  /// A day moved back by a span: months first, clamped to the month's last day, then days.
  package func moved(_ day: Day, back span: CalendarSpan) -> Day {
    day.adding(months: -span.months).adding(days: -span.days)
  }

  /// A period moved back by whole units.
  ///
  /// Months, quarters and years move by months, so nothing is lost at the 31st; those of a retail calendar by its
  /// own months, so to the same number a year before. A day moved by months stays a day. A week moved by years is
  /// the week of the same number of that year, the last one where it has no week 53. `nil` for a week moved by
  /// months, which has no counterpart.
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
    case .some(let grain) where grain.isWeek && span.months != 0:
      guard span.months % 12 == 0 else { return nil }
      let number = weekNumber(startingOn: period.start, grain)
      let year = number.year - span.months / 12
      guard (1...9998).contains(year) else { return nil }
      let week = firstWeek(ofYear: year, grain) + min(number.week, weeks(inYear: year, grain)) - 1
      let start = start(ofOrdinal: week, grain).adding(days: -span.days)
      return Period(grain: grain, start: start, end: start.adding(days: 7))
    default:
      // The last day moves along, so that 1 to 30 March goes back to all of February.
      let afterLastDay = moved(period.lastDay, back: span, in: period.grain).adding(days: 1)
      return Period(
        grain: period.grain, start: moved(period.start, back: span, in: period.grain),
        end: max(moved(period.end, back: span, in: period.grain), afterLastDay))
    }
  }

  /// A day moved back by the months that the periods of a grain are made of, clamped to the month's last day.
  private func moved(_ day: Day, back span: CalendarSpan, in grain: Grain?) -> Day {
    guard isRetail(grain) else { return moved(day, back: span) }
    let month = fiscal.monthOrdinal(of: day)
    let daysBefore = day.number - fiscal.start(ofMonth: month).number
    let start = fiscal.start(ofMonth: month - span.months)
    let lastDay = fiscal.start(ofMonth: month - span.months + 1).adding(days: -1)
    return min(start.adding(days: daysBefore), lastDay).adding(days: -span.days)
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
    case .trailing(let span):
      return min(self.moved(moved.end, back: span, in: period.grain), moved.end)..<moved.end
    case .toDate(let grain):
      let start = self.period(grain, containing: moved.lastDay).start
      return min(start, moved.end)..<moved.end
    case .before: return Day.first..<moved.start
    case .cumulative: return Day.first..<moved.end
    }
  }

  /// The part of an earlier period that is as far along as a running one is: up to the same date, or as many days where
  /// periods move by their number, as weeks and the periods of a retail calendar do.
  private func movedPart(
    of period: Period, until now: Day, back span: CalendarSpan
  ) -> Period? {
    guard let whole = moved(period, back: span) else { return nil }
    let byNumber = whole.start.adding(days: now.number - period.start.number)
    let span = period.grain.map(span.resolved) ?? span
    let byDate =
      isRetail(period.grain)
      ? nil : moved(Period(grain: nil, start: period.start, end: now), back: span)
    let end = byDate.map { $0.start == whole.start ? $0.end : byNumber } ?? byNumber
    return Period(grain: whole.grain, start: whole.start, end: min(end, whole.end))
  }
}
