import KPIModel
import KPIPlan

/// One plan together with the places where the workload keeps its measures.
struct PlanWork {
  let plan: Plan
  private(set) var measures: [MeasureWork] = []
  /// A measure that is only counted, so that the groups of a plan without any full breakdown are known.
  private(set) var observer: RowWork?
  let spine: Spine?

  indirect enum MeasureWork {
    case rows(RowWork)
    case entities(EntityWork)
    case days(DayMeasure)
  }

  struct RowWork {
    let measure: RowMeasure
    let place: Workload.Place
    /// Where the rows are counted by time, which tells the groups and periods that are observed.
    let presence: Workload.Place
    let horizon: Horizon
    /// For each key that the measure has, its place among those asked.
    let breakdowns: [Int]
  }

  struct EntityWork {
    let planned: PlannedEntities
    /// For each key of the question that it has, its place among those asked.
    let breakdowns: [Int]
    let measures: [MeasureWork]
  }

  init(_ plan: Plan, _ specification: Specification, _ workload: inout Workload) {
    self.plan = plan
    spine = Spine(known: plan.question, plan.calendar)
    let cuts = Bucketings(plan, spine, specification)
    measures = plan.measures.map { PlanWork.place($0, plan, specification, cuts, nil, &workload) }
    let breakdowns = plan.question.breakdowns
    let hasFull = plan.measures.prefix(plan.shownMeasures).contains {
      $0.keys(among: breakdowns.count).count == breakdowns.count
    }
    if !breakdowns.isEmpty, !hasFull, let first = plan.measures.lazy.compactMap(\.firstRows).first {
      var counted = first
      counted.function = .count
      counted.argument = nil
      let keys = breakdowns.map { breakdown in
        try? specification.bind(breakdown, from: counted.table, datedBy: counted.axis.column)
      }
      observer = PlanWork.place(counted, keys, plan, specification, cuts, nil, &workload)
    }
  }

  private static func place(
    _ planned: PlannedMeasure, _ plan: Plan, _ specification: Specification, _ cuts: Bucketings,
    _ grain: Grain?, _ workload: inout Workload
  ) -> MeasureWork {
    switch planned {
    case .rows(let measure, let keys):
      return .rows(place(measure, keys, plan, specification, cuts, grain, &workload))
    case .days(let measure): return .days(measure)
    case .entities(let entities):
      let inner = entities.grain ?? grain
      return .entities(
        EntityWork(
          planned: entities, breakdowns: planned.keys(among: entities.outerKeys),
          measures: entities.measures.map {
            place($0, plan, specification, cuts, inner, &workload)
          }))
    }
  }

  private static func place(
    _ measure: RowMeasure, _ keys: [TableExpression?], _ plan: Plan,
    _ specification: Specification, _ cuts: Bucketings, _ grain: Grain?,
    _ workload: inout Workload
  ) -> RowWork {
    let horizon = Horizon(measure, plan, specification)
    let bucketing: Bucketing
    switch measure.axis {
    case .none: bucketing = .whole
    case .events: bucketing = cuts.bucketing(of: measure, keys, grain)
    case .snapshots: bucketing = .moments
    case .spans:
      // An age is another at every moment.
      let isAdditive = CellFunction(measure.function).isAdditive
      bucketing = isAdditive && measure.argument?.isAge != true ? .spanDays : .whole
    }
    func key(_ bucketing: Bucketing) -> GroupingKey {
      GroupingKey(
        table: measure.table, axis: GroupingKey.Axis(measure), asOf: horizon.lastDay,
        bucketing: bucketing, keys: keys.compactMap { $0 })
    }
    var counted = measure
    counted.function = .count
    counted.argument = nil
    var isSpans = false
    if case .spans = measure.axis { isSpans = true }
    return RowWork(
      measure: measure, place: workload.add(measure, key(bucketing)),
      presence: workload.add(counted, key(isSpans ? .spanDays : bucketing)),
      horizon: horizon, breakdowns: keys.indices.filter { keys[$0] != nil })
  }
}

extension PlannedMeasure {
  /// The first measure over rows in it.
  fileprivate var firstRows: RowMeasure? {
    switch self {
    case .rows(let measure, _): measure
    case .entities(let entities): entities.measures.lazy.compactMap(\.firstRows).first
    case .days: nil
    }
  }
}

/// How the days of each measure over events are cut.
private struct Bucketings {
  private var bucketings: [Base: Bucketing] = [:]

  /// Measures that differ only in their window share what is kept.
  private struct Base: Hashable {
    let measure: RowMeasure
    let keys: [TableExpression?]
    /// The grain of the periods that they are seen from, where these are entities.
    let grain: Grain?

    init(_ measure: RowMeasure, _ keys: [TableExpression?], _ grain: Grain?) {
      var measure = measure
      measure.window = .period
      measure.maturity = []
      if case .percentile = measure.function { measure.function = .percentile(.zero) }
      self.measure = measure
      self.keys = keys
      self.grain = grain
    }
  }

  /// By the bounds of all windows of a measure where the periods are known, otherwise by the coarsest grain that
  /// serves its windows.
  init(_ plan: Plan, _ spine: Spine?, _ specification: Specification) {
    var windows: [Base: Set<Window>] = [:]
    for planned in plan.measures { Bucketings.collect(planned, nil, into: &windows) }
    for (base, windows) in windows {
      let horizon = Horizon(base.measure, plan, specification)
      bucketings[base] = Bucketings.bucketing(windows, base.grain, plan, spine, horizon)
    }
    shareWholePeriods(plan)
  }

  /// Measures whose windows are whole periods are cut alike, so that their rows are put into cells once.
  private mutating func shareWholePeriods(_ plan: Plan) {
    guard let grain = plan.question.grain else { return }
    var shared: [Place: Set<Day>] = [:]
    for (base, bucketing) in bucketings {
      guard case .bounds(let bounds) = bucketing, base.grain == nil,
        bounds.allSatisfy({ day in
          day == .first || day == .end
            || plan.calendar.period(grain, containing: day).start == day
        })
      else { continue }
      shared[Place(base), default: []].formUnion(bounds)
    }
    for (base, bucketing) in bucketings {
      guard case .bounds(let bounds) = bucketing, let all = shared[Place(base)],
        base.grain == nil, all.isSuperset(of: bounds)
      else { continue }
      bucketings[base] = .bounds(all.sorted())
    }
  }

  /// What decides into which cells rows are put, but for the cuts in time.
  private struct Place: Hashable {
    let table: TableID
    let axis: TimeAxis
    let keys: [TableExpression?]

    init(_ base: Base) {
      table = base.measure.table
      axis = base.measure.axis
      keys = base.keys
    }
  }

  func bucketing(
    of measure: RowMeasure, _ keys: [TableExpression?], _ grain: Grain?
  ) -> Bucketing {
    bucketings[Base(measure, keys, grain)]
      ?? bucketings.first { $0.key.grain == grain }?.value ?? .whole
  }

  private static func collect(
    _ planned: PlannedMeasure, _ grain: Grain?, into windows: inout [Base: Set<Window>]
  ) {
    switch planned {
    case .rows(let measure, let keys):
      windows[Base(measure, keys, grain), default: []].insert(measure.window)
    case .entities(let entities):
      for measure in entities.measures { collect(measure, entities.grain ?? grain, into: &windows) }
    case .days: break
    }
  }

  private static func bucketing(
    _ windows: Set<Window>, _ grain: Grain?, _ plan: Plan, _ spine: Spine?, _ horizon: Horizon
  ) -> Bucketing {
    guard grain == nil, let spine else {
      return .serving(
        windows, of: grain ?? plan.question.grain, plan.calendar, asOf: horizon.lastDay)
    }
    if plan.question.grain == nil, plan.question.range == nil, windows == [.period] {
      return .whole
    }
    var bounds: Set<Day> = []
    for window in windows {
      for period in spine.periods {
        guard let days = horizon.days(of: window, for: period) else { continue }
        bounds.insert(days.lowerBound)
        bounds.insert(days.upperBound)
      }
    }
    return .bounds(bounds.sorted())
  }
}

// MARK: - What was observed

extension PlanWork.MeasureWork {
  /// The measures over rows in it.
  var rows: [PlanWork.RowWork] {
    switch self {
    case .rows(let work): [work]
    case .entities(let work): work.measures.flatMap(\.rows)
    case .days: []
    }
  }
}

extension PlanWork.EntityWork {
  func observedDays(_ joined: [JoinedGrouping], _ plan: Plan) -> ClosedRange<Day>? {
    PlanWork.observedDays(measures.flatMap(\.rows), joined, plan)
  }
}

extension PlanWork {
  /// The days that decide which periods are shown: those of the events; without any the snapshots; without these the
  /// spans.
  static func observedDays(
    _ works: [RowWork], _ joined: [JoinedGrouping], _ plan: Plan
  ) -> ClosedRange<Day>? {
    var events: ClosedRange<Day>?
    var snapshots: ClosedRange<Day>?
    var spans: ClosedRange<Day>?
    for work in works {
      let view = RowView(work, joined, [], plan)
      switch work.measure.axis {
      case .none: break
      case .events: events = union(events, view.observedDays)
      case .snapshots: snapshots = union(snapshots, view.observedDays)
      case .spans: spans = union(spans, view.observedSpans(asOf: plan.question.asOf))
      }
    }
    return events ?? snapshots ?? spans
  }

  private static func union(
    _ left: ClosedRange<Day>?, _ right: ClosedRange<Day>?
  ) -> ClosedRange<Day>? {
    guard let left, let right else { return left ?? right }
    return min(left.lowerBound, right.lowerBound)...max(left.upperBound, right.upperBound)
  }
}
