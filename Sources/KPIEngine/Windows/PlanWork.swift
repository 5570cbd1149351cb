import KPIModel
import KPIPlan

/// One plan together with the places where the workload keeps its measures.
struct PlanWork {
  let plan: Plan
  private(set) var measures: [MeasureWork] = []
  /// A measure that is only counted, so that the groups of a plan without any full breakdown are known.
  private(set) var observer: MeasureWork?
  let spine: Spine?

  struct MeasureWork {
    let measure: Measure
    let place: Workload.Place
    /// Where the rows are counted by time, which tells the groups and periods that are observed.
    let presence: Workload.Place
    /// For each breakdown that the measure has, its place in the question.
    let breakdowns: [Int]
  }

  init(_ plan: Plan, _ specification: Specification, _ workload: inout Workload) {
    self.plan = plan
    spine = Spine(known: plan.question, plan.calendar)
    let bucketings = PlanWork.bucketings(plan, spine)
    for planned in plan.measures {
      measures.append(PlanWork.place(planned, plan, bucketings, &workload))
    }
    let breakdowns = plan.question.breakdowns
    let hasFull = plan.measures.contains { !$0.keys.contains(nil) }
    if !breakdowns.isEmpty, !hasFull, let first = plan.measures.first {
      var counted = first.measure
      counted.function = .count
      counted.argument = nil
      let keys = breakdowns.map { attribute -> ColumnPath? in
        if case .path(let path) = specification.bind(attribute, from: counted.table) {
          path
        } else {
          nil
        }
      }
      observer = PlanWork.place(
        PlannedMeasure(measure: counted, keys: keys), plan, bucketings, &workload)
    }
  }

  private static func place(
    _ planned: PlannedMeasure, _ plan: Plan, _ bucketings: [Bases: Bucketing],
    _ workload: inout Workload
  ) -> MeasureWork {
    let measure = planned.measure
    let bucketing: Bucketing
    switch measure.axis {
    case .none: bucketing = .whole
    case .events: bucketing = bucketings[Bases(planned)] ?? bucketings.values.first ?? .whole
    case .snapshots: bucketing = .moments
    case .spans:
      bucketing = Aggregate.Function(measure.function).isAdditive ? .spanDays : .whole
    }
    func key(_ bucketing: Bucketing) -> GroupingKey {
      GroupingKey(
        table: measure.table, axis: GroupingKey.Axis(measure.axis), asOf: plan.question.asOf,
        bucketing: bucketing, keys: planned.keys.compactMap { $0 })
    }
    var counted = measure
    counted.function = .count
    counted.argument = nil
    var isSpans = false
    if case .spans = measure.axis { isSpans = true }
    return MeasureWork(
      measure: measure, place: workload.add(measure, key(bucketing)),
      presence: workload.add(counted, key(isSpans ? .spanDays : bucketing)),
      breakdowns: planned.keys.indices.filter { planned.keys[$0] != nil })
  }

  /// Measures that differ only in their window share what is kept.
  private struct Bases: Hashable {
    let measure: Measure
    let keys: [ColumnPath?]

    init(_ planned: PlannedMeasure) {
      var measure = planned.measure
      measure.window = .period
      if case .percentile = measure.function { measure.function = .percentile(.zero) }
      self.measure = measure
      keys = planned.keys
    }
  }

  /// How the days of each measure over events are cut: by the bounds of all its windows where the periods are
  /// known, otherwise by the coarsest grain that serves the windows.
  private static func bucketings(_ plan: Plan, _ spine: Spine?) -> [Bases: Bucketing] {
    var windows: [Bases: Set<Window>] = [:]
    for planned in plan.measures {
      windows[Bases(planned), default: []].insert(planned.measure.window)
    }
    return windows.mapValues { windows in
      guard let spine else {
        return .serving(windows, of: plan.question.grain, plan.calendar)
      }
      if plan.question.grain == nil, plan.question.range == nil, windows == [.period] {
        return .whole
      }
      var bounds: Set<Day> = []
      for window in windows {
        for period in spine.periods {
          guard let days = plan.calendar.days(of: window, for: period) else { continue }
          bounds.insert(days.lowerBound)
          bounds.insert(days.upperBound)
        }
      }
      return .bounds(bounds.sorted())
    }
  }
}
