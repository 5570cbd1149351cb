import KPIDiagnostics
import KPIModel

extension LintRule {
  static let initiativeWithoutState = LintRule(
    Rule(
      "KPI4512", "initiative-without-state", .note, from: .strict,
      title: "An initiative does not say how far it is",
      explanation: """
        Planned, active, done, cancelled: with the state written down, a list of initiatives shows what is under way, and \
        the change of state is seen in review.
        """,
      example: Samples.initiative(), mended: Samples.initiative(state: "active"))
  ) { context, findings in
    for initiative in context.initiatives where initiative.initiative.state == nil {
      findings.report(
        "`\(initiative.name)` does not say how far it is", at: initiative.nameRange,
        help: "Add a line `state planned`, `state active` or `state done`.")
    }
  }
}
