import KPIDiagnostics
import KPIModel

extension LintRule {
  static let noStrategy = LintRule(
    Rule(
      "KPI4302", "no-strategy", .note, from: .strict,
      title: "There are KPIs, and nothing says what for",
      explanation: """
        Five KPIs or more and not one objective: the numbers were collected before anybody wrote down what the company \
        wants. Declare the few objectives of the strategy and what measures each; KPIs that then serve none of them \
        are the ones to question.
        """,
      example: Samples.fiveKPIs("", ""),
      mended: Samples.fiveKPIs(
        "",
        "objective grow \"We grow every year\" {\n"
          + "  measured by revenue\n}"))
  ) { context, findings in
    let count = context.kpis.count
    guard count >= 5, context.specification.objectives.isEmpty else { return }
    findings.report(
      "there are \(count) KPIs and no objective that says what they are for", aboutAllOf: context,
      help: "Declare what the company wants: `objective … { measured by … }`.")
  }
}
