import KPIDiagnostics
import KPIModel

extension LintRule {
  static let missingTarget = LintRule(
    Rule(
      "KPI4201", "missing-target", .warning, from: .standard,
      title: "Nobody said what value the KPI should have",
      explanation: """
        A number alone says neither that things go well nor that something must be done: without a target \
        the status stays `no target`, and no meeting is decided by it. Say what you want to reach, with the side that \
        is good: `at least`, `at most` or `between`. Where you do not know yet, measure for a while and say so: \
        `allow missing-target because "measured until we know what is normal" until 2027-03-31`. A KPI that \
        is the key result of an objective has its goal there.
        """,
      example: Samples.kpi(""), mended: Samples.kpi("  target at least 100k USD"))
  ) { context, findings in
    let keyResults = Set(
      context.specification.objectives
        .filter { $0.period.map { $0.end > context.today } ?? true }
        .flatMap(\.keyResults).map(\.metric))
    for kpi in context.kpisInUse where kpi.targets == nil && !keyResults.contains(kpi.id) {
      findings.report(
        "`\(kpi.name)` has no target, so nobody can tell whether it stands well", at: kpi.nameRange,
        help: """
          Add a line to its braces: `target at least` and the value that you want to reach, or `target at most` \
          where less is better.
          """)
    }
  }
}
