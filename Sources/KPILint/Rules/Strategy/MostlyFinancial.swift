import KPIDiagnostics
import KPIModel

extension LintRule {
  static let mostlyFinancial = LintRule(
    Rule(
      "KPI4313", "mostly-financial", .warning, from: .standard,
      title: "The strategy is measured mostly by money",
      explanation: """
        Financial results come last: when they are bad, the cause lies months back, with customers, processes or people. \
        Kaplan and Norton drew up the balanced scorecard against just that. Here more than 60 % of the KPIs that measure \
        objectives belong to the financial perspective.
        """,
      example: Samples.fiveKPIs(
        "",
        """
        objective grow "We grow every year" {
          perspective financial
          measured by revenue, order_value
        }

        objective sell "We sell more to everybody" {
          perspective financial
          measured by orders_taken, units_sold
        }

        objective please "Customers keep what they buy" {
          perspective customer
          measured by refund_rate
          drives      grow
        }
        """),
      mended: Samples.fiveKPIs(
        "",
        """
        objective grow "We grow every year" {
          perspective financial
          measured by revenue, order_value
        }

        objective please "Customers come back and keep what they buy" {
          perspective customer
          measured by orders_taken, units_sold, refund_rate
          drives      grow
        }
        """))
  ) { context, findings in
    var all: Set<MetricID> = []
    var financial: Set<MetricID> = []
    for objective in context.specification.objectives {
      guard let id = objective.perspective else { continue }
      all.formUnion(objective.measures)
      if context.specification.perspectives[id.index].isFinancial {
        financial.formUnion(objective.measures)
      }
    }
    guard all.count >= 5, financial.count * 10 > all.count * 6 else { return }
    findings.report(
      "\(financial.count) of the \(all.count) KPIs that measure the strategy are financial",
      aboutAllOf: context,
      help: "Say what brings the money: objectives about customers, processes and people.")
  }
}

extension Perspective {
  fileprivate var isFinancial: Bool {
    [name, label].contains {
      Wording($0).holds(anyOf: ["financial", "finance", "finances", "tài chính"])
    }
  }
}
