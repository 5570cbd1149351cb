import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

extension LintRule {
  static let deprecatedInUse = LintRule(
    Rule(
      "KPI4021", "deprecated-in-use", .warning, from: .starter,
      title: "What should not be used any more is still in use",
      explanation: """
        A deprecated metric is kept so that old reports can be read. As long as others are made of it, it cannot go, and \
        its old meaning lives on in their numbers. Use what takes its place; values may change with that, which is \
        what the change is for.
        """,
      example: Samples.orders + """
        metric sales = sum(orders.amount where status = "paid")

        metric turnover = sum(orders.amount) {
          deprecated since 2026-01 use sales
        }

        metric average_order = turnover / count(orders)
        """,
      mended: Samples.orders + """
        metric sales = sum(orders.amount where status = "paid")

        metric turnover = sum(orders.amount) {
          deprecated since 2026-01 use sales
        }

        metric average_order = sales / count(orders)
        """)
  ) { context, findings in
    for id in context.specification.metricIDs {
      let metric = context.specification[id]
      guard let deprecation = metric.history.deprecation, metric.isDeprecated(on: context.today)
      else { continue }
      let place = context.declaration(of: id)?.deprecation?.range ?? context.nameRange(of: id)
      let replacement = deprecation.replacement.map { context.specification[$0].name }
      for user in context.users(of: id) {
        guard let mention = user.mention(of: metric.name) else { continue }
        findings.report(
          "`\(metric.name)` should not be used any more", at: mention, about: metric.name,
          help: replacement.map { "Use `\($0)` instead." } ?? "Find out what takes its place.",
          labels: [.init(place, "its use ended here")],
          fixes: replacement.map { name in
            [
              Diagnostic.Fix(
                "Use `\(name)`",
                [TextEdit(range: mention, replacement: Specification.quoted(name))], .unsafe)
            ]
          } ?? [])
      }
    }
  }
}

extension LintContext {
  /// The declarations that use a metric, without those that should not be used any more themselves.
  fileprivate func users(of metric: MetricID) -> [DeclarationSyntax] {
    let metrics = usage.dependants[metric.index].filter {
      !specification[$0].isDeprecated(on: today)
    }
    let objectives = usage.objectives[metric.index].map { specification.objectives[$0.index].name }
    let initiatives = usage.initiatives[metric.index].map { specification.initiatives[$0].name }
    let scorecards = usage.scorecards[metric.index].map { specification.scorecards[$0].name }
    return metrics.compactMap(declaration)
      + objectives.compactMap { declarations[.objective, $0] }
      + initiatives.compactMap { declarations[.initiative, $0] }
      + scorecards.compactMap { declarations[.scorecard, $0] }
  }
}
