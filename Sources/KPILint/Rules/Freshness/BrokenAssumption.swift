import KPIDiagnostics
import KPIModel

extension LintRule {
  static let brokenAssumption = LintRule(
    Rule(
      "KPI4415", "broken-assumption", .warning, from: .starter,
      title: "A target rests on an assumption that does not hold any more",
      explanation: """
        Somebody wrote down that the assumption is broken, and the target that was set on it still stands. Whoever misses it \
        now misses it for that reason, and whoever reaches it may not have had to try. Set the target anew, and take \
        the assumption out of `assumes`.
        """,
      example: Samples.assumption("broken since 2026-09-15 because \"the lease was raised\""),
      mended: Samples.assumption("expires 2027-09-30"))
  ) { context, findings in
    for assuming in context.assuming where assuming.assumption.state(on: context.today) == .broken {
      let (assumption, broken) = (assuming.assumption, assuming.assumption.broken)
      let reason = broken?.reason.map { ": \($0)" } ?? ""
      findings.report(
        "`\(assuming.name)` rests on `\(assumption.name)`, which is broken since "
          + "\(broken?.since.text ?? "")\(reason)",
        at: assuming.range, about: assumption.name,
        help: "Set the target anew, and take `\(assumption.name)` out of `assumes`.")
    }
  }
}
