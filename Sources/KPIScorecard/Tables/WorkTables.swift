package import KPIModel

extension StrategyTables {
  /// The work under way, and what it improves.
  package func initiatives(_ wanted: [Int]) -> ResultTable {
    ResultTable(
      columns: [
        .init("initiative", title: "Initiative"), .init("state", title: "State"),
        .init("due", title: "Due"), .init("overdue", title: "Late", for: .everybodyIfFilled),
        .init("improves", title: "Improves"),
        .init("status", title: "Worst of these", for: .everybodyIfFilled),
        .init("owner", title: "Owner", for: .everybodyIfFilled),
      ],
      rows: wanted.map { place in
        let declared = specification.initiatives[place]
        let standing = board.initiatives[place]
        return ResultTable.Row([
          .label(declared.label ?? declared.name, name: declared.name),
          .text(orEmpty: declared.state?.rawValue), .text(orEmpty: declared.due?.text),
          .text(orEmpty: standing.isOverdue ? "yes" : nil), names(metricNames(declared.improves)),
          .status(orEmpty: standing.tally.worst), owner(declared.owner),
        ])
      })
  }

  /// What targets rest on.
  package func assumptions(_ wanted: [AssumptionID]) -> ResultTable {
    ResultTable(
      columns: [
        .init("assumption", title: "Assumption"), .init("state", title: "State"),
        .init("expires", title: "Until", for: .everybodyIfFilled),
        .init("kpis", title: "KPIs that rest on it", for: .everybodyIfFilled),
        .init("objectives", title: "Objectives that rest on it", for: .everybodyIfFilled),
        .init("owner", title: "Owner", for: .everybodyIfFilled),
      ],
      rows: wanted.map { id in
        let declared = specification.assumptions[id.index]
        let standing = board.assumptions[id.index]
        let objectives = standing.objectives.map { specification.objectives[$0.index] }
        return ResultTable.Row([
          .label(declared.label ?? declared.name, name: declared.name),
          .text(standing.state.rawValue), .text(orEmpty: declared.expires?.text),
          names(metricNames(standing.kpis)), names(objectives.map { ($0.label, $0.name) }),
          owner(declared.owner),
        ])
      })
  }
}
