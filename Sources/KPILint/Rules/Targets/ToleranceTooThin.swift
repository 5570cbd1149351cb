import KPIDiagnostics
import KPIModel
import KPISource

extension LintRule {
  static let toleranceTooThin = LintRule(
    Rule(
      "KPI4215", "tolerance-too-thin", .note, from: .strict,
      title: "The threshold is next to the target",
      explanation: """
        Less than one part in a hundred lies between target and threshold. Ordinary chance moves most figures more \
        than that, so the KPI jumps between `on track` and `off track` and is hardly ever `at risk`. Of a percentage near \
        100% it is the rest that counts: 99.9% and 99.5% are far apart.
        """,
      example: Samples.kpi("  target at least 100k USD\n  threshold 99.5k USD"),
      mended: Samples.kpi("  target at least 100k USD\n  threshold 90k USD"))
  ) { context, findings in
    for kpi in context.kpisInUse {
      var seen: Set<SourceRange> = []
      for standard in kpi.targets?.standards ?? [] {
        guard let threshold = standard.threshold,
          zip(standard.goal.bounds.values, threshold.values).contains(where: {
            isThin($0, $1, isShare: kpi.metric.quantity.style == .percent)
          }), seen.insert(threshold.origin).inserted
        else { continue }
        findings.report(
          "the threshold of `\(kpi.name)` is less than a hundredth away from its target",
          at: threshold.origin,
          help: "Move it to the worst value that you can still accept.",
          labels: [.init(standard.goal.origin, "the target")])
      }
    }
  }

  private static func isThin(_ target: TargetValue, _ limit: TargetValue, isShare: Bool) -> Bool {
    guard target.phasing == limit.phasing, let target = target.constant,
      let limit = limit.constant, target != limit,
      let gap = target.subtracting(limit)?.magnitude.doubleValue
    else { return false }
    var size = target.magnitude.doubleValue
    if isShare { size = min(size, abs(1 - size)) }
    return gap < 0.01 * size
  }
}
