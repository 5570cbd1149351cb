import KPIDiagnostics
import KPIModel

extension LintRule {
  static let driveWithoutReason = LintRule(
    Rule(
      "KPI4322", "drive-without-reason", .note, from: .strict,
      title: "A cause is claimed without a reason",
      explanation: """
        `drives` is a bet of the strategy: that one thing follows from another. With the reason written down, the bet can \
        be questioned when the numbers do not follow.
        """,
      example: Samples.strategy(
        """
        objective grow "We grow every year" {
          measured by revenue
        }

        objective please "Customers like to come back" {
          measured by revenue
          drives      grow
        }
        """),
      mended: Samples.strategy(
        """
        objective grow "We grow every year" {
          measured by revenue
        }

        objective please "Customers like to come back" {
          measured by revenue
          drives      grow because "whoever comes back buys more each time"
        }
        """))
  ) { context, findings in
    for objective in context.objectives {
      for (drive, range) in objective.drives
      where !(drive.reason?.contains { !$0.isWhitespace } ?? false) {
        let driven = context.specification.objectives[drive.objective.index].name
        findings.report(
          "nothing says why `\(objective.name)` should drive `\(driven)`", at: range, about: driven,
          help: "Add the reason: `drives \(driven) because \"…\"`.")
      }
    }
  }
}
