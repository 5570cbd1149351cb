import KPIDiagnostics
import KPIModel

extension LintRule {
  static let expiredAssumption = LintRule(
    Rule(
      "KPI4414", "expired-assumption", .warning, from: .starter,
      title: "A target rests on an assumption that has expired",
      explanation: """
        A target is set for a world that is assumed: what competitors charge, how the market grows, what a supplier delivers. \
        After the day on which the assumption expires nobody has looked whether that world is still there. Look, and \
        write a later day; or say that it is `broken`, and set the target anew.
        """,
      example: Samples.assumption("expires 2026-09-30"),
      mended: Samples.assumption("expires 2027-09-30"))
  ) { context, findings in
    for assuming in context.assuming where assuming.assumption.state(on: context.today) == .expired
    {
      let assumption = assuming.assumption
      findings.report(
        "`\(assuming.name)` rests on `\(assumption.name)`, which was assumed until "
          + "\(assumption.expires?.text ?? "")",
        at: assuming.range, about: assumption.name,
        help: "See whether it still holds: write a later day after `expires`, or `broken since …`.")
    }
  }
}
