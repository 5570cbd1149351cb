import KPIDiagnostics
import KPIModel
import KPISyntax

extension LintRule {
  static let backwardKeyResult = LintRule(
    Rule(
      "KPI4323", "backward-key-result", .warning, from: .starter,
      title: "A key result goes the way that the KPI calls worse",
      explanation: """
        The target of the KPI says whether more or less of it is better (`at least`, `at most`), and the key result goes \
        the other way. One of the two is the wrong way round.
        """,
      example: Samples.strategy(
        "objective grow \"Everybody in town knows us\" {\n  for 2026-Q4\n"
          + "  key result revenue from 120k USD to 100k USD\n}"),
      mended: Samples.strategy(
        "objective grow \"Everybody in town knows us\" {\n  for 2026-Q4\n"
          + "  key result revenue from 100k USD to 120k USD\n}"))
  ) { context, findings in
    for objective in context.objectives {
      for (result, syntax) in objective.keyResults {
        let metric = context.specification[result.metric]
        let isBackward =
          switch metric.accountability?.targets?.judging.goals.last?.value {
          case .atLeast: result.goal < result.baseline
          case .atMost: result.goal > result.baseline
          case .between, nil: false
          }
        guard isBackward else { continue }
        findings.report(
          "the key result `\(metric.name)` goes the way that its target calls worse",
          at: syntax.range, about: metric.name,
          help: "Exchange the two values, or mend the direction of the target of `\(metric.name)`.")
      }
    }
  }
}
