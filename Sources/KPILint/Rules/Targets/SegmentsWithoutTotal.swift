import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

extension LintRule {
  static let segmentsWithoutTotal = LintRule(
    Rule(
      "KPI4210", "segments-without-total", .note, from: .strict,
      title: "Targets for the groups, and none for the whole",
      explanation: """
        Every group has its target and the whole has none: its own status is `no target`, and nobody answers \
        for the sum. Groups can all be on track while the whole goes wrong, when the business moves to the weaker \
        ones. Add a target for the whole beside those of the groups.
        """,
      example: Samples.kpi(
        """
          target by status {
            "paid" at least 100k USD
          }
        """),
      mended: Samples.kpi(
        """
          target at least 120k USD
          target by status {
            "paid" at least 100k USD
          }
        """))
  ) { context, findings in
    for kpi in context.kpisInUse {
      guard let target = kpi.targets?.judging, target.goals.isEmpty,
        let segments = target.segments.first
      else { continue }
      findings.report(
        "`\(kpi.name)` has targets by `\(segments.name)` and none for the whole",
        at: kpi.breakdownRange ?? kpi.goalRange(on: context.today), about: segments.name,
        help: "Add a line to its braces: `target` and what the whole should reach.")
    }
  }
}

extension LintedKPI {
  /// Where the breakdown of the first target by groups is written.
  fileprivate var breakdownRange: SourceRange? {
    for case .target(let target) in syntax.attributes {
      if case .groups(let path?, _) = target.body { return path.range }
    }
    return nil
  }
}
