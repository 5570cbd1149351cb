import KPIDiagnostics
import KPIModel
import KPISource

extension LintRule {
  static let thresholdEqualsTarget = LintRule(
    Rule(
      "KPI4208", "threshold-equals-target", .warning, from: .standard,
      title: "The threshold is the target itself",
      explanation: """
        Between target and threshold a KPI is `at risk`: there is still time to act. Where both are one value nothing \
        lies between, and the KPI falls from `on track` to `off track` without a warning. Move the threshold to the \
        worst value that you can still accept, or take it out.
        """,
      example: Samples.kpi("  target at least 100k USD\n  threshold 100k USD"),
      mended: Samples.kpi("  target at least 100k USD\n  threshold 90k USD"))
  ) { context, findings in
    for kpi in context.kpis {
      var seen: Set<SourceRange> = []
      for standard in kpi.targets?.standards ?? [] {
        guard let threshold = standard.threshold, threshold == standard.goal.bounds,
          seen.insert(threshold.origin).inserted
        else { continue }
        findings.report(
          "the threshold of `\(kpi.name)` is its target, so it is never `at risk`",
          at: threshold.origin,
          help: "Write the worst value that you can still accept, or take the threshold out.",
          labels: [.init(standard.goal.origin, "the target")])
      }
    }
  }
}
