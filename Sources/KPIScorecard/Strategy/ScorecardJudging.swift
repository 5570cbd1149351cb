import KPIModel

/// Works out the score of one scorecard.
struct ScorecardJudging {
  private let specification: Specification
  private let place: Int
  private let metrics: [MetricID: StatusLine]
  private let objectives: [ObjectiveStanding]
  private let scoring: Scoring

  init(
    _ specification: Specification, place: Int, metrics: [MetricID: StatusLine],
    objectives: [ObjectiveStanding]
  ) {
    self.specification = specification
    self.place = place
    self.metrics = metrics
    self.objectives = objectives
    scoring = Scoring(scorecard: specification.scorecards[place])
  }

  var standing: ScorecardStanding {
    let members = self.members
    let all = rolledUp(members)
    return ScorecardStanding(
      place: place, score: all.score, whole: scoring.scorecard.rule.whole, coverage: all.coverage,
      members: members, tally: StatusTally(members.compactMap(\.status)),
      parts: parts(members))
  }

  // MARK: Members

  private var members: [ScorecardStanding.Member] {
    let declared = specification.scorecards[place].members
    let total = declared.reduce(Number.zero) { $0.adding($1.weight) ?? $0 }
    return declared.map { member in
      let (status, score) = judged(member)
      return ScorecardStanding.Member(
        subject: member.subject, status: status, score: score,
        substitute: score.number == nil ? scoring.substitute : nil, weight: member.weight,
        share: member.weight.divided(by: total) ?? .zero, baseline: member.baseline)
    }
  }

  private func judged(_ member: Scorecard.Member) -> (Status?, Score) {
    switch member.subject {
    case .metric(let metric):
      guard let line = metrics[metric] else { return (nil, .missing(.noData)) }
      return (line.judgement.status, scoring.score(line, baseline: member.baseline))
    case .objective(let id):
      let objective = objectives[id.index]
      var seen: Set<MetricID> = []
      let lines = specification.objectives[id.index].measures
        .filter { seen.insert($0).inserted }.compactMap { metrics[$0] }
      return (objective.status, scoring.score(objective, measuredBy: lines))
    }
  }

  // MARK: Roll-up

  private func rolledUp(
    _ members: [ScorecardStanding.Member]
  ) -> (score: Number?, coverage: Number) {
    let counted = members.compactMap { member in member.counted.map { ($0, member.weight) } }
    let score =
      switch specification.scorecards[place].rollUp {
      case .weightedMean: weightedMean(counted)
      case .worst: counted.map(\.0).min()
      }
    let scored = sum(members.filter { $0.score.number != nil }.map(\.weight))
    return (score, scored.divided(by: sum(members.map(\.weight))) ?? .zero)
  }

  private func weightedMean(_ counted: [(score: Number, weight: Number)]) -> Number? {
    let weighted = counted.compactMap { $0.score.multiplied(by: $0.weight) }
    guard weighted.count == counted.count else { return nil }
    return sum(weighted).divided(by: sum(counted.map(\.weight)))
  }

  private func sum(_ numbers: [Number]) -> Number {
    numbers.reduce(.zero) { $0.adding($1) ?? $0 }
  }

  // MARK: Parts

  private func parts(_ members: [ScorecardStanding.Member]) -> [ScorecardStanding.Part] {
    let groups = members.map { self.groups(of: $0.subject) }
    let all: [ScorecardStanding.Group] =
      specification.departments.indices.map { .department(DepartmentID($0)) }
      + specification.perspectives.indices.map { .perspective(PerspectiveID($0)) }
      + specification.owners.indices.map { .owner(OwnerID($0)) }
    return all.compactMap { group in
      let places = members.indices.filter { groups[$0].contains(group) }
      guard !places.isEmpty else { return nil }
      let part = rolledUp(places.map { members[$0] })
      return ScorecardStanding.Part(
        group: group, score: part.score, coverage: part.coverage, members: places)
    }
  }

  /// The department, the owner and the perspectives of a member. A KPI has the perspectives of the objectives that it
  /// measures.
  private func groups(of subject: Scorecard.Member.Subject) -> Set<ScorecardStanding.Group> {
    let department: DepartmentID?
    let owner: OwnerID?
    let perspectives: [PerspectiveID]
    switch subject {
    case .metric(let metric):
      department = specification[metric].accountability?.department
      owner = specification[metric].accountability?.owner
      perspectives = specification.objectives.filter { $0.metrics.contains(metric) }
        .compactMap(\.perspective)
    case .objective(let id):
      let objective = specification.objectives[id.index]
      department = objective.department
      owner = objective.owner
      perspectives = [objective.perspective].compactMap { $0 }
    }
    return Set(
      perspectives.map(ScorecardStanding.Group.perspective)
        + [department.map(ScorecardStanding.Group.department)].compactMap { $0 }
        + [owner.map(ScorecardStanding.Group.owner)].compactMap { $0 })
  }
}
