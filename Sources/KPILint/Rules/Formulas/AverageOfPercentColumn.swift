import KPIDiagnostics
import KPIModel

extension LintRule {
  static let averageOfPercentColumn = LintRule(
    Rule(
      "KPI4105", "average-of-percent-column", .note, from: .standard,
      title: "Percentages are averaged as if they weighed the same",
      explanation: """
        The mean of 50 % of two orders and 10 % of two thousand is not 30 %. A percentage of a row is a part of \
        something, and rows differ in how much that is. Divide the sum of the parts by the sum of the wholes, or \
        weigh: `sum(orders.discount * orders.amount) / sum(orders.amount)`. Where each row weighs the same, as with \
        readings of a sensor, the mean is right: allow it there.
        """,
      example: discounts + "metric discount = average(orders.discount)\n",
      mended: discounts + """
        metric discount = sum(orders.discount * orders.amount) / sum(orders.amount)
        """)
  ) { context, findings in
    for formula in context.formulas {
      for aggregate in formula.aggregates {
        guard case .average = aggregate.function,
          let column = context.specification.percentColumn(aggregate.argument)
        else { continue }
        findings.report(
          "`\(formula.name)` averages `\(column.name)` as if each row weighed the same",
          at: formula.mention(of: column), about: column.name,
          help: "Weigh it by what it is a percentage of: `sum(share * amount) / sum(amount)`.")
      }
    }
  }
}
