import KPIDiagnostics
import KPIModel

extension LintRule {
  static let initiativeWithoutDue = LintRule(
    Rule(
      "KPI4503", "initiative-without-due", .warning, from: .standard,
      title: "An initiative has no day by which it is done",
      explanation: """
        Without a day an initiative can never be late, and so it never ends. The day also says from when on its KPI \
        should be better.
        """,
      example: Samples.strategy(
        "initiative web_shop \"A web shop\" {\n  improves revenue\n  owner    sales_team\n}"),
      mended: Samples.initiative())
  ) { context, findings in
    for initiative in context.initiatives
    where !initiative.isOver && initiative.initiative.due == nil {
      findings.report(
        "`\(initiative.name)` has no day by which it is done", at: initiative.nameRange,
        help: "Add a line `due …` with the date.")
    }
  }
}
