package import KPIModel
package import KPIPlan

/// What a value is worth against its target.
package struct Judgement: Hashable, Sendable {
  package let status: Status
  /// The goal in force, in numbers; `nil` when there is none, or it has no value.
  package var goal: Goal<Number>?
  /// Why the goal in force has no value.
  package var missingGoal: MissingReason?
  /// In a running period the part of the goal that is due by now.
  package var goalToDate: Goal<Number>?
  /// How much of the target, or of the part that is due, is reached, 1 being all of it; `nil` where the quotient
  /// says nothing.
  package var attainment: Number?
  package var pace: Pace?

  /// What a running period comes to if it goes on as it has begun.
  package struct Pace: Hashable, Sendable {
    package let value: Number
    package let status: Status

    package init(value: Number, status: Status) {
      self.value = value
      self.status = status
    }
  }

  package init(
    status: Status, goal: Goal<Number>? = nil, missingGoal: MissingReason? = nil,
    attainment: Number? = nil
  ) {
    self.status = status
    self.goal = goal
    self.missingGoal = missingGoal
    self.attainment = attainment
  }
}

/// All that one value is judged by, in the period and the group of the value.
package struct Evidence: Sendable {
  package let value: Cell
  /// The goal in force, each of its ends worked out.
  package var goal: Goal<Cell>?
  package var threshold: Bounds<Cell>?
  package var stretch: Bounds<Cell>?
  /// Whether fewer cases stand behind the value than it takes to judge it.
  package var isSampleSmall = false
  /// How far the period is, where it is still running.
  package var running: RunningPeriod?

  /// A period that is not over.
  package struct RunningPeriod: Hashable, Sendable {
    /// The part of its working days that are over, where values grow with them.
    package let elapsed: Number?

    package init(elapsed: Number?) { self.elapsed = elapsed }
  }

  package init(_ value: Cell) { self.value = value }

  /// The judgement. All comparisons are made on the values themselves, never on what is displayed.
  package var judgement: Judgement {
    do throws(MissingReason) {
      return judgement(against: try goal?.map { (end) throws(MissingReason) in try end.get() })
    } catch {
      return Judgement(status: status ?? .noTarget, missingGoal: error)
    }
  }

  private func judgement(against goal: Goal<Number>?) -> Judgement {
    guard let goal, let number = value.number else {
      return Judgement(status: status ?? .noTarget, goal: goal)
    }
    if let status {
      var judgement = Judgement(status: status, goal: goal)
      if status == .partial { add(number, goal, to: &judgement) }
      return judgement
    }
    return Judgement(
      status: self.status(of: number, goal), goal: goal, attainment: goal.attainment(of: number))
  }

  /// The status that the value has by itself, whatever the target.
  private var status: Status? {
    if value == .missing(.notMature) { return .notMature }
    if running != nil { return .partial }
    if value.number == nil { return .noData }
    return isSampleSmall ? .smallSample : nil
  }

  private func status(of number: Number, _ goal: Goal<Number>) -> Status {
    goal.status(of: number, threshold: numbers(threshold), stretch: numbers(stretch))
  }

  /// Limits without a value are no limits.
  private func numbers(_ limits: Bounds<Cell>?) -> Bounds<Number>? {
    try? limits?.map { (end) throws(MissingReason) in try end.get() }
  }

  /// What is due of the goal by now, how much of that is there, and what it leads to.
  private func add(_ number: Number, _ goal: Goal<Number>, to judgement: inout Judgement) {
    guard let elapsed = running?.elapsed else { return }
    let due = try? goal.map { (end) throws(MissingReason) in
      guard let part = end.multiplied(by: elapsed) else { throw .outOfRange }
      return part
    }
    judgement.goalToDate = due
    judgement.attainment = due?.attainment(of: number)
    judgement.pace = number.divided(by: elapsed).map {
      Judgement.Pace(value: $0, status: status(of: $0, goal))
    }
  }
}

extension Goal<Number> {
  /// Where a value stands between threshold, target and stretch.
  package func status(of value: Number, threshold: Bounds<Number>?, stretch: Bounds<Number>?)
    -> Status
  {
    if let stretch, reaches(stretch, value) { return .exceeding }
    if reaches(bounds, value) { return .onTrack }
    if let threshold, reaches(threshold, value) { return .atRisk }
    return .offTrack
  }

  /// Whether a value is on the good side of bounds, the bounds themselves included.
  private func reaches(_ bounds: Bounds<Number>, _ value: Number) -> Bool {
    switch (self, bounds) {
    case (_, .band(let low, let high)): value.isAtLeast(low) && value.isAtMost(high)
    case (.atLeast, .value(let bound)): value.isAtLeast(bound)
    case (.atMost, .value(let bound)): value.isAtMost(bound)
    // A single value says nothing about a band; the checker refuses it.
    case (.between, .value): false
    }
  }

  /// Value over target, or target over value where lower is better. A quotient with a target or a
  /// divisor that is not positive would mislead, so there is none.
  package func attainment(of value: Number) -> Number? {
    switch self {
    case .atLeast(let target):
      target > .zero ? value.divided(by: target) : nil
    case .atMost(let target):
      target > .zero && value > .zero ? target.divided(by: value) : nil
    case .between(let low, let high):
      value.isAtLeast(low) && value.isAtMost(high) ? .one : nil
    }
  }
}
