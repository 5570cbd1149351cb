import KPIDiagnostics
import KPIModel

extension LintRule {
  static let offTheMap = LintRule(
    Rule(
      "KPI4307", "off-the-map", .warning, from: .standard,
      title: "An objective leads nowhere near the top of the strategy",
      explanation: """
        The objective drives others, but none of the ways that start with it ends at an objective of the uppermost \
        perspective. A strategy map tells how work below becomes a result at the top; where a way breaks off, \
        something is missing, or the objective is not part of the strategy.
        """,
      example: Samples.strategy(
        """
        objective grow "We grow every year" {
          perspective financial
          measured by revenue
        }

        objective serve "Nobody waits" {
          perspective process
          measured by revenue
          drives      tidy
        }

        objective tidy "Every shelf is in order" {
          perspective process
          measured by revenue
        }
        """),
      mended: Samples.strategy(
        """
        objective grow "We grow every year" {
          perspective financial
          measured by revenue
        }

        objective serve "Nobody waits" {
          perspective process
          measured by revenue
          drives      tidy
        }

        objective tidy "Every shelf is in order" {
          perspective process
          measured by revenue
          drives      grow
        }
        """))
  ) { context, findings in
    let map = StrategyMap(context.specification)
    for objective in context.objectives
    where map.isBelowTop(objective.objective) && !map.leadsToTop[objective.id.index] {
      guard let first = objective.drives.first else { continue }
      findings.report(
        "what `\(objective.name)` drives leads to no objective at the top of the strategy",
        at: first.range,
        help: "Let it, or an objective that it drives, drive one of the uppermost perspective.")
    }
  }
}
