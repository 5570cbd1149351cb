import KPIDiagnostics
import KPIModel

extension LintRule {
  static let missingMission = LintRule(
    Rule(
      "KPI4315", "missing-mission", .note, from: .standard,
      title: "The strategy does not say what the company is there for",
      explanation: """
        Objectives answer to a mission: the sentence that says for whom the company does what. Without it, two good \
        objectives that pull apart cannot be weighed against each other. This is said only where objectives are declared.
        """,
      example: "company \"Shop\"\n\n"
        + Samples.strategy("objective grow \"We grow every year\" {\n  measured by revenue\n}"),
      mended: "company \"Shop\" {\n  mission \"Fresh coffee for the whole street.\"\n}\n\n"
        + Samples.strategy("objective grow \"We grow every year\" {\n  measured by revenue\n}"))
  ) { context, findings in
    guard !context.specification.objectives.isEmpty,
      !(context.specification.company.mission?.contains { !$0.isWhitespace } ?? false)
    else { return }
    findings.report(
      "there are objectives, and no mission that they answer to", aboutAllOf: context,
      help: "Add a line `mission \"…\"` to the company: for whom it does what, in a sentence.")
  }
}
