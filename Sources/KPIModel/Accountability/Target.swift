package import KPISource

/// What is expected of a KPI: a target, or several side by side of which one gives the status.
package struct Targets: Hashable, Sendable {
  /// The target that gives the status.
  package let judging: Target
  /// The other ones, in the order written.
  package let others: [Target]
  /// The worst value still acceptable.
  package let threshold: [Effective<Bounds<TargetValue>>]
  /// The ambitious value.
  package let stretch: [Effective<Bounds<TargetValue>>]

  package init(
    judging: Target, others: [Target] = [], threshold: [Effective<Bounds<TargetValue>>] = [],
    stretch: [Effective<Bounds<TargetValue>>] = []
  ) {
    self.judging = judging
    self.others = others
    self.threshold = threshold
    self.stretch = stretch
  }

  /// All of them, the one that gives the status first.
  package var all: [Target] { [judging] + others }

  /// The values of the threshold and the stretch.
  package var limits: [TargetValue] { (threshold + stretch).flatMap(\.value.values) }

  /// Everything that the KPI is compared with.
  package var values: [TargetValue] { all.flatMap(\.values) + limits }
}

/// One target, by period and by group.
package struct Target: Hashable, Sendable {
  /// `budget` or `forecast`, where several stand side by side.
  package let name: String?
  /// The goals of the whole, each from the first day it is in force; sorted.
  package let goals: [Effective<Goal<TargetValue>>]
  /// Goals of single groups of a breakdown.
  package let segments: [Segments]

  package init(
    name: String? = nil, goals: [Effective<Goal<TargetValue>>], segments: [Segments] = []
  ) {
    self.name = name
    self.goals = goals
    self.segments = segments
  }

  /// Goals that differ by the groups of one breakdown.
  package struct Segments: Hashable, Sendable {
    package let attribute: Attribute
    package let name: String
    package let groups: [Group]

    package init(attribute: Attribute, name: String, groups: [Group]) {
      self.attribute = attribute
      self.name = name
      self.groups = groups
    }

    package struct Group: Hashable, Sendable {
      package let value: Scalar
      package let goals: [Effective<Goal<TargetValue>>]

      package init(value: Scalar, goals: [Effective<Goal<TargetValue>>]) {
        self.value = value
        self.goals = goals
      }
    }
  }

  package var values: [TargetValue] {
    (goals + segments.flatMap(\.groups).flatMap(\.goals)).flatMap(\.value.bounds.values)
  }
}

/// A value that a target, a threshold or a stretch names: a formula, worked out for the period and the group judged.
package struct TargetValue: Sendable {
  package let formula: MetricExpression
  /// How the amount of a longer period, over which the formula is worked out then, is spread over its months.
  package let phasing: Phasing?
  /// Where it is written.
  package let origin: SourceRange

  package init(_ formula: MetricExpression, phasing: Phasing? = nil, origin: SourceRange) {
    self.formula = formula
    self.phasing = phasing
    self.origin = origin
  }

  /// The number, where it is the same in every period and group; of a phased value, the whole amount.
  package var constant: Number? {
    if case .constant(let number) = formula { number } else { nil }
  }
}

extension TargetValue: Hashable {
  /// Where something is written does not change what it says.
  package static func == (left: Self, right: Self) -> Bool {
    left.formula == right.formula && left.phasing == right.phasing
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(formula)
    hasher.combine(phasing)
  }
}

/// A value with the days on which it is in force.
package struct Effective<Value: Hashable & Sendable>: Hashable, Sendable {
  /// `nil` when it has always been in force.
  package let from: Day?
  /// The first day on which it is no longer in force; `nil` when it holds until another one begins.
  package let end: Day?
  package let value: Value

  package init(from: Day?, end: Day? = nil, value: Value) {
    self.from = from
    self.end = end
    self.value = value
  }
}

extension Sequence {
  /// The value in force on a day: the last one that started on or before it, unless it has ended.
  package func inForce<Value>(on day: Day) -> Value? where Element == Effective<Value> {
    var latest: Effective<Value>?
    for candidate in self where (candidate.from ?? .first) <= day {
      if (candidate.from ?? .first) >= (latest?.from ?? .first) { latest = candidate }
    }
    guard let latest, day < latest.end ?? .end else { return nil }
    return latest.value
  }
}

/// A value or a band; the direction that is good is that of the goal.
package enum Bounds<Value> {
  case value(Value)
  case band(Value, Value)

  package func map<Other, Failure: Error>(
    _ transform: (Value) throws(Failure) -> Other
  ) throws(Failure) -> Bounds<Other> {
    switch self {
    case .value(let value): .value(try transform(value))
    case .band(let low, let high): .band(try transform(low), try transform(high))
    }
  }

  package var values: [Value] {
    switch self {
    case .value(let value): [value]
    case .band(let low, let high): [low, high]
    }
  }
}

/// A target with the direction that is good.
package enum Goal<Value> {
  /// Higher is better.
  case atLeast(Value)
  /// Lower is better.
  case atMost(Value)
  /// Inside the band is good.
  case between(Value, Value)

  package var bounds: Bounds<Value> {
    switch self {
    case .atLeast(let value), .atMost(let value): .value(value)
    case .between(let low, let high): .band(low, high)
    }
  }

  package func map<Other, Failure: Error>(
    _ transform: (Value) throws(Failure) -> Other
  ) throws(Failure) -> Goal<Other> {
    switch self {
    case .atLeast(let value): .atLeast(try transform(value))
    case .atMost(let value): .atMost(try transform(value))
    case .between(let low, let high): .between(try transform(low), try transform(high))
    }
  }
}

extension Bounds: Sendable where Value: Sendable {}
extension Bounds: Equatable where Value: Equatable {}
extension Bounds: Hashable where Value: Hashable {}
extension Goal: Sendable where Value: Sendable {}
extension Goal: Equatable where Value: Equatable {}
extension Goal: Hashable where Value: Hashable {}
