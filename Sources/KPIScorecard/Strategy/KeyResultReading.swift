package import KPIModel
package import KPIPlan

/// The value that a key result is graded by.
package struct KeyResultReading: Sendable {
  package let result: Objective.KeyResult
  /// The period of the value; `nil` before the first one is over.
  package let period: Period?
  package let value: Cell
  /// Whether the value adds up over the objective's period.
  package let growsWithPeriod: Bool
  /// The part of the objective's period that is over at the end of the value's.
  package let elapsed: Number?

  package init(
    result: Objective.KeyResult, period: Period?, value: Cell, growsWithPeriod: Bool,
    elapsed: Number?
  ) {
    self.result = result
    self.period = period
    self.value = value
    self.growsWithPeriod = growsWithPeriod
    self.elapsed = elapsed
  }

  /// How the key result stands; `isRunning` is the objective's period.
  func standing(isRunning: Bool) -> KeyResultStanding {
    let grade = value.number.flatMap(result.grade)
    return KeyResultStanding(
      result: result, period: period, value: value, grade: grade,
      status: isRunning ? .partial : status(grade), pace: isRunning ? pace : nil)
  }

  private func status(_ grade: Number?) -> Status {
    if let grade { return Grade.status(grade, result.commitment) }
    if value == .missing(.notMature) { return .notMature }
    // With a value, it is the way that is missing.
    return value.number == nil ? .noData : .noTarget
  }

  private var pace: ObjectiveStanding.Pace? {
    guard let number = value.number, let elapsed, elapsed > .zero else { return nil }
    let grade =
      growsWithPeriod
      ? number.divided(by: elapsed).flatMap(result.grade)
      : result.grade(of: number, afterPart: elapsed)
    return grade.map {
      ObjectiveStanding.Pace(grade: $0, status: Grade.status($0, result.commitment))
    }
  }
}
