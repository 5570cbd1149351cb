package import KPIModel
import KPIPlan

extension StrategyTables {
  /// Objectives by perspective, each with its key results below it.
  package func objectives(_ wanted: [ObjectiveID]) -> ResultTable {
    ResultTable(
      columns: [
        .init("objective", title: "Objective"), .init("key_result", for: .machines),
        .init("perspective", for: .machines),
        .init("period", title: "Period", for: .everybodyIfFilled),
        .init("commitment", title: "Meant as", for: .everybodyIfFilled),
        .init("baseline", title: "From", .readings, for: .everybodyIfFilled),
        .init("goal", title: "To", .readings, for: .everybodyIfFilled),
        .init("value", title: "Value", .readings, for: .everybodyIfFilled),
        .init("grade", title: "Grade", .readings, for: .everybodyIfFilled),
        .init("status", title: "Status"),
        .init("elapsed", title: "Time gone", .readings, for: .everybodyIfFilled),
        .init("pace", title: "Pace", .readings, for: .everybodyIfFilled),
        .init("pace_status", title: "On pace to be", for: .everybodyIfFilled),
        .init("measured_by", title: "Measured by", for: .everybodyIfFilled),
        .init("owner", title: "Owner", for: .everybodyIfFilled),
      ],
      rows: specification.inReadingOrder(objectives: wanted).flatMap {
        rows(board.objectives[$0.index])
      })
  }

  private func rows(_ standing: ObjectiveStanding) -> [ResultTable.Row] {
    let declared = specification.objectives[standing.id.index]
    let perspective = declared.perspective.map { specification.perspectives[$0.index] }
    let first: [ResultTable.Value] = [
      .label(declared.label ?? declared.name, name: declared.name), .empty,
      .text(orEmpty: perspective?.name), period(declared.period), .empty, .empty, .empty, .empty,
      .grade(orEmpty: standing.grade), .status(orEmpty: standing.status),
      .ratio(orEmpty: standing.isRunning ? standing.elapsed : nil),
      .grade(orEmpty: standing.pace?.grade), .status(orEmpty: standing.pace?.status),
      names(metricNames(declared.measures)), owner(declared.owner),
    ]
    let rest = standing.keyResults.map { cells($0, of: declared, perspective?.name) }
    return ([first] + rest).map { ResultTable.Row($0, section: perspective?.label) }
  }

  private func cells(
    _ standing: KeyResultStanding, of objective: Objective, _ perspective: String?
  ) -> [ResultTable.Value] {
    let result = standing.result
    let metric = specification[result.metric]
    return [
      .label("└ " + (metric.label ?? metric.name), name: objective.name), .text(metric.name),
      .text(orEmpty: perspective), period(standing.period),
      .text(orEmpty: result.commitment?.rawValue),
      .reading(.value(result.baseline), metric.quantity, nil),
      .reading(.value(result.goal), metric.quantity, nil),
      .reading(standing.value, metric.quantity, .atLeast(result.goal)),
      .grade(orEmpty: standing.grade), .status(standing.status), .empty,
      .grade(orEmpty: standing.pace?.grade), .status(orEmpty: standing.pace?.status), .empty,
      .empty,
    ]
  }
}
