import KPIDiagnostics
import KPIModel

extension LintRule {
  static let overdueInitiative = LintRule(
    Rule(
      "KPI4507", "overdue-initiative", .warning, from: .starter,
      title: "An initiative should have been done by now",
      explanation: """
        The day by which the work was to be done has passed, and it is not said to be done. Write `state done`, \
        `state cancelled`, or the new day; a late initiative that nobody asks about is the start of KPIs for show.
        """,
      example: Samples.initiative(due: "2026-06-30"),
      mended: Samples.initiative(due: "2026-06-30", state: "done"))
  ) { context, findings in
    for initiative in context.initiatives where !initiative.isOver {
      guard let due = initiative.initiative.due, due < context.today else { continue }
      findings.report(
        "`\(initiative.name)` was to be done by \(due.text)", at: initiative.dueRange,
        help: "Add a line `state done` or `state cancelled`, or write the new day.")
    }
  }
}
