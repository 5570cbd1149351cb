package import KPIModel
package import KPIPlan

/// What a value is worth against its target.
package struct Judgement: Hashable, Sendable {
  package let status: Status
  /// How much of the target is reached, 1 being all of it; `nil` where the quotient says nothing.
  package let attainment: Number?
  /// The goal in force, in numbers; `nil` when there is none, or it has no value.
  package let goal: Goal<Number>?
  /// Why the goal in force has no value.
  package let missingGoal: MissingReason?

  package init(
    status: Status, attainment: Number?, goal: Goal<Number>?, missingGoal: MissingReason? = nil
  ) {
    self.status = status
    self.attainment = attainment
    self.goal = goal
    self.missingGoal = missingGoal
  }
}

/// All that one value is judged by, in the period and the group of the value.
package struct Evidence: Sendable {
  package let value: Cell
  /// The goal in force, each of its ends worked out.
  package let goal: Goal<Cell>?
  package let threshold: Bounds<Cell>?
  package let stretch: Bounds<Cell>?
  package let isPartial: Bool

  package init(
    _ value: Cell, goal: Goal<Cell>? = nil, threshold: Bounds<Cell>? = nil,
    stretch: Bounds<Cell>? = nil, isPartial: Bool = false
  ) {
    self.value = value
    self.goal = goal
    self.threshold = threshold
    self.stretch = stretch
    self.isPartial = isPartial
  }

  /// The judgement. All comparisons are made on exact values, never on what is displayed.
  package var judgement: Judgement {
    do throws(MissingReason) {
      return judgement(against: try goal?.map { (end) throws(MissingReason) in try end.get() })
    } catch {
      return Judgement(
        status: status ?? .noTarget, attainment: nil, goal: nil, missingGoal: error)
    }
  }

  private func judgement(against goal: Goal<Number>?) -> Judgement {
    guard status == nil, let goal, let number = value.number else {
      return Judgement(status: status ?? .noTarget, attainment: nil, goal: goal)
    }
    return Judgement(
      status: goal.status(of: number, threshold: numbers(threshold), stretch: numbers(stretch)),
      attainment: goal.attainment(of: number), goal: goal)
  }

  /// The status that the value has by itself, whatever the target.
  private var status: Status? {
    isPartial ? .partial : value.number == nil ? .noData : nil
  }

  /// Limits without a value are no limits.
  private func numbers(_ limits: Bounds<Cell>?) -> Bounds<Number>? {
    try? limits?.map { (end) throws(MissingReason) in try end.get() }
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
    case (_, .band(let low, let high)): value >= low && value <= high
    case (.atLeast, .value(let bound)): value >= bound
    case (.atMost, .value(let bound)): value <= bound
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
      value >= low && value <= high ? .one : nil
    }
  }
}
