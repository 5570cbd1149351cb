import KPIModel
import KPIScorecard
import KPISource

/// Tables of what belongs to the strategy.
extension Lister {
  var objectives: ResultTable {
    table(
      of: specification.objectives.map { objective in
        let perspective = objective.perspective.map { specification.perspectives[$0.index].name }
        return (
          objective.name, objective.label, objective.owner, objective.origin,
          [perspective, names(objective.metrics)]
        )
      }, saying: ["perspective", "measured_by"])
  }

  var scorecards: ResultTable {
    table(
      of: specification.scorecards.map {
        ($0.name, $0.label, $0.owner, $0.origin, [String($0.members.count), $0.reader])
      }, saying: ["members", "reader"])
  }

  var initiatives: ResultTable {
    table(
      of: specification.initiatives.map {
        (
          $0.name, $0.label, $0.owner, $0.origin,
          [$0.state?.rawValue, $0.due?.text, names($0.improves)]
        )
      }, saying: ["state", "due", "improves"])
  }

  var assumptions: ResultTable {
    table(
      of: specification.assumptions.map {
        ($0.name, $0.label, $0.owner, $0.origin, [$0.expires?.text, $0.broken?.since.text])
      }, saying: ["expires", "broken_since"])
  }

  private func names(_ metrics: [MetricID]) -> String {
    metrics.map { specification[$0].name }.joined(separator: ", ")
  }

  private typealias Listed = (
    name: String, label: String?, owner: OwnerID?, origin: SourceRange, says: [String?]
  )

  /// A table of declarations with a few things that each of them says.
  private func table(of listed: [Listed], saying columns: [String]) -> ResultTable {
    ResultTable(
      columns: [ResultTable.Column("name"), ResultTable.Column("label", for: .everybodyIfFilled)]
        + columns.map { ResultTable.Column($0, for: .everybodyIfFilled) }
        + [ResultTable.Column("owner", for: .everybodyIfFilled), ResultTable.Column("declared")],
      rows: listed.map { listed in
        let owner = listed.owner.map { specification.owners[$0.index].name }
        return ResultTable.Row(
          [.text(listed.name), text(listed.label)] + listed.says.map(text)
            + [text(owner), place(listed.origin)])
      })
  }
}
