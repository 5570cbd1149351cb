import KPIDiagnostics
import KPIModel
import KPISource

extension LintRule {
  static let stretchEqualsTarget = LintRule(
    Rule(
      "KPI4219", "stretch-equals-target", .warning, from: .standard,
      title: "The stretch is the target itself",
      explanation: """
        The stretch is the ambitious value beyond the target. Where both are one value every period that reaches \
        the target is `exceeding`, and the KPI looks better than it is. Write the value that would be a feat, or take the \
        stretch out.
        """,
      example: Samples.kpi("  target at least 100k USD\n  stretch 100k USD"),
      mended: Samples.kpi("  target at least 100k USD\n  stretch 120k USD"))
  ) { context, findings in
    for kpi in context.kpis {
      var seen: Set<SourceRange> = []
      for standard in kpi.targets?.standards ?? [] {
        guard let stretch = standard.stretch, stretch == standard.goal.bounds,
          seen.insert(stretch.origin).inserted
        else { continue }
        findings.report(
          "the stretch of `\(kpi.name)` is its target, so reaching it already counts as `exceeding`",
          at: stretch.origin,
          help: "Write the value that would be a feat, or take the stretch out.",
          labels: [.init(standard.goal.origin, "the target")])
      }
    }
  }
}
