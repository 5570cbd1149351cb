package import KPIModel
package import KPIPlan

/// How an objective stands: by the KPIs that measure it, and by the grade of its key results.
package struct ObjectiveStanding: Sendable {
  package let id: ObjectiveID
  /// The worst of what measures it; `nil` where nothing does.
  package let status: Status?
  /// The statuses of the KPIs that measure it.
  package let tally: StatusTally
  package let keyResults: [KeyResultStanding]
  /// The mean of the key results' grades, from 0 to 1. A key result without a value counts as 0; `nil` where none has one.
  package let grade: Number?
  /// The part of the period's working days that are over; `nil` without a period, 1 after its end.
  package let elapsed: Number?
  /// What the grade comes to at the period's end if it goes on like this, and the status that it would then have.
  package let pace: Pace?
  /// What it rests on and does not hold any more.
  package let shakyAssumptions: [AssumptionID]

  /// Whether its period has not ended yet.
  package let isRunning: Bool

  package struct Pace: Hashable, Sendable {
    package let grade: Number
    package let status: Status

    package init(grade: Number, status: Status) {
      self.grade = grade
      self.status = status
    }
  }
}

/// How far a key result is on its way from its baseline to its goal.
package struct KeyResultStanding: Sendable {
  package let result: Objective.KeyResult
  /// The period of the value; `nil` before the first one is over.
  package let period: Period?
  package let value: Cell
  /// From 0 to 1; `nil` without a value, or without a way to go.
  package let grade: Number?
  package let status: Status
  /// What it comes to at the end of the objective's period if it goes on like this.
  package let pace: ObjectiveStanding.Pace?
}
