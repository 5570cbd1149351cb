import KPIModel
import KPIPlan
import KPITable

/// Puts the measures of a plan together into the rows of its answer.
struct PlanAnswer {
  private let work: PlanWork
  private let joined: [JoinedGrouping]
  private let threads: Int

  init(_ work: PlanWork, _ joined: [JoinedGrouping], threads: Int) {
    self.work = work
    self.joined = joined
    self.threads = threads
  }

  func answer() -> Answer {
    let spine =
      work.spine
      ?? Spine(
        work.plan.question, observed: observedDays(), work.plan.calendar)
    let views = work.measures.map { MeasureView($0, joined, spine, work.plan) }
    let shown = ShownGroups(views, observers(spine), work.plan.question.breakdowns.count)
    let batches = PlanAnswer.batches(views)
    let formulas = work.plan.formulas
    let columns = Workers.map(Array(shown.keys.indices), threads: threads) { group -> [[Cell]] in
      var cells = [[Cell]](repeating: [], count: views.count)
      for batch in batches {
        let values = MeasureView.cells(batch.map { views[$0] }, shown.group(group, of: batch[0]))
        for (view, column) in zip(batch, values) { cells[view] = column }
      }
      return spine.periods.indices.map { period in
        formulas.map { formula in formula.evaluate { cells[$0.index][period] } }
      }
    }
    let hasGrain = work.plan.question.grain != nil
    var rows: [Answer.Row] = []
    rows.reserveCapacity(spine.periods.count * shown.keys.count)
    for (index, period) in spine.periods.enumerated() {
      let isPartial = spine.isPartial(period)
      for (group, keys) in shown.keys.enumerated() {
        rows.append(
          Answer.Row(
            period: hasGrain ? period : nil, isPartial: isPartial, keys: keys,
            cells: columns[group][index]))
      }
    }
    return Answer(rows: rows)
  }

  /// The measures that read the same values of the same windows, such as two percentiles, are read together.
  private static func batches(_ views: [MeasureView]) -> [[Int]] {
    var batches: [[Int]] = []
    for view in views.indices {
      if let batch = batches.firstIndex(where: { views[$0[0]].isAlike(views[view]) }) {
        batches[batch].append(view)
      } else {
        batches.append([view])
      }
    }
    return batches
  }

  /// The measure that is only counted so that groups are known, if the plan needs one.
  private func observers(_ spine: Spine) -> [MeasureView] {
    work.observer.map { [MeasureView($0, joined, spine, work.plan)] } ?? []
  }

  /// What decides the periods shown: the events; without any the snapshots; without these the spans.
  private func observedDays() -> ClosedRange<Day>? {
    let empty = Spine(work.plan.question, observed: nil, work.plan.calendar)
    var events: ClosedRange<Day>?
    var snapshots: ClosedRange<Day>?
    var spans: ClosedRange<Day>?
    for measure in work.measures {
      let view = MeasureView(measure, joined, empty, work.plan)
      switch measure.measure.axis {
      case .none: break
      case .events: events = PlanAnswer.union(events, view.observedDays)
      case .snapshots: snapshots = PlanAnswer.union(snapshots, view.observedDays)
      case .spans:
        spans = PlanAnswer.union(spans, view.observedSpans(asOf: work.plan.question.asOf))
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
