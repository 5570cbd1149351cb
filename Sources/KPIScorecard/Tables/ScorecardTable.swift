import KPIModel
import KPIPlan

extension StrategyTables {
  /// A scorecard: its members with what they count, its score, and the scores of its parts.
  package func scorecards(_ wanted: [Int]) -> ResultTable {
    ResultTable(
      columns: [
        .init("scorecard", for: .machines), .init("part", for: .machines),
        .init("name", title: "Scorecard"),
        .init("weight", title: "Weight", .readings),
        .init("share", title: "Share", .readings, for: .everybodyIfFilled),
        .init("status", title: "Status", for: .everybodyIfFilled),
        .init("score", title: "Score", .readings),
        .init("counts", title: "Counts as", .readings, for: .everybodyIfFilled),
        .init("coverage", title: "Known", .readings, for: .everybodyIfFilled),
        .init("missing", title: "Why not", for: .everybodyIfFilled),
      ],
      rows: specification.inReadingOrder(scorecards: wanted).flatMap { place in
        let declared = specification.scorecards[place]
        return cells(board.scorecards[place]).map {
          ResultTable.Row($0, section: declared.label ?? declared.name)
        }
      })
  }

  private func cells(_ standing: ScorecardStanding) -> [[ResultTable.Value]] {
    let declared = specification.scorecards[standing.place]
    let members = standing.members.map { member -> [ResultTable.Value] in
      let (label, name) = words(member.subject)
      return [
        .text(declared.name), .text("member"), .label(label, name: name),
        .reading(.value(member.weight), .plain, nil), .ratio(member.share),
        .status(orEmpty: member.status), score(member.score.number, declared),
        score(member.score.number == nil ? member.substitute : nil, declared), .empty,
        .text(orEmpty: member.score.reason?.rawValue),
      ]
    }
    let parts = standing.parts.map { part -> [ResultTable.Value] in
      let (kind, label, name) = words(part.group)
      return [
        .text(declared.name), .text(kind), .label("└ \(label)", name: name),
      ] + totals(part.score, part.coverage, part.members.map { standing.members[$0] }, declared)
    }
    let total: [ResultTable.Value] =
      [
        .text(declared.name), .text("total"), .label("Total", name: declared.name),
      ] + totals(standing.score, standing.coverage, standing.members, declared)
    return members + [total] + parts
  }

  /// The cells of a roll-up from its weight on.
  private func totals(
    _ score: Number?, _ coverage: Number, _ members: [ScorecardStanding.Member],
    _ declared: Scorecard
  ) -> [ResultTable.Value] {
    let weight = members.reduce(Number.zero) { $0.adding($1.weight) ?? $0 }
    let share = members.reduce(Number.zero) { $0.adding($1.share) ?? $0 }
    return [
      .reading(.value(weight), .plain, nil), .ratio(share), .empty, self.score(score, declared),
      .empty, .ratio(coverage), .text(orEmpty: score == nil ? "no score" : nil),
    ]
  }

  /// A part of the target, or points.
  private func score(_ number: Number?, _ declared: Scorecard) -> ResultTable.Value {
    guard let number else { return .empty }
    if case .bands = declared.rule { return .reading(.value(number), .plain, nil) }
    return .ratio(number)
  }

  private func words(_ subject: Scorecard.Member.Subject) -> (label: String, name: String) {
    switch subject {
    case .metric(let id):
      (specification[id].label ?? specification[id].name, specification[id].name)
    case .objective(let id):
      (
        specification.objectives[id.index].label ?? specification.objectives[id.index].name,
        specification.objectives[id.index].name
      )
    }
  }

  private func words(
    _ group: ScorecardStanding.Group
  ) -> (kind: String, label: String, name: String) {
    switch group {
    case .department(let id):
      let department = specification.departments[id.index]
      return ("department", department.label ?? department.name, department.name)
    case .perspective(let id):
      let perspective = specification.perspectives[id.index]
      return ("perspective", perspective.label, perspective.name)
    case .owner(let id):
      let owner = specification.owners[id.index]
      return ("owner", owner.label ?? owner.name, owner.name)
    }
  }
}

extension Score {
  fileprivate var reason: Reason? {
    if case .missing(let reason) = self { reason } else { nil }
  }
}
