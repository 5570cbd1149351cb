import KPIDiagnostics
import KPIModel

extension LintRule {
  static let objectiveWithoutTarget = LintRule(
    Rule(
      "KPI4304", "objective-without-target", .warning, from: .standard,
      title: "An objective is measured, but nobody says how much is wanted",
      explanation: """
        None of the KPIs that measure the objective has a target, and it has no key result, so the measurement can \
        never say whether the objective is reached. Give one of the KPIs a target.
        """,
      example: Samples.kpi("") + "\n\nobjective grow \"We grow every year\" {\n"
        + "  measured by revenue\n}",
      mended: Samples.strategy("objective grow \"We grow every year\" {\n  measured by revenue\n}"))
  ) { context, findings in
    for objective in context.objectives
    where objective.objective.keyResults.isEmpty && !objective.metrics.isEmpty {
      let hasTarget = objective.metrics.contains {
        context.specification[$0].accountability?.targets != nil
      }
      if hasTarget { continue }
      let names = objective.metrics.map { context.specification[$0].name }
      findings.report(
        "`\(objective.name)` is measured by \(nameList(names)) without a target",
        at: objective.measures.first?.range ?? objective.nameRange,
        help: "Give `\(names[0])` a target: `target at least …` or `target at most …`.")
    }
  }
}
