package import KPIModel

/// How days are cut into the stretches that windows are put together from.
package enum Bucketing: Hashable, Sendable {
  /// All days are one.
  case whole
  /// The periods of a grain, for as long as it is not known which are shown.
  case grain(PeriodCut)
  /// The days from each bound up to the next; days outside are in no window.
  case bounds([Day])
  /// Each moment of a snapshot by itself.
  case moments
  /// The days on which spans begin or are over.
  case spanDays

  /// The place of the stretch that holds a day, or `nil`.
  package func ordinal(of day: Int) -> Int? {
    switch self {
    case .whole, .moments: return 0
    case .spanDays: return day
    case .grain(let cut): return cut.ordinal(of: Day(day))
    case .bounds(let bounds):
      let place = Bucketing.place(of: Day(day), in: bounds)
      return place > 0 && place < bounds.count ? place - 1 : nil
    }
  }

  /// The days outside of which nothing counts; `nil` where all days may.
  package var days: Range<Day>? {
    guard case .bounds(let bounds) = self, let first = bounds.first, let last = bounds.last else {
      return nil
    }
    return first..<last
  }

  /// Whether days of one unit are in one stretch, of those that count up to the last day known.
  package func isMade(of unit: CellUnit, upTo lastDay: Day) -> Bool {
    switch self {
    case .whole: true
    case .moments, .spanDays: false
    case .grain(let cut): cut.isMade(of: unit, upTo: lastDay)
    case .bounds(let bounds):
      bounds.dropFirst().dropLast().allSatisfy { $0 > lastDay || unit.isStart($0) }
    }
  }

  /// Whether each stretch is in one unit.
  package func hasNoStretch(longerThan unit: CellUnit) -> Bool {
    switch self {
    case .whole, .moments: true
    case .spanDays: false
    case .grain(let cut): cut.isPart(of: unit)
    case .bounds(let bounds):
      zip(bounds, bounds.dropFirst()).allSatisfy { start, end in
        unit.start(of: start) == unit.start(of: end.adding(days: -1))
      }
    }
  }

  /// The places of the stretches that make up a range of days, which begins and ends where stretches do.
  package func ordinals(of days: Range<Day>) -> Range<Int> {
    switch self {
    case .whole, .moments: return 0..<1
    case .spanDays: return days.lowerBound.number..<days.upperBound.number
    case .grain(let cut):
      guard !days.isEmpty else { return 0..<0 }
      return cut.ordinal(of: days.lowerBound)..<cut.ordinal(of: days.upperBound.adding(days: -1))
        + 1
    case .bounds(let bounds):
      guard !days.isEmpty else { return 0..<0 }
      let first = max(Bucketing.place(of: days.lowerBound, in: bounds) - 1, 0)
      let last = Bucketing.place(of: days.upperBound.adding(days: -1), in: bounds)
      return first..<max(first, min(last, bounds.count - 1))
    }
  }

  /// How many bounds are at or before a day.
  private static func place(of day: Day, in bounds: [Day]) -> Int {
    var low = 0
    var high = bounds.count
    while low < high {
      let middle = (low + high) / 2
      if bounds[middle] <= day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The coarsest cut by a grain's periods that serves every window; the periods to be shown are not known yet.
  package static func serving(
    _ windows: Set<Window>, of grain: Grain?, _ calendar: Calendar, asOf: Day
  ) -> Bucketing {
    guard let grain else { return .whole }
    let atoms: [Grain] = [grain, .month, .fiscalMonth, .fiscalWeek]
    let coarsest = atoms.first { atom in
      windows.allSatisfy { serves(atom, $0, of: grain, calendar) }
    }
    guard let coarsest else { return .grain(PeriodCut(.day, calendar, at: [])) }
    let running = calendar.period(grain, containing: asOf)
    let days = windows.compactMap { calendar.days(of: $0, for: running, asOf: asOf) }
    return .grain(PeriodCut(coarsest, calendar, at: days))
  }

  /// Whether a window of any period of a grain begins and ends where periods of the atom do.
  private static func serves(
    _ atom: Grain, _ window: Window, of grain: Grain, _ calendar: Calendar
  ) -> Bool {
    let shift = window.shift.resolved(for: grain)
    guard calendar.nests(atom, in: grain), isMultiple(shift, of: atom) else { return false }
    switch window.extent {
    case .period, .before, .cumulative: return true
    case .trailing(let span):
      // Only a shift takes weeks to weeks of the same number.
      return isMultiple(span, of: atom) && (span.months == 0 || !grain.isWeek)
    case .toDate(let other): return calendar.nests(atom, in: other)
    }
  }

  /// Whether periods that are moved by a span begin where periods of the atom do.
  private static func isMultiple(_ span: CalendarSpan, of atom: Grain) -> Bool {
    switch atom {
    case .day: true
    case .week, .fiscalWeek: span.days % 7 == 0
    default: span.days == 0 && span.months % atom.span.months == 0
    }
  }
}

/// The periods of a grain, some of them cut in two: a running period is looked at only up to the as-of day, and so is what
/// it is compared with.
package struct PeriodCut: Hashable, Sendable {
  private let grain: Grain
  private let calendar: Calendar
  /// Days on which no period starts, in order.
  private let cuts: [Day]

  init(_ grain: Grain, _ calendar: Calendar, at windows: [Range<Day>]) {
    self.grain = grain
    self.calendar = calendar
    let bounds = windows.flatMap { [$0.lowerBound, $0.upperBound] }
    cuts = Set(bounds).sorted().filter {
      $0 > .first && $0 < .end && calendar.period(grain, containing: $0).start != $0
    }
  }

  func isMade(of unit: CellUnit, upTo lastDay: Day) -> Bool {
    isCut(like: unit) && calendar.nests(unit.grain, in: grain)
      && cuts.allSatisfy { $0 > lastDay || unit.isStart($0) }
  }

  func isPart(of unit: CellUnit) -> Bool {
    isCut(like: unit) && calendar.nests(grain, in: unit.grain)
  }

  /// Days and months are the same in every calendar.
  private func isCut(like unit: CellUnit) -> Bool {
    unit.grain == .day || unit.grain == .month || unit.calendar == calendar
  }

  package func ordinal(of day: Day) -> Int {
    calendar.ordinal(of: day, grain) + cuts.partitioningIndex { $0 > day }
  }

  /// The first day of a stretch.
  package func day(of ordinal: Int) -> Day {
    for passed in 0...cuts.count {
      let start = calendar.start(ofOrdinal: ordinal - passed, grain)
      if self.ordinal(of: start) == ordinal { return start }
    }
    return cuts.first { self.ordinal(of: $0) == ordinal } ?? .first
  }
}
