import KPIDiagnostics
import KPIModel
import KPISource

extension LintRule {
  static let doubleCounted = LintRule(
    Rule(
      "KPI4706", "double-counted", .warning, from: .standard,
      title: "A KPI counts twice in one scorecard",
      explanation: """
        The KPI is included twice: by its name, or through objectives that it measures. Its weight is then that of both, \
        which nobody sees who reads either line.
        """,
      example: Samples.scorecard("includes revenue\n  includes refund_rate\n  includes grow")
        + "\n\nobjective grow \"We grow every year\" {\n  measured by revenue\n}",
      mended: Samples.scorecard("includes refund_rate\n  includes grow")
        + "\n\nobjective grow \"We grow every year\" {\n  measured by revenue\n}")
  ) { context, findings in
    for scorecard in context.scorecards {
      var first: [MetricID: (name: String, range: SourceRange)] = [:]
      for member in scorecard.members {
        for metric in context.metrics(of: member) {
          guard let other = first[metric] else {
            first[metric] = (member.name, member.nameRange)
            continue
          }
          let name = context.specification[metric].name
          findings.report(
            "`\(name)` counts twice in `\(scorecard.name)`", at: member.nameRange, about: name,
            help: "Take one of the two out.",
            labels: [Diagnostic.Label(other.range, "it counts here already")])
        }
      }
    }
  }
}
