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
        `where tip is not missing`.
        """,
      example: tips + "metric received = sum(orders.amount + orders.tip)\n",
      mended: tips + "metric received = sum(orders.amount + coalesce(orders.tip, 0))\n")
  ) { context, findings in
    for formula in context.formulas {
      let conditions = formula.metric.formula.conditions
      for aggregate in formula.metric.formula.aggregates {
        for path in context.specification.droppingParts(of: aggregate)
        where !conditions.askForMissing(.path(path)) {
          let column = context.specification.column(path)
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
  fileprivate func droppingParts(of aggregate: Aggregate) -> [ColumnPath] {
    guard let argument = aggregate.argument else { return [] }
    switch aggregate.function {
    case .sum, .average, .share: break
    default: return []
    }
    var found: [ColumnPath] = []
    argument.forEach { part in
      guard case .arithmetic(let operation, let left, let right) = part,
        operation == .add || operation == .subtract
      else { return }
      for case .field(let path) in [left, right] where mayBeMissing(path) && column(path).isNumber {
        if !found.contains(path) { found.append(path) }
      }
    }
    return found
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
