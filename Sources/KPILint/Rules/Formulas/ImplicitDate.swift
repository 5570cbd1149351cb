import KPIDiagnostics
import KPIModel

extension LintRule {
  static let implicitDate = LintRule(
    Rule(
      "KPI4118", "implicit-date", .note, from: .strict,
      title: "Rows are picked by one date and counted on another",
      explanation: """
        `count(tickets where closed_on is not missing)` counts closed tickets in the month in which they were *opened*: \
        last month's number goes on growing as its tickets are closed. Where what happened in a month is meant, date \
        the rows by it: `count(tickets on closed_on)`. Where the tickets of the month are meant that have been closed \
        by now, say so with `on opened_on`, or take their `share`.
        """,
      example: tickets + "metric closed = count(tickets where closed_on is not missing)\n",
      mended: tickets + "metric closed = count(tickets on closed_on)\n")
  ) { context, findings in
    for formula in context.formulas {
      let expression = formula.metric.formula
      for aggregate in expression.aggregates where expression.isUndated(aggregate) {
        guard let column = context.specification.otherDate(askedBy: aggregate) else { continue }
        findings.report(
          "`\(formula.name)` picks rows by `\(column.name)` and counts them on another date",
          at: formula.mention(of: column), about: column.name,
          help: "Where what happened in the period is meant, write "
            + "`on \(Specification.quoted(column.name))`.")
      }
    }
  }

  private static let tickets = """
    table tickets from "tickets.csv" {
      opened_on: date time
      closed_on: date optional
    }

    """
}

extension MetricExpression {
  /// Whether nothing in the formula chooses the date of an aggregate in it.
  fileprivate func isUndated(_ aggregate: Aggregate) -> Bool {
    guard aggregate.axis == nil else { return false }
    var isDated = false
    forEach { part in
      if case .dated(_, let path) = part, path.table == aggregate.table { isDated = true }
    }
    return !isDated
  }
}

extension Specification {
  /// The date that the rows of a count or a sum must have, where they are events with another time.
  fileprivate func otherDate(askedBy aggregate: Aggregate) -> Column? {
    switch aggregate.function {
    case .count, .sum, .countDistinct: break
    default: return nil
    }
    guard case .events(let time) = self[aggregate.table].nature else { return nil }
    let conditions: [TableExpression] =
      switch aggregate.filter {
      case .all(let parts): parts
      case .some(let condition): [condition]
      case nil: []
      }
    for case .not(.isMissing(.field(let path))) in conditions where path != time {
      let column = self.column(path)
      if path.steps.isEmpty, column.type == .date || column.type == .timestamp { return column }
    }
    return nil
  }
}
