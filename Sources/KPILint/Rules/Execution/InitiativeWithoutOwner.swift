import KPIDiagnostics
import KPIModel

extension LintRule {
  static let initiativeWithoutOwner = LintRule(
    Rule(
      "KPI4502", "initiative-without-owner", .warning, from: .starter,
      title: "Nobody answers for an initiative",
      explanation: """
        Work that nobody answers for is done when somebody finds the time. Name the owner, or the department whose lead \
        answers for it.
        """,
      example: Samples.strategy(
        "initiative web_shop \"A web shop\" {\n  improves revenue\n  due      2027-03-31\n}"),
      mended: Samples.initiative())
  ) { context, findings in
    for initiative in context.initiatives where !initiative.isOver {
      let lead = initiative.initiative.department.flatMap {
        context.specification.departments[$0.index].lead
      }
      guard initiative.initiative.owner == nil, lead == nil else { continue }
      findings.report(
        "nobody answers for `\(initiative.name)`", at: initiative.nameRange,
        help: "Add a line `owner …` with a declared owner.")
    }
  }
}
