package import KPIModel
package import KPIPlan

/// What a value is worth against its target.
package struct Judgement: Hashable, Sendable {
  package let status: Status
  /// How much of the target is reached, 1 being all of it; `nil` where the quotient says nothing.
  package let attainment: Number?
  /// The goal in force; `nil` when there is none.
  package let goal: Goal?

  package init(status: Status, attainment: Number?, goal: Goal?) {
    self.status = status
    self.attainment = attainment
    self.goal = goal
  }
}

extension Target {
  /// Judges a value of a period, of the whole or of one group.
  ///
  /// The goal is the one in force on the first day of the period: what was expected when it began. All
  /// comparisons are made on exact values, never on what is displayed.
  package func judge(
    _ value: Cell, in period: Period, group: Segments.Group? = nil, isPartial: Bool = false
  ) -> Judgement {
    let day = period.start
    let goal = goals(of: group).inForce(on: day)
    guard !isPartial else { return Judgement(status: .partial, attainment: nil, goal: goal) }
    guard let number = value.number else {
      return Judgement(status: .noData, attainment: nil, goal: goal)
    }
    guard let goal else { return Judgement(status: .noTarget, attainment: nil, goal: nil) }
    let status = goal.status(
      of: number, threshold: threshold.inForce(on: day), stretch: stretch.inForce(on: day))
    return Judgement(status: status, attainment: goal.attainment(of: number), goal: goal)
  }

  private func goals(of group: Segments.Group?) -> [Effective<Goal>] {
    guard let group else { return goals }
    return segments.first { $0.attribute == group.attribute }?
      .goals.first { $0.group == group.value }?.goals ?? []
  }
}

extension Target.Segments {
  /// One group of a breakdown.
  package struct Group: Hashable, Sendable {
    package let attribute: Attribute
    package let value: Scalar

    package init(_ attribute: Attribute, _ value: Scalar) {
      self.attribute = attribute
      self.value = value
    }
  }
}

extension Judgement {
  /// The judgement of a KPI that has no target at all.
  package static func withoutTarget(_ value: Cell, isPartial: Bool = false) -> Judgement {
    let status: Status = isPartial ? .partial : value.number == nil ? .noData : .noTarget
    return Judgement(status: status, attainment: nil, goal: nil)
  }
}

extension Goal {
  /// Where a value stands between threshold, target and stretch.
  package func status(of value: Number, threshold: Bounds?, stretch: Bounds?) -> Status {
    if let stretch, reaches(stretch, value) { return .exceeding }
    if reaches(bounds, value) { return .onTrack }
    if let threshold, reaches(threshold, value) { return .atRisk }
    return .offTrack
  }

  /// Whether a value is on the good side of bounds, the bounds themselves included.
  private func reaches(_ bounds: Bounds, _ value: Number) -> Bool {
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
