import KPIDiagnostics
import KPIModel

extension LintRule {
  static let initiativeWithoutKPI = LintRule(
    Rule(
      "KPI4504", "initiative-without-kpi", .warning, from: .starter,
      title: "An initiative improves nothing that is measured",
      explanation: """
        An initiative costs time and money so that a number gets better. Say which: without it nobody can tell \
        afterwards whether it was worth it.
        """,
      example: Samples.strategy(
        "initiative web_shop \"A web shop\" {\n  owner    sales_team\n  due      2027-03-31\n}"),
      mended: Samples.initiative())
  ) { context, findings in
    for initiative in context.initiatives
    where !initiative.isOver && initiative.initiative.improves.isEmpty {
      findings.report(
        "`\(initiative.name)` is not said to improve any KPI", at: initiative.nameRange,
        help: "Add a line `improves …` with the KPI that should get better.")
    }
  }
}
