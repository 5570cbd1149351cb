import KPIModel
import KPIPlan

/// Makes the views of measures that are read over one spine.
enum PlanViews {
  static func make(
    _ works: [PlanWork.MeasureWork], _ joined: [JoinedGrouping], _ periods: [Period], _ plan: Plan,
    threads: Int
  ) -> [any View] {
    var views = [(any View)?](repeating: nil, count: works.count)
    var entities: [PlannedEntities: [Int]] = [:]
    for (index, work) in works.enumerated() {
      switch work {
      case .rows(let rows): views[index] = RowView(rows, joined, periods, plan)
      case .days(let measure): views[index] = DayView(measure, periods, plan)
      case .entities(let work): entities[work.planned.counted, default: []].append(index)
      }
    }
    for (_, places) in entities {
      let alike = places.compactMap { index -> PlanWork.EntityWork? in
        if case .entities(let work) = works[index] { work } else { nil }
      }
      let made = EntityView.views(alike, joined, periods, plan, threads: threads)
      for (index, view) in zip(places, made) { views[index] = view }
    }
    return views.compactMap { $0 }
  }
}

extension PlannedEntities {
  /// The same entities and values, counted: what measures have in common that differ in their function.
  fileprivate var counted: PlannedEntities {
    PlannedEntities(
      function: .count, outerKeys: outerKeys, entityKeys: entityKeys, grain: grain, window: window,
      measures: measures, value: value, summed: summed)
  }
}
