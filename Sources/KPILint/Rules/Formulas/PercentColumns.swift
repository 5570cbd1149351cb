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
      for aggregate in formula.metric.formula.aggregates {
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
      for aggregate in formula.metric.formula.aggregates {
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

  private static let discounts = """
    table orders from "orders.csv" {
      ordered_on: date time
      amount:     USD
      discount:   percent
    }

    """
}

extension Specification {
  /// The column that is aggregated, where it holds percentages.
  fileprivate func percentColumn(_ argument: TableExpression?) -> Column? {
    guard case .field(let path)? = argument, case .number(.percent, _) = column(path).type else {
      return nil
    }
    return column(path)
  }
}
