import KPIModel
import KPIPlan
import KPITable

/// One measure of a plan over the periods of its spine: reads the joined cells window by window.
struct MeasureView {
  let grouping: JoinedGrouping
  let breakdowns: [Int]
  /// Where the rows are counted by time.
  let presence: JoinedGrouping
  private let measure: Measure
  private let rows: CountAggregate
  private let presentRows: CountAggregate
  private let aggregate: Aggregate?
  private let windows: [Stretch]

  /// Where a window lies in the terms of the grouping's ordinals.
  private enum Stretch {
    case ordinals(Range<Int>)
    /// The instant at which a stock of spans is read, as a day's start.
    case instant(Int)
    /// The window has no counterpart, or no snapshot falls into it.
    case none(MissingReason)
  }

  init(
    _ work: PlanWork.MeasureWork, _ joined: [JoinedGrouping], _ spine: Spine, _ plan: Plan
  ) {
    let grouping = joined[work.place.grouping]
    self.grouping = grouping
    measure = work.measure
    breakdowns = work.breakdowns
    let filter = grouping.filters[work.place.filter]
    rows = filter.rows
    presence = joined[work.presence.grouping]
    presentRows = presence.filters[work.presence.filter].rows
    aggregate = work.place.aggregate.map { filter.aggregates[$0] }
    let (calendar, asOf) = (plan.calendar, plan.question.asOf)
    windows = spine.periods.map { period in
      if case .none = work.measure.axis { return .ordinals(0..<1) }
      guard let days = calendar.days(of: work.measure.window, for: period) else {
        return .none(.noValue)
      }
      return MeasureView.stretch(days, work.measure.axis, grouping, asOf)
    }
  }

  private static func stretch(
    _ days: Range<Day>, _ axis: TimeAxis, _ grouping: JoinedGrouping, _ asOf: Day
  ) -> Stretch {
    switch axis {
    case .none, .events: return .ordinals(grouping.key.bucketing.ordinals(of: days))
    case .spans(_, _, let boundary):
      let now = asOf.adding(days: 1)
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

  /// The windows as ranges of one group's cells.
  private func ranges(
    _ members: JoinedGrouping.Members, in grouping: JoinedGrouping
  ) -> [Range<Int>] {
    let ordinals = members.ordinals
    return windows.map { window in
      switch window {
      case .ordinals(let range):
        let first = ordinals.partitioningIndex { $0 >= range.lowerBound }
        return first..<max(first, ordinals.partitioningIndex { $0 >= range.upperBound })
      case .instant(let day):
        // What has begun by then, less what is over: everything up to that day.
        return grouping.key.bucketing == .spanDays
          ? 0..<ordinals.partitioningIndex { $0 > day } : 0..<members.cells.count
      case .none: return 0..<0
      }
    }
  }

  /// Whether a group of `presence` has rows in any window.
  func isObserved(_ group: Int) -> Bool {
    let members = presence.members[group]
    return presentRows.totals(members.cells, ranges(members, in: presence)).contains { $0 > 0 }
  }

  /// The values of a group over the spine, for measures that take the same values of the same windows; of a group
  /// that they never saw where it is `nil`.
  static func cells(_ views: [MeasureView], _ group: Int?) -> [[Cell]] {
    guard let first = views.first else { return [] }
    let values = group.map { first.evaluate(first.grouping.members[$0], views.map(\.function)) }
    return views.indices.map { index in
      let nothing: Cell =
        views[index].function.isZeroOverNothing ? .value(.zero) : .missing(.noRows)
      return first.windows.indices.map { window in
        if case .none(let reason) = first.windows[window] { return .missing(reason) }
        return values?[index][window] ?? nothing
      }
    }
  }

  /// Whether another measure takes the same values of the same windows.
  func isAlike(_ other: MeasureView) -> Bool {
    aggregate != nil && aggregate === other.aggregate && grouping === other.grouping
      && measure.window == other.measure.window && measure.axis == other.measure.axis
  }

  private var function: Measure.Function { measure.function }

  private func evaluate(
    _ members: JoinedGrouping.Members, _ functions: [Measure.Function]
  ) -> [[Cell]] {
    guard let aggregate else {
      let counts = rows.evaluate(members.cells, ranges(members, in: grouping), .count)
      return functions.map { _ in counts }
    }
    if let spans = aggregate as? SpanRowsAggregate {
      let days = windows.map { if case .instant(let day) = $0 { day } else { Int.min } }
      return functions.map { spans.evaluate(members.cells, at: days, $0) }
    }
    return aggregate.evaluate(members.cells, ranges(members, in: grouping), all: functions)
  }

  // MARK: What was observed

  /// The first and the last day on which rows of the measure fall, for measures whose rows have a time.
  var observedDays: ClosedRange<Day>? {
    var first: Int?
    var last: Int?
    for members in presence.members {
      for (ordinal, cell) in zip(members.ordinals, members.cells)
      where presentRows.counts[cell] != 0 {
        first = min(first ?? ordinal, ordinal)
        last = max(last ?? ordinal, ordinal)
      }
    }
    guard let first, let last else { return nil }
    return day(first)...day(last)
  }

  private func day(_ ordinal: Int) -> Day {
    switch presence.key.bucketing {
    case .grain(let grain, let calendar): calendar.start(ofOrdinal: ordinal, grain)
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
    let alive = presence.members.reduce(0) { sum, members in
      members.cells.reduce(sum) { $0 + presentRows.counts[$1] }
    }
    let last = alive > 0 ? asOf : min(days.upperBound, asOf)
    return days.lowerBound <= last ? days.lowerBound...last : nil
  }
}
