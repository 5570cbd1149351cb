import KPIModel
import KPISource

/// The targets of the groups of one breakdown beside the target of the whole.
struct SegmentSum {
  private let target: Target
  private let segments: Target.Segments
  /// Whether every group that there can be is among them.
  private let isComplete: Bool

  init(_ target: Target, _ segments: Target.Segments, isComplete: Bool) {
    self.target = target
    self.segments = segments
    self.isComplete = isComplete
  }

  struct Mismatch {
    let sum: Number
    let whole: Number
    let place: SourceRange
    let wholePlace: SourceRange
  }

  /// Where the two differ first.
  var mismatch: Mismatch? {
    let goals = target.goals + segments.groups.flatMap(\.goals)
    let days = Set(goals.map { $0.from ?? .first }).sorted()
    return days.lazy.compactMap(mismatch).first
  }

  /// Groups that are not listed may take the rest of the whole, so the listed ones may come to less, unless
  /// amounts below 0 are among them.
  private func mismatch(on day: Day) -> Mismatch? {
    let parts = segments.groups.compactMap { $0.goals.inForce(on: day) }
    guard let whole = target.goals.inForce(on: day), let total = whole.amount,
      parts.count == segments.groups.count, let first = parts.first?.bounds.values.first
    else { return nil }
    var sum = Number.zero
    var isNegative = total.isNegative
    for part in parts {
      guard part.isComparable(to: whole), let amount = part.amount, let next = sum.adding(amount)
      else { return nil }
      sum = next
      isNegative = isNegative || amount.isNegative
    }
    guard isComplete ? sum != total : sum > total && !isNegative else { return nil }
    return Mismatch(
      sum: sum, whole: total, place: first.origin, wholePlace: whole.bounds.values[0].origin)
  }
}

extension Goal<TargetValue> {
  /// The number that the goal names, if it names one and is no band.
  fileprivate var amount: Number? {
    switch self {
    case .atLeast(let value), .atMost(let value): value.constant
    case .between: nil
    }
  }

  /// Whether both have one direction and are amounts for periods of one length.
  fileprivate func isComparable(to other: Goal) -> Bool {
    switch (self, other) {
    case (.atLeast(let left), .atLeast(let right)), (.atMost(let left), .atMost(let right)):
      left.phasing?.whole == right.phasing?.whole
    default: false
    }
  }
}
