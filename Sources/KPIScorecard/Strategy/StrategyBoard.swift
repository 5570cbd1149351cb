package import KPIModel

/// How the strategy stands on one day, as plain data: reports only draw it.
package struct StrategyBoard: Sendable {
  package let asOf: Day
  /// How each KPI stands as a whole, and each metric that an objective or a scorecard names.
  package let metrics: [MetricID: StatusLine]
  /// The perspectives that are declared or have objectives, from the uppermost down.
  package let perspectives: [PerspectiveStanding]
  /// All objectives, in the order of their declarations; the place of each is that of its `ObjectiveID`.
  package let objectives: [ObjectiveStanding]
  package let scorecards: [ScorecardStanding]
  package let initiatives: [InitiativeStanding]
  package let assumptions: [AssumptionStanding]
  package let departments: [DepartmentStanding]
  package let owners: [OwnerStanding]

  package init(
    asOf: Day, metrics: [MetricID: StatusLine], perspectives: [PerspectiveStanding],
    objectives: [ObjectiveStanding], scorecards: [ScorecardStanding],
    initiatives: [InitiativeStanding], assumptions: [AssumptionStanding],
    departments: [DepartmentStanding], owners: [OwnerStanding]
  ) {
    self.asOf = asOf
    self.metrics = metrics
    self.perspectives = perspectives
    self.objectives = objectives
    self.scorecards = scorecards
    self.initiatives = initiatives
    self.assumptions = assumptions
    self.departments = departments
    self.owners = owners
  }
}

/// How many of what somebody looks at have which status.
package struct StatusTally: Hashable, Sendable {
  package private(set) var counts: [Status: Int] = [:]

  package init(_ statuses: some Sequence<Status>) {
    for status in statuses { counts[status, default: 0] += 1 }
  }

  package var total: Int { counts.values.reduce(0, +) }

  /// The worst of them; `nil` where there are none.
  package var worst: Status? { Status.worst(of: counts.keys) }
}

/// How the objectives of a perspective stand.
package struct PerspectiveStanding: Sendable {
  package let id: PerspectiveID
  package let objectives: [ObjectiveID]
  /// The KPIs that measure them, each once.
  package let metrics: [MetricID]
  /// That of the worst of its objectives; `nil` where none has one.
  package let status: Status?
  /// The statuses of its objectives.
  package let tally: StatusTally
}

/// What a department answers for.
package struct DepartmentStanding: Sendable {
  package let id: DepartmentID
  package let load: Load
}

/// What an owner answers for.
package struct OwnerStanding: Sendable {
  package let id: OwnerID
  package let load: Load
}

/// What a department or an owner answers for, and how its KPIs stand.
package struct Load: Sendable {
  package let kpis: [MetricID]
  package let objectives: [ObjectiveID]
  /// Places in `StrategyBoard.initiatives`.
  package let initiatives: [Int]
  /// Places in `StrategyBoard.scorecards` of those made for them.
  package let scorecards: [Int]
  /// The statuses of the KPIs.
  package let tally: StatusTally
}

/// How far an initiative is.
package struct InitiativeStanding: Sendable {
  /// The place in `Specification.initiatives`.
  package let place: Int
  package let isOverdue: Bool
  /// The days until it is due, negative where it is late; `nil` without a day, or when nobody works on it any more.
  package let daysLeft: Int?
  /// The statuses of the KPIs that it improves.
  package let tally: StatusTally
}

/// Whether an assumption can still be relied on.
package struct AssumptionStanding: Sendable {
  package let id: AssumptionID
  package let state: Assumption.State
  /// The days until it expires, negative afterwards.
  package let daysLeft: Int?
  /// The KPIs whose targets rest on it.
  package let kpis: [MetricID]
  package let objectives: [ObjectiveID]
}
