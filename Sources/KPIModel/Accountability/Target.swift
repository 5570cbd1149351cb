/// What is expected of a KPI, by period and by group.
package struct Target: Hashable, Sendable {
  /// The goals of the whole, each from the first day it is in force; sorted.
  package let goals: [Effective<Goal>]
  /// Goals of single groups of a breakdown.
  package let segments: [Segments]
  /// The worst value still acceptable.
  package let threshold: [Effective<Bounds>]
  /// The ambitious value.
  package let stretch: [Effective<Bounds>]

  package init(
    goals: [Effective<Goal>], segments: [Segments], threshold: [Effective<Bounds>],
    stretch: [Effective<Bounds>]
  ) {
    self.goals = goals
    self.segments = segments
    self.threshold = threshold
    self.stretch = stretch
  }

  /// Goals that differ by the groups of one breakdown.
  package struct Segments: Hashable, Sendable {
    package let attribute: Attribute
    package let name: String
    package let goals: [(group: Scalar, goals: [Effective<Goal>])]

    package init(
      attribute: Attribute, name: String, goals: [(group: Scalar, goals: [Effective<Goal>])]
    ) {
      self.attribute = attribute
      self.name = name
      self.goals = goals
    }

    package static func == (left: Self, right: Self) -> Bool {
      left.attribute == right.attribute
        && left.goals.elementsEqual(right.goals) { $0.group == $1.group && $0.goals == $1.goals }
    }

    package func hash(into hasher: inout Hasher) {
      hasher.combine(attribute)
      for goal in goals {
        hasher.combine(goal.group)
        hasher.combine(goal.goals)
      }
    }
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
package enum Bounds: Hashable, Sendable {
  case value(Number)
  case band(Number, Number)
}

/// A target with the direction that is good.
package enum Goal: Hashable, Sendable {
  /// Higher is better.
  case atLeast(Number)
  /// Lower is better.
  case atMost(Number)
  /// Inside the band is good.
  case between(Number, Number)

  package var bounds: Bounds {
    switch self {
    case .atLeast(let value), .atMost(let value): .value(value)
    case .between(let low, let high): .band(low, high)
    }
  }
}
