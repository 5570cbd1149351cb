import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

extension LintRule {
  static let unchangedTarget = LintRule(
    Rule(
      "KPI4214", "unchanged-target", .note, from: .standard,
      title: "A new target that is the old one",
      explanation: """
        A line with another `from` says that something changes then, and this one repeats the value before it. Either \
        the new value was forgotten, or the target was carried over without a thought, which is how targets \
        become habits. Write the new value, or take the line out: a target holds until the next `from`.
        """,
      example: Samples.kpi(
        """
          target {
            from 2026 at least 100k USD
            from 2027 at least 100k USD
          }
        """),
      mended: Samples.kpi(
        """
          target {
            from 2026 at least 100k USD
            from 2027 at least 115k USD
          }
        """))
  ) { context, findings in
    for kpi in context.kpisInUse {
      for series in kpi.targets?.series ?? [] {
        for (goal, next) in zip(series.goals, series.goals.dropFirst()) {
          guard goal.value == next.value, let from = next.from,
            goal.value.bounds.values.allSatisfy({ $0.constant != nil }),
            goal.end == nil || goal.end == from
          else { continue }
          findings.report(
            "the \(series.title(of: kpi)) from \(from.text) is the one before it",
            at: next.value.origin, about: series.about,
            help: "Write the new value, or take the line out.",
            labels: [.init(goal.value.origin, "the same value")],
            fixes: context.removal(of: next, after: goal, in: kpi))
        }
      }
    }
  }
}

extension LintContext {
  /// Takes out the line of a goal where the one before it goes on as long.
  fileprivate func removal(
    of goal: Effective<Goal<TargetValue>>, after previous: Effective<Goal<TargetValue>>,
    in kpi: LintedKPI
  ) -> [Diagnostic.Fix] {
    guard previous.end == nil, goal.end == nil, let line = kpi.period(of: goal.value) else {
      return []
    }
    return [Diagnostic.Fix("Take out the line", [lines.removal(of: line.range)])]
  }
}
