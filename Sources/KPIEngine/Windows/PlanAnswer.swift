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
    let plan = work.plan
    let spine =
      work.spine
      ?? Spine(
        plan.question,
        observed: PlanWork.observedDays(
          work.measures.prefix(plan.shownMeasures).flatMap(\.rows), joined, plan), plan.calendar)
    let views = PlanViews.make(work.measures, joined, spine.periods, plan, threads: threads)
    let observers = work.observer.map { [RowView($0, joined, spine.periods, plan)] } ?? []
    let shown = ShownGroups(
      views, observedBy: views.prefix(plan.shownMeasures) + observers,
      plan.question.breakdowns.count, wanted: plan.question.groups)
    let batches = PlanAnswer.batches(views)
    let windows = Array(spine.periods.indices)
    let formulas = plan.formulas + plan.hidden
    let columns = Workers.map(Array(shown.keys.indices), threads: threads) { group -> [[Cell]] in
      var cells = [[Cell]](repeating: [], count: views.count)
      for batch in batches {
        let group = shown.group(group, of: batch.views[0])
        let values =
          batch.rows.isEmpty
          ? [views[batch.views[0]].cells(group, at: windows)] : RowView.cells(batch.rows, group)
        for (view, column) in zip(batch.views, values) { cells[view] = column }
      }
      return windows.map { period in
        formulas.map { formula in formula.evaluate { cells[$0.index][period] } }
      }
    }
    let hasGrain = plan.question.grain != nil
    let shownCount = plan.formulas.count
    var rows: [Answer.Row] = []
    rows.reserveCapacity(spine.periods.count * shown.keys.count)
    for (index, period) in spine.periods.enumerated() {
      let isPartial = spine.isPartial(period)
      for (group, keys) in shown.keys.enumerated() {
        let cells = columns[group][index]
        rows.append(
          Answer.Row(
            period: hasGrain ? period : nil, isPartial: isPartial, keys: keys,
            cells: Array(cells.prefix(shownCount)), hidden: Array(cells.dropFirst(shownCount))))
      }
    }
    return Answer(rows: rows)
  }

  /// Measures that read the same values of the same windows, such as two percentiles, and are read together.
  private struct Batch {
    var views: [Int]
    var rows: [RowView]
  }

  private static func batches(_ views: [any View]) -> [Batch] {
    var batches: [Batch] = []
    for (index, view) in views.enumerated() {
      guard let rows = view as? RowView else {
        batches.append(Batch(views: [index], rows: []))
        continue
      }
      if let batch = batches.firstIndex(where: { $0.rows.first?.isAlike(rows) == true }) {
        batches[batch].views.append(index)
        batches[batch].rows.append(rows)
      } else {
        batches.append(Batch(views: [index], rows: [rows]))
      }
    }
    return batches
  }
}
