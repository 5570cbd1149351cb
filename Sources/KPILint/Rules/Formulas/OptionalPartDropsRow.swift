import KPIDiagnostics
import KPIModel

extension LintRule {
  static let optionalPartDropsRow = LintRule(
    Rule(
      "KPI4111", "optional-part-drops-row", .note, from: .standard,
      title: "A missing part leaves out the whole row",
      explanation: """
        A sum with a missing part is missing, and aggregates skip what is missing. So `sum(orders.amount + orders.tip)` \
        leaves out the amount of every order without a tip. Where a missing value means none, write \
        `coalesce(orders.tip, 0)`; where the row is really to be left out, say so with \
        `where tip is not missing`. The difference of two values of which either may be missing is left alone: \
        without one of them there is no difference.
        """,
      example: tips + "metric received = sum(orders.amount + orders.tip)\n",
      mended: tips + "metric received = sum(orders.amount + coalesce(orders.tip, 0))\n")
  ) { context, findings in
    for formula in context.formulas {
      let asked = context.specification.columnsAskedForMissing(formula.conditions)
      for aggregate in formula.aggregates {
        for column in context.specification.droppingParts(of: aggregate)
        where !asked.contains(column.name) {
          findings.report(
            "`\(formula.name)` leaves out whole rows where `\(column.name)` is missing",
            at: formula.mention(of: column), about: column.name,
            help:
              "Where missing means none, write `coalesce(\(Specification.quoted(column.name)), 0)`."
          )
        }
      }
    }
  }

  private static let tips = """
    table orders from "orders.csv" {
      ordered_on: date time
      amount:     USD
      tip:        USD optional
    }

    """
}

extension Specification {
  /// The columns that are added or subtracted, and without which nothing of the row counts.
  fileprivate func droppingParts(of aggregate: Aggregate) -> [Column] {
    guard let argument = aggregate.argument else { return [] }
    switch aggregate.function {
    case .sum, .average, .share: break
    default: return []
    }
    var found: [Column] = []
    argument.forEach { part in
      for case .field(let path) in addedParts(of: part)
      where mayBeMissing(path) && column(path).isNumber {
        if !found.contains(where: { $0 === column(path) }) { found.append(column(path)) }
      }
    }
    return found
  }

  /// Both sides of an addition, and what a subtraction takes away from a value that is always there.
  private func addedParts(of expression: TableExpression) -> [TableExpression] {
    switch expression {
    case .arithmetic(.add, let left, let right): [left, right]
    case .arithmetic(.subtract, let left, let right):
      left.fields.contains(where: mayBeMissing) ? [] : [right]
    default: []
    }
  }
}

extension Column {
  fileprivate var isNumber: Bool {
    switch type {
    case .integer, .number: true
    case .text, .boolean, .date, .timestamp: false
    }
  }
}
