package import KPISource

/// Findings about types and units, and about which level of formula belongs where.
extension Rule {
  package static let types: [Rule] = [
    .typeMismatch, .unitMismatch, .wrongArguments, .columnOutsideAggregate,
    .metricInsideAggregate, .averageOfRatio, .nestedAggregate, .aggregateWithoutTable,
    .notAUnit, .notALiteral, .misplacedExpression, .calendarInFormula, .formulaTooLong,
  ]

  package static let typeMismatch = Rule(
    "KPI2001", "type-mismatch", title: "This is not the kind of value that fits here",
    explanation: """
      Texts, numbers, dates and yes-or-no values do not mix: a text cannot be added, and a date is not \
      compared with a number.
      """,
    example: Samples.orders + "metric odd = count(orders where quantity = \"two\")",
    mended: Samples.orders + "metric pairs = count(orders where quantity = 2)")

  package static let unitMismatch = Rule(
    "KPI2003", "unit-mismatch", title: "Units do not fit together",
    explanation: """
      Only quantities of one unit can be added or compared: dollars with dollars, hours with hours. \
      Multiplying and dividing make new units. A number without a unit takes the unit of what it meets. \
      Two currencies never mix without a conversion.
      """,
    example: Samples.orders + "metric nonsense = sum(orders.amount) + count(orders)",
    mended: Samples.orders + "metric average_order = sum(orders.amount) / count(orders)")

  package static let wrongArguments = Rule(
    "KPI2004", "wrong-arguments", title: "The function is not called like this",
    explanation: "Each function takes a fixed number of arguments of fixed kinds.",
    example: Samples.orders + "metric slow = percentile(orders.amount)",
    mended: Samples.orders + "metric slow = percentile(orders.amount, 95)")

  package static let columnOutsideAggregate = Rule(
    "KPI2005", "column-outside-aggregate", title: "A column must be aggregated",
    explanation: """
      A metric has one value for a period or a group, and a column has one for each row. Say how the rows \
      become one value, with `sum`, `count`, `average` or `median`.
      """,
    example: Samples.orders + "metric revenue = orders.amount * 2",
    mended: Samples.orders + "metric revenue = sum(orders.amount) * 2")

  package static let metricInsideAggregate = Rule(
    "KPI2006", "metric-inside-aggregate", title: "A metric is already aggregated",
    explanation: """
      Aggregates work on the rows of a table. A metric is a value for a whole period or group; it has no \
      rows to be summed or counted.
      """,
    example: Samples.orders + """
      metric revenue = sum(orders.amount)
      metric best = max(revenue)
      """,
    mended: Samples.orders + """
      metric revenue = sum(orders.amount)
      metric best = max(orders.amount)
      """)

  package static let averageOfRatio = Rule(
    "KPI2007", "average-of-ratio", title: "A metric needs no average",
    explanation: """
      The average of ratios is not the ratio of the whole: small groups would count as much as large ones. \
      A metric is computed anew at every grain and for every group, so the metric itself is \
      already the right value; ask for it by month, by region or in all.
      """,
    example: Samples.orders + """
      metric order_value = sum(orders.amount) / count(orders)
      metric typical = average(order_value)
      """,
    mended: Samples.orders + """
      metric order_value = sum(orders.amount) / count(orders)
      metric typical = order_value
      """)

  package static let nestedAggregate = Rule(
    "KPI2008", "nested-aggregate", title: "An aggregate inside an aggregate",
    explanation: """
      An aggregate makes one value out of rows, and that value has no rows any more. To aggregate the \
      values of several entities, say which: `average(count(orders) per customer_id)`.
      """,
    example: Samples.orders + "metric typical = average(sum(orders.amount))",
    mended: Samples.orders + "metric typical = average(orders.amount)")

  package static let aggregateWithoutTable = Rule(
    "KPI2009", "aggregate-without-table", title: "The aggregate does not say which table",
    explanation: """
      The first name of a path inside an aggregate is the table whose rows are aggregated. Columns of \
      different tables may have one name, so the table is always written once.
      """,
    example: Samples.orders + "metric revenue = sum(amount)",
    mended: Samples.orders + "metric revenue = sum(orders.amount)")

  package static let notAUnit = Rule(
    "KPI2010", "not-a-unit", title: "This is not a unit",
    explanation: "A unit is a name, or a product or quotient of names and numbers: `USD / kg`.",
    example: "unit dozen = \"twelve\"",
    mended: "unit piece\nunit dozen = 12 piece")

  package static let notALiteral = Rule(
    "KPI2011", "not-a-literal", title: "Only written-out values fit here",
    explanation: """
      A list of values holds texts, numbers, dates, `true` or `false`, not formulas. A benchmark and the least size of \
      a sample are numbers that stand written, too.
      """,
    example: Samples.orders + "metric some = count(orders where quantity in (1, quantity))",
    mended: Samples.orders + "metric some = count(orders where quantity in (1, 2))")

  package static let misplacedExpression = Rule(
    "KPI2012", "misplaced-expression", title: "This does not belong here",
    explanation: """
      Formulas have two levels. Inside an aggregate and after `where` they are about the values of a row; \
      everywhere else they are about metrics. Filters, time axes and `per` belong to aggregates and \
      metrics; a text or a list of values belongs to rows.
      """,
    example: Samples.orders + "metric odd = count(orders where quantity per status)",
    mended: Samples.orders + "metric some = count(orders where quantity > 1)")

  package static let calendarInFormula = Rule(
    "KPI2013", "calendar-in-formula", title: "A piece of the calendar is not a value",
    explanation: """
      Months and years differ in length, and a period such as `2026-Q1` is not a moment, so neither can be \
      compared with a column. Compare with dates, or with lengths in days, hours or minutes.
      """,
    example: Samples.orders + "metric early = count(orders where ordered_on = 2026-Q1)",
    mended: Samples.orders
      + "metric early = count(orders where ordered_on between 2026-01-01 and 2026-03-31)")

  package static let formulaTooLong = Rule(
    "KPI2015", "formula-too-long", title: "The formula is too long",
    explanation: """
      With all the metrics it uses written out, a formula may be 1,200 steps deep and have 20,000 parts. \
      Nobody could review a longer one; put the rows into a table instead.
      """,
    example: Samples.orders
      + (1...15).reduce("metric m0 = count(orders)\n") { text, index in
        text + "metric m\(index) = m\(index - 1) + m\(index - 1)\n"
      },
    mended: Samples.orders + "metric doubled = count(orders) * 32768")
}

extension Diagnostic {
  package static func typeMismatch(
    expected: String, found: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .typeMismatch, "\(expected) is needed here, and this is \(found)", at: range,
      help: "Compare or combine values of one kind.")
  }

  package static func unitMismatch(
    _ left: String, _ right: String, operation: String, at range: SourceRange
  ) -> Diagnostic {
    let message =
      switch operation {
      case "+": "`\(left)` and `\(right)` cannot be added"
      case "-": "`\(right)` cannot be taken from `\(left)`"
      case "or", ",": "these alternatives have different units: `\(left)` and `\(right)`"
      default: "`\(left)` and `\(right)` cannot be compared"
      }
    return Diagnostic(
      .unitMismatch, message, at: range,
      help: "Both sides must have one unit; multiply or divide first where a rate is meant.")
  }

  package static func targetUnitMismatch(
    found: String, formula: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .unitMismatch, "the formula gives `\(formula)`, and this is `\(found)`", at: range,
      help: "Write the value in the unit of the formula, or without a unit.")
  }

  package static func unitAttributeMismatch(
    declared: String, formula: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .unitMismatch, "the formula gives `\(formula)`, and `unit` says `\(declared)`", at: range,
      help: "Correct the formula or the unit; `unit` only chooses how a value is shown.")
  }

  package static func wrongArguments(
    _ function: String, expected: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .wrongArguments, "`\(function)` is not called like this", at: range,
      help: "Write `\(expected)`.")
  }

  package static func unexpectedLabel(
    _ label: String, function: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .wrongArguments, "`\(function)` has no argument called `\(label)`", at: range,
      help: "Remove `\(label):`.")
  }

  package static func columnOutsideAggregate(_ path: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .columnOutsideAggregate, "`\(path)` is a column, and a metric needs one value", at: range,
      help: "Say how its rows become one value, such as `sum(\(path))`.")
  }

  package static func metricInsideAggregate(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .metricInsideAggregate, "`\(name)` is a metric, and a metric has no rows", at: range,
      help: "Aggregate a column of a table, or use the metric without the aggregate.")
  }

  package static func averageOfRatio(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .averageOfRatio, "`\(name)` is a metric, and the average of its values would be wrong",
      at: range,
      help: "Use `\(name)` itself: it is computed anew for every period and group.")
  }

  package static func nestedAggregate(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .nestedAggregate, "`\(name)` gives one value, and an aggregate needs rows", at: range,
      help: "Say for each of what, such as `average(count(orders) per customer_id)`.")
  }

  package static func aggregateWithoutTable(
    _ function: String, candidates: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .aggregateWithoutTable, "`\(function)` does not say which table", at: range,
      help: candidates.isEmpty
        ? "Write the table first, such as `\(function)(orders.amount)`."
        : "Write " + candidates.prefix(4).map { "`\(function)(\($0))`" }.joined(separator: " or ")
          + ".")
  }

  package static func notAUnit(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .notAUnit, "this is not a unit", at: range,
      help: "Write a name such as `USD` or `hours`, or a formula such as `1000 kg` or `USD / kg`.")
  }

  package static func notALiteral(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .notALiteral, "a list holds written-out values, and this is a formula", at: range,
      help: "Write a text, a number or a date.")
  }

  package static func notANumeral(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .notALiteral, "a number is needed here, and this is a formula", at: range,
      help: "Write the number out.")
  }

  package static func notARowExpression(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .misplacedExpression, "this cannot stand in a formula about the values of a row", at: range,
      help: "Conditions are joined with `and` and `or`; a second `where` is not needed.")
  }

  package static func notAMetricExpression(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .misplacedExpression, "this cannot stand in a formula about metrics", at: range,
      help: "Put it inside an aggregate or after `where`, where it is about the values of a row.")
  }

  package static func perOutsideAggregate(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .misplacedExpression, "`per` makes one value for each entity, and a metric needs one in all",
      at: range,
      help: "Wrap it in an aggregate, such as `average(count(orders) per customer_id)`.")
  }

  package static func missingAsValue(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .misplacedExpression, "`missing` is not a value to compare with", at: range,
      help: "Write `is missing` or `is not missing`.")
  }

  package static func periodInFormula(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .calendarInFormula, "`\(text)` is a period, not a moment", at: range,
      help: "Write `between` its first and its last day.")
  }

  package static func lengthInFormula(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .calendarInFormula, "`\(text)` has no fixed length", at: range,
      help: "Write it in days, such as `30 days`.")
  }

  package static func offsetInFormula(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .calendarInFormula, "times in formulas are the company's own, without an offset", at: range,
      help: "Write the local time, such as `2026-11-23T10:00:00`.")
  }

  package static func formulaTooLong(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .formulaTooLong, "this formula is longer than any that could be reviewed", at: range,
      help: "Split it into metrics of their own, or put the parts into a table.")
  }
}
