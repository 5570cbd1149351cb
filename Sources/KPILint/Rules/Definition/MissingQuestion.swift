import KPIDiagnostics
import KPIModel

extension LintRule {
  static let missingQuestion = LintRule(
    Rule(
      "KPI4003", "missing-question", .warning, from: .standard,
      title: "Nobody says what the KPI is to find out",
      explanation: """
        A number is worth measuring when it answers a question that somebody has to decide by. KPIs without one are \
        measured because the data was at hand, and nobody misses them when they go. Write the question in the words \
        of the person who asks it; where nobody can, the KPI may not be needed.
        """,
      example: Samples.kpi(""),
      mended: Samples.kpi("  asks \"Do we sell more than we spend on the shops?\""))
  ) { context, findings in
    for kpi in context.kpis where kpi.accountability.question == nil {
      findings.report(
        "`\(kpi.name)` does not say which question it answers", at: kpi.nameRange,
        help: "Add a line `asks \"…?\"` with the question of the person who decides by it.")
    }
  }
}
