import KPIDiagnostics
import KPIModel

extension LintRule {
  static let assumptionWithoutExpiry = LintRule(
    Rule(
      "KPI4416", "assumption-without-expiry", .warning, from: .standard,
      title: "An assumption has no day on which it is looked at again",
      explanation: """
        The world changes without a word. An assumption without a day after `expires` is believed for ever, and the \
        targets that rest on it are never questioned.
        """,
      example: Samples.assumption("owner sales_team"),
      mended: Samples.assumption("expires 2027-09-30"))
  ) { context, findings in
    for assumption in context.assumptions
    where assumption.assumption.expires == nil && assumption.assumption.broken == nil {
      findings.report(
        "nothing says until when `\(assumption.name)` is assumed", at: assumption.nameRange,
        help: "Add a line `expires …` with the day by which somebody looks at it again.")
    }
  }
}
