import KPIDiagnostics

extension LintRule {
  static let objectiveWithoutMeasure = LintRule(
    Rule(
      "KPI4303", "objective-without-measure", .warning, from: .starter,
      title: "Nothing tells whether an objective is reached",
      explanation: """
        An objective that no KPI measures and that has no key result is a wish: it can neither be missed nor reached. \
        Name the KPI that tells how far it is. Where there is none yet, the missing KPI is the first thing to define.
        """,
      example: Samples.strategy("objective grow \"We grow every year\""),
      mended: Samples.strategy("objective grow \"We grow every year\" {\n  measured by revenue\n}"))
  ) { context, findings in
    for objective in context.objectives where objective.metrics.isEmpty {
      findings.report(
        "nothing tells whether `\(objective.name)` is reached", at: objective.nameRange,
        help: "Add a line `measured by …` with the KPI that shows it.")
    }
  }
}
