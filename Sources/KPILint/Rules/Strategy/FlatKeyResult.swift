import KPIDiagnostics
import KPIModel
import KPISyntax

extension LintRule {
  static let flatKeyResult = LintRule(
    Rule(
      "KPI4320", "flat-key-result", .warning, from: .starter,
      title: "A key result ends where it starts",
      explanation: """
        The grade of a key result is how much of the way from its start to its goal is gone. Where both are the same \
        there is no way to go, and no grade. To keep a value where it is, give the KPI a target instead.
        """,
      example: Samples.strategy(
        "objective grow \"Everybody in town knows us\" {\n  for 2026-Q4\n"
          + "  key result revenue from 100k USD to 100k USD\n}"),
      mended: Samples.strategy(
        "objective grow \"Everybody in town knows us\" {\n  for 2026-Q4\n"
          + "  key result revenue from 100k USD to 120k USD\n}"))
  ) { context, findings in
    for objective in context.objectives {
      for (result, syntax) in objective.keyResults where result.baseline == result.goal {
        let name = context.specification[result.metric].name
        findings.report(
          "the key result `\(name)` ends where it starts", at: syntax.goal.range, about: name,
          help: "Write the value it has today after `from`, and the one that is wanted after `to`.")
      }
    }
  }
}
