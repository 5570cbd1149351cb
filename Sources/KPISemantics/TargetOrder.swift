import KPIDiagnostics
import KPIModel
import KPISource

/// Checks that a threshold is worse than the target and a stretch better, in the direction of the target, and that
/// all are amounts for periods of one length. What is not the same in every period is compared when it is judged.
struct TargetOrder {
  let targets: Targets
  let thresholdRange: SourceRange?
  let stretchRange: SourceRange?

  func check(into diagnostics: inout [Diagnostic]) {
    for goal in targets.judging.goals { check(goal, into: &diagnostics) }
  }

  private func check(
    _ goal: Effective<Goal<TargetValue>>, into diagnostics: inout [Diagnostic]
  ) {
    let days = [goal.from ?? .first] + (targets.threshold + targets.stretch).compactMap(\.from)
    for day in days
    where [goal].inForce(on: day) != nil && targets.judging.goals.inForce(on: day) == goal.value {
      let worst = targets.threshold.inForce(on: day)
      let best = targets.stretch.inForce(on: day)
      let origin = goal.value.bounds.values[0].origin
      for limit in [worst, best] {
        guard let limit = limit?.values.first, limit.phasing == nil,
          goal.value.bounds.values.contains(where: { $0.phasing != nil })
        else { continue }
        diagnostics.append(.boundNotPhased(at: limit.origin, target: origin))
        return
      }
      if let problem = disorder(goal.value, worst: worst, best: best) {
        let place = (problem == .threshold ? thresholdRange : stretchRange) ?? origin
        let limit = problem == .threshold ? worst : best
        let hasBands = (isBand(goal.value.bounds), limit.map(isBand) ?? false)
        diagnostics.append(
          hasBands.0 == hasBands.1
            ? .targetOrder(
              problem.rawValue, direction: goal.value.words, at: place, target: origin)
            : .boundOfOtherKind(
              problem.rawValue, isBand: hasBands.1, at: place, target: origin))
        return
      }
    }
  }

  private func isBand(_ bounds: Bounds<TargetValue>) -> Bool {
    if case .band = bounds { true } else { false }
  }

  private enum Disorder: String { case threshold, stretch }

  private func disorder(
    _ goal: Goal<TargetValue>, worst: Bounds<TargetValue>?, best: Bounds<TargetValue>?
  ) -> Disorder? {
    switch (goal.bounds, worst) {
    case (.band, .value), (.value, .band): return .threshold
    default: break
    }
    switch (goal.bounds, best) {
    case (.band, .value), (.value, .band): return .stretch
    default: break
    }
    return isOutOfOrder(goal, worst, isBetter: false)
      ? .threshold : isOutOfOrder(goal, best, isBetter: true) ? .stretch : nil
  }

  private func isOutOfOrder(
    _ goal: Goal<TargetValue>, _ bounds: Bounds<TargetValue>?, isBetter: Bool
  ) -> Bool {
    /// Whether the first value is known to lie above the second.
    func isAbove(_ left: TargetValue, _ right: TargetValue) -> Bool {
      guard left.phasing == right.phasing, let left = left.constant, let right = right.constant
      else { return false }
      return left > right
    }
    switch (goal, bounds) {
    case (.atLeast(let target), .value(let value)):
      return isBetter ? isAbove(target, value) : isAbove(value, target)
    case (.atMost(let target), .value(let value)):
      return isBetter ? isAbove(value, target) : isAbove(target, value)
    case (.between(let low, let high), .band(let below, let above)):
      return isBetter
        ? isAbove(low, below) || isAbove(above, high) : isAbove(below, low) || isAbove(high, above)
    default: return false
    }
  }
}

extension Goal {
  /// The direction in the language's words.
  fileprivate var words: String {
    switch self {
    case .atLeast: "at least"
    case .atMost: "at most"
    case .between: "between"
    }
  }
}
