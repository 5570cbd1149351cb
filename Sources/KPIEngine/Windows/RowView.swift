import KPIModel
import KPIPlan
import KPITable

/// One measure over rows, over the periods of a spine: reads the joined cells window by window.
struct RowView: View, @unchecked Sendable {
  let breakdowns: [Int]
  let groups: GroupKeys
  private let measure: RowMeasure
  private let values: JoinedGrouping
  /// The groups of `values` for those of `presence`, where they are not the same.
  private let valueGroups: [Int?]?
  /// Where the rows are counted by time.
  private let presence: JoinedGrouping
  private let rows: CountAggregate
  private let presentRows: CountAggregate
  private let aggregate: Aggregate?
  private let windows: [Stretch]
  /// For each window whether all that counts for it has happened.
  private let isMature: [Bool]
  /// The bounds of the windows as numbers that never fall, so that places among them can be found by halving.
  private let bounds: (starts: [Int], ends: [Int])
  /// The windows around which there is one without a value, whatever the rows are.
  private let breaks: [Int]

  /// Where a window lies in the terms of the grouping's ordinals.
  private enum Stretch {
    case ordinals(Range<Int>)
    /// The instant at which a stock of spans is read, as a day's start.
    case instant(Int)
    /// The window has no counterpart, or no snapshot falls into it.
    case none(MissingReason)
  }

  init(_ work: PlanWork.RowWork, _ joined: [JoinedGrouping], _ periods: [Period], _ plan: Plan) {
    let values = joined[work.place.grouping]
    let presence = joined[work.presence.grouping]
    self.values = values
    self.presence = presence
    groups = presence.groups
    valueGroups =
      values === presence ? nil : presence.groups.values.map { values.groups.numbers[$0] }
    measure = work.measure
    breakdowns = work.breakdowns
    let filter = values.filters[work.place.filter]
    rows = filter.rows
    presentRows = presence.filters[work.presence.filter].rows
    aggregate = work.place.aggregate.map { filter.aggregates[$0] }
    let horizon = work.horizon
    isMature = periods.map { period in
      guard let days = horizon.days(of: work.measure.window, for: period) else { return true }
      return work.measure.isMature(days, on: plan.question.asOf)
    }
    windows = periods.map { period in
      if case .none = work.measure.axis { return .ordinals(0..<1) }
      guard let days = horizon.days(of: work.measure.window, for: period) else {
        return .none(.noValue)
      }
      return RowView.stretch(days, work.measure.axis, values, horizon.lastDay)
    }
    bounds = RowView.bounds(windows)
    breaks = RowView.breaks(windows, isMature)
  }

  private static func stretch(
    _ days: Range<Day>, _ axis: TimeAxis, _ grouping: JoinedGrouping, _ lastDay: Day
  ) -> Stretch {
    switch axis {
    case .none, .events: return .ordinals(grouping.key.bucketing.ordinals(of: days))
    case .spans(_, _, let boundary):
      let now = lastDay.adding(days: 1)
      let day = boundary == .closing ? days.upperBound : days.lowerBound
      return .instant(min(day, now).number)
    case .snapshots(_, let boundary):
      let scale = grouping.isMomentInstant ? microsecondsPerDay : 1
      let range = days.lowerBound.number * scale..<days.upperBound.number * scale
      let moments = grouping.moments
      let first = moments.partitioningIndex { $0 >= range.lowerBound }
      let end = moments.partitioningIndex { $0 >= range.upperBound }
      guard first < end else { return .none(.noRows) }
      let moment = moments[boundary == .closing ? end - 1 : first]
      return .ordinals(moment..<moment + 1)
    }
  }

  // MARK: Groups

  func isObserved(_ group: Int) -> Bool {
    let members = presence.members(of: group)
    return presentRows.totals(members.cells, ranges(members, in: presence, nil)).contains { $0 > 0 }
  }

  func isPresent(_ group: Int, at windows: [Int]) -> [Bool] {
    let members = presence.members(of: group)
    return presentRows.totals(members.cells, ranges(members, in: presence, windows)).map { $0 > 0 }
  }

  func cells(_ group: Int?, at windows: [Int]) -> [Cell] {
    RowView.cells([self], group, at: windows)[0]
  }

  /// The values of a group, for measures that take the same values of the same windows; of a group
  /// that they never saw where it is `nil`.
  static func cells(_ views: [RowView], _ group: Int?, at chosen: [Int]? = nil) -> [[Cell]] {
    guard let first = views.first else { return [] }
    let own = group.flatMap { group in
      first.valueGroups.map { groups in groups[group] } ?? group
    }
    let values = own.map {
      first.evaluate(first.values.members(of: $0), views.map(\.measure.function), chosen)
    }
    let windows = chosen ?? Array(first.windows.indices)
    return views.indices.map { index in
      let nothing: Cell =
        views[index].measure.function.isZeroOverNothing ? .value(.zero) : .missing(.noRows)
      return windows.indices.map { place in
        guard views[index].isMature[windows[place]] else { return .missing(.notMature) }
        if case .none(let reason) = first.windows[windows[place]] { return .missing(reason) }
        return values?[index][place] ?? nothing
      }
    }
  }

  /// Whether another measure takes the same values of the same windows.
  func isAlike(_ other: RowView) -> Bool {
    aggregate != nil && aggregate === other.aggregate && values === other.values
      && measure.window == other.measure.window && measure.axis == other.measure.axis
  }

  func reason(at window: Int) -> MissingReason? {
    guard isMature[window] else { return .notMature }
    return if case .none(let reason) = windows[window], reason != .noRows { reason } else { nil }
  }

  // MARK: Windows

  /// The windows as ranges of one group's cells; all of them where none are chosen.
  private func ranges(
    _ members: JoinedGrouping.Members, in grouping: JoinedGrouping, _ chosen: [Int]?
  ) -> [Range<Int>] {
    func range(_ window: Int) -> Range<Int> {
      switch windows[window] {
      case .ordinals(let range):
        let ordinals = members.ordinals
        let first = ordinals.partitioningIndex { $0 >= range.lowerBound }
        return first..<max(first, ordinals.partitioningIndex { $0 >= range.upperBound })
      case .instant(let day):
        // What has begun by then, less what is over: everything up to that day.
        return grouping.key.bucketing == .spanDays
          ? 0..<members.ordinals.partitioningIndex { $0 > day } : 0..<members.cells.count
      case .none: return 0..<0
      }
    }
    return chosen?.map(range) ?? windows.indices.map(range)
  }

  private func evaluate(
    _ members: JoinedGrouping.Members, _ functions: [RowMeasure.Function], _ chosen: [Int]?
  ) -> [[Cell]] {
    guard let aggregate else {
      let counts = rows.evaluate(members.cells, ranges(members, in: values, chosen), .count)
      return functions.map { _ in counts }
    }
    if let spans = aggregate as? SpanRowsAggregate {
      let all = windows.map { if case .instant(let day) = $0 { day } else { Int.min } }
      let days = chosen?.map { all[$0] } ?? all
      return functions.map { spans.evaluate(members.cells, at: days, $0) }
    }
    return aggregate.evaluate(members.cells, ranges(members, in: values, chosen), all: functions)
  }

  private static func bounds(_ windows: [Stretch]) -> (starts: [Int], ends: [Int]) {
    var starts: [Int] = []
    var ends: [Int] = []
    for window in windows {
      switch window {
      case .ordinals(let range):
        starts.append(max(range.lowerBound, starts.last ?? .min))
        ends.append(max(range.upperBound, ends.last ?? .min))
      case .instant(let day):
        starts.append(.min)
        ends.append(max(day + 1, ends.last ?? .min))
      case .none:
        starts.append(starts.last ?? .min)
        ends.append(ends.last ?? .min)
      }
    }
    return (starts, ends)
  }

  private static func breaks(_ windows: [Stretch], _ isMature: [Bool]) -> [Int] {
    let isNone = zip(windows, isMature).map { window, isMature in
      if case .none = window { true } else { !isMature }
    }
    return isNone.indices.filter { $0 > 0 && isNone[$0] != isNone[$0 - 1] }
      + (isNone.first == true ? [0] : [])
  }

  func addChanges(of group: Int?, to changes: inout [Int]) {
    changes += breaks
    guard let group else { return }
    if aggregate is SpanRowsAggregate {
      changes += windows.indices
      return
    }
    for ordinal in presence.members(of: group).ordinals {
      let entered = bounds.ends.partitioningIndex { $0 > ordinal }
      let left = bounds.starts.partitioningIndex { $0 > ordinal }
      guard entered < left else { continue }
      changes.append(entered)
      if left < windows.count { changes.append(left) }
    }
  }

  /// The measure cell by cell, where it is a count or an exact sum.
  var additive: Additive? {
    let sum = aggregate as? SumAggregate
    guard values === presence, aggregate == nil || sum?.plainTotals != nil else { return nil }
    return Additive(
      grouping: presence,
      windows: presence.cells.ordinals.map { ordinal in
        let entered = bounds.ends.partitioningIndex { $0 > ordinal }
        return entered..<max(entered, bounds.starts.partitioningIndex { $0 > ordinal })
      },
      counts: presentRows.counts, totals: sum?.plainTotals, unit: sum?.unit ?? .one,
      reasons: windows.map { if case .none(let reason) = $0 { reason } else { nil } },
      breaks: breaks)
  }

  // MARK: What was observed

  /// The first and the last day on which rows of the measure fall, for measures whose rows have a time.
  var observedDays: ClosedRange<Day>? {
    var first = UInt32.max
    var last: UInt32 = 0
    let cells = presence.cells
    for (rank, cell) in zip(cells.ranks, cells.numbers)
    where presentRows.counts[Int(cell)] != 0 {
      first = min(first, rank)
      last = max(last, rank)
    }
    guard first <= last else { return nil }
    return day(cells.ordinals[Int(first)])...day(cells.ordinals[Int(last)])
  }

  private func day(_ ordinal: Int) -> Day {
    switch presence.key.bucketing {
    case .grain(let cut): cut.day(of: ordinal)
    case .moments:
      Day(presence.isMomentInstant ? floorDivide(ordinal, microsecondsPerDay) : ordinal)
    case .bounds(let bounds): bounds[min(max(ordinal, 0), bounds.count - 1)]
    // A span counts from the day after its start.
    case .spanDays: Day(ordinal - 1)
    case .whole: .first
    }
  }

  /// The first day of a span, and the last or, while one is running, the as-of day.
  func observedSpans(asOf: Day) -> ClosedRange<Day>? {
    guard let days = observedDays else { return nil }
    let alive = presence.cells.numbers.reduce(0) { $0 + presentRows.counts[Int($1)] }
    let last = alive > 0 ? asOf : min(days.upperBound, asOf)
    return days.lowerBound <= last ? days.lowerBound...last : nil
  }
}
