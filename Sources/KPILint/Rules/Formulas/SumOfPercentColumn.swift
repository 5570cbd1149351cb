import KPIDiagnostics
import KPIModel

extension LintRule {
  static let sumOfPercentColumn = LintRule(
    Rule(
      "KPI4106", "sum-of-percent-column", .warning, from: .standard,
      title: "Percentages are added up",
      explanation: """
        Three orders with 10 % off are not 30 % off. The sum of percentages of different wholes grows with the number \
        of rows and means nothing. Multiply each by what it is a percentage of: `sum(orders.discount * \
        orders.amount)` is the money given away.
        """,
      example: discounts + "metric discount = sum(orders.discount)\n",
      mended: discounts + "metric discount = sum(orders.discount * orders.amount)\n")
  ) { context, findings in
    for formula in context.formulas {
      for aggregate in formula.aggregates {
        guard case .sum = aggregate.function,
          case .events = context.specification[aggregate.table].nature,
          let column = context.specification.percentColumn(aggregate.argument)
        else { continue }
        findings.report(
          "`\(formula.name)` adds up `\(column.name)`, which is a percentage in every row",
          at: formula.mention(of: column), about: column.name,
          help: "Multiply it by what it is a percentage of before adding up.")
      }
    }
  }
}
