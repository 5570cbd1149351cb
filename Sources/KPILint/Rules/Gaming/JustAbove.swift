import KPIDiagnostics
import KPIModel

extension LintRule {
  static let justAbove = LintRule(
    Rule(
      code: "KPI4606", name: "just-above", severity: .note, profile: .strict,
      title: "A KPI lands just past its target, again and again",
      explanation: """
        In at least five of the latest six periods the value met the target with less than 2 % to spare. Nature scatters \
        more than that: what always just passes may have been pushed there, by moving orders over the end of the month or \
        by counting until it fits. Look at the days around the end of the periods.
        """,
      example: Samples.project("just-above", amounts: [101, 100, 101, 101, 100, 101]),
      mended: Samples.project("just-above", amounts: [121, 100, 108, 94, 100, 131])),
    needs: .data
  ) { context, findings in
    for record in context.records {
      let count = record.mature.count { observation in
        guard let value = observation.value,
          let goal = record.kpi.targets?.judging.goals.inForce(on: observation.period.start)
        else { return false }
        return goal.isJustPassed(by: value, ofPart: record.kpi.metric.quantity.style == .percent)
      }
      guard count >= 5 else { continue }
      findings.report(
        "`\(record.kpi.name)` was just past its target in \(count) of the latest "
          + "\(record.mature.count) periods",
        at: record.kpi.nameRange,
        help: "Look at what is booked in the days around the end of the periods.")
    }
  }
}

extension Goal<TargetValue> {
  /// Whether a value meets the goal with less than 2 % to spare. What is part of a whole has little room above a high
  /// goal, so that no more than a tenth of it counts.
  fileprivate func isJustPassed(by value: Number, ofPart isPart: Bool) -> Bool {
    switch self {
    case .atLeast(let target):
      guard let goal = target.plainAmount, value >= goal else { return false }
      let room = isPart && goal < .one ? (1 - goal.doubleValue) / 10 : .infinity
      return value.doubleValue - goal.doubleValue < min(goal.doubleValue / 50, room)
    case .atMost(let target):
      guard let goal = target.plainAmount, value <= goal else { return false }
      return goal.doubleValue - value.doubleValue < goal.doubleValue / 50
    case .between: return false
    }
  }
}

extension TargetValue {
  /// The amount where it is the same in every period and more than nothing.
  fileprivate var plainAmount: Number? {
    phasing == nil ? constant.flatMap { $0 > .zero ? $0 : nil } : nil
  }
}
