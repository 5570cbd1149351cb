import KPIDiagnostics
import KPIModel
import KPISyntax

extension LintRule {
  static let meanOfDuration = LintRule(
    Rule(
      "KPI4101", "mean-of-duration", .note, from: .strict,
      title: "A mean of times says little about how long it usually takes",
      explanation: """
        Times have a long tail: a few tickets that stay open for weeks move the mean of a thousand that take an hour, so \
        that it describes neither. The `median` says how long it usually takes, `percentile(…, 90)` how long most people \
        wait at most. The mean is right where time is a cost, such as hours paid.
        """,
      example: waits + "metric waiting = average(calls.waited)\n",
      mended: waits + "metric waiting = median(calls.waited)\n")
  ) { context, findings in
    for formula in context.formulas {
      let times = formula.aggregates.filter { aggregate in
        guard case .average = aggregate.function, let argument = aggregate.argument else {
          return false
        }
        return context.specification.isTime(argument)
      }
      guard !times.isEmpty else { continue }
      findings.report(
        "`\(formula.name)` is a mean of times, which a few very long ones decide",
        at: formula.calls { $0 == "average" }.first?.range ?? formula.syntax.range,
        help: "Take the `median`, or a `percentile(…, 90)` for how long most wait at most.")
    }
  }

  private static let waits = """
    table calls from "calls.csv" {
      called_on: date time
      waited:    duration seconds
    }

    """
}

extension Specification {
  /// Whether a value of rows is a length of time.
  fileprivate func isTime(_ expression: TableExpression) -> Bool {
    switch expression {
    case .field(let path):
      if case .number(let quantity, _) = column(path).type { quantity.unit == .time } else { false }
    case .negated(let value): isTime(value)
    case .arithmetic(.subtract, let left, let right):
      isTime(left) || isDate(left) && isDate(right)
    case .arithmetic(.add, let left, _): isTime(left)
    case .function(.age, _): true
    case .function(.coalesce, let arguments), .function(.max, let arguments),
      .function(.min, let arguments), .function(.abs, let arguments):
      arguments.first.map(isTime) ?? false
    case .choice(let branches, _): branches.first.map { isTime($0.value) } ?? false
    default: false
    }
  }

  private func isDate(_ expression: TableExpression) -> Bool {
    switch expression {
    case .field(let path): column(path).type == .date || column(path).type == .timestamp
    case .function(.date, _): true
    case .function(.coalesce, let arguments): arguments.first.map(isDate) ?? false
    default: false
    }
  }
}
