import KPIDiagnostics
import KPIModel

extension LintRule {
  static let missingThreshold = LintRule(
    Rule(
      "KPI4202", "missing-threshold", .note, from: .standard,
      title: "A near miss and a failure look the same",
      explanation: """
        Without a threshold every value that misses the target is `off track`, by a hair or by half. Soon nobody \
        takes the red ones seriously. The threshold is the worst value that you can still accept: between it and the \
        target the KPI is `at risk`, beyond it `off track`. Where nothing but the best will do, as with a target of \
        no accidents at all, there is nothing between, and nothing is reported.
        """,
      example: Samples.kpi("  target at least 100k USD"),
      mended: Samples.kpi("  target at least 100k USD\n  threshold 90k USD"))
  ) { context, findings in
    for kpi in context.kpisInUse {
      // One threshold holds for all groups, so where these have targets of their own it may fit none of them.
      guard let targets = kpi.targets, targets.threshold.isEmpty, targets.judging.segments.isEmpty
      else { continue }
      let possible = context.possibleValues(of: kpi.id)
      let goals = targets.judging.goals.map(\.value)
      guard !goals.allSatisfy(possible.arePerfect) else { continue }
      let place = kpi.goalRange(on: context.today)
      findings.report(
        "`\(kpi.name)` has no threshold: a near miss is as `off track` as a failure", at: place,
        help: """
          Add a line to its braces: `threshold` and the worst value that you can still accept, on the worse side of \
          `\(context.lines.text(of: place))`.
          """)
    }
  }
}
