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
  package static func wrongArguments(
    _ function: String, expected: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .wrongArguments, "`\(function)` takes other values in its parentheses", at: range,
      help: "Write it like this: `\(expected)`.")
  }

  /// `share(orders.status = "refunded")`: a condition that does not say of which rows.
  package static func conditionWithoutTable(
    _ function: String, table: String, _ condition: String, at range: SourceRange
  ) -> Diagnostic {
    let alone = condition.replacing(table + ".", with: "")
    return Diagnostic(
      .wrongArguments, "`\(function)` does not say of which rows the condition holds", at: range,
      help: "Name the table, then the condition: `\(function)(\(table) where \(alone))`.")
  }

  /// `channel = "web" or "shop"`.
  package static func valuesWithoutList(
    _ values: [String], of column: String, at range: SourceRange
  ) -> Diagnostic {
    let meant = "\(column) in (\(values.joined(separator: ", ")))"
    return Diagnostic(
      .typeMismatch, "`or` joins conditions, and \(values.last ?? "") is a value", at: range,
      help: "Write `\(meant)`.",
      fixes: [Fix("Write `\(meant)`", [TextEdit(range: range, replacement: meant)])])
  }

  package static func unexpectedLabel(
    _ label: String, function: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .wrongArguments, "`\(function)` knows no `\(label):` in its parentheses", at: range,
      help: "Remove `\(label):` and write the value alone.")
  }

  /// `sum(A1:A10)`.
  package static func spreadsheetCells(_ function: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .wrongArguments, "a formula goes over a column of a table, not over cells of a spreadsheet",
      at: range,
      help:
        "Save the sheet as a CSV file, declare it with `table`, and write `\(function)(orders.amount)`."
    )
  }

  /// `sum(orders)`: a table without a column.
  package static func columnOfTableMissing(
    _ function: String, table: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .wrongArguments, "`\(function)` does not say which column of `\(table)`", at: range,
      help:
        "Write the column after a point, such as `\(function)(\(table).amount)`; rows are counted with "
        + "`count(\(table))`.")
  }

  package static func columnOutsideAggregate(_ path: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .columnOutsideAggregate, "`\(path)` has a value in every row, and a metric is one value",
      at: range,
      help: "Say how its rows become one: `sum(\(path))`, `average(\(path))` or `count(\(path))`.")
  }

  package static func metricInsideAggregate(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .metricInsideAggregate, "`\(name)` is a metric, which is one value and has no rows",
      at: range,
      help: "Use `\(name)` alone, or compute from a column of a table, such as `orders.amount`.")
  }

  package static func averageOfRatio(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .averageOfRatio, "an average of `\(name)` would count small groups as much as large ones",
      at: range,
      help: "Write `\(name)` alone: it is computed anew for every period and group.")
  }

  package static func nestedAggregate(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .nestedAggregate,
      "`\(name)` makes one value of all rows, so nothing is left to go over again", at: range,
      help:
        "Keep one of the two functions, or say for each of what: `average(count(orders) per customer_id)`."
    )
  }

  package static func aggregateWithoutTable(
    _ function: String, candidates: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .aggregateWithoutTable, "`\(function)` does not say whose rows it goes over", at: range,
      help: candidates.isEmpty
        ? "Write a table and a column: `\(function)(orders.amount)`."
        : "Write " + candidates.prefix(4).map { "`\(function)(\($0))`" }.joined(separator: " or ")
          + ".")
  }

  package static func notAUnit(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .notAUnit, "this is not a unit", at: range,
      help:
        "Write a unit such as `USD` or `hours`, a multiple of one such as `1000 kg`, or a rate such as `USD / kg`."
    )
  }

  package static func notALiteral(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .notALiteral, "a list holds values such as `\"paid\"` or `2`, and this has to be computed",
      at: range,
      help: "Write a text, a number or a date, or compare outside of the list: `a = b or …`.")
  }

  package static func notANumeral(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .notALiteral, "a number is needed here, and this has to be computed", at: range,
      help: "Write the number itself, such as `30`.")
  }

  package static func notARowExpression(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .misplacedExpression,
      "`where`, `on` and `per` cannot stand inside of a condition or value of one row", at: range,
      help:
        "Join conditions with `and`, as in `status = \"paid\" and quantity > 1`; write `per` around a whole "
        + "function, as in `average(count(orders) per customer_id)`.")
  }

  package static func notAMetricExpression(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .misplacedExpression,
      "a list of values is compared with the rows of a table, not with a metric", at: range,
      help: "Put it after `where`: `count(orders where status in (\"paid\", \"sent\"))`.")
  }

  package static func perOutsideAggregate(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .misplacedExpression, "`per` makes one value for each, and a metric is one value in all",
      at: range,
      help:
        "Say what becomes of the values: `average(… per …)`, `max(… per …)` or `count(… per … > 1)`."
    )
  }

  package static func missingAsValue(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .misplacedExpression, "nothing equals `missing`, so this would never be true", at: range,
      help: "Write `is missing` or `is not missing`.")
  }

  package static func periodInFormula(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .calendarInFormula, "`\(text)` is a period of many days, and a date is one day", at: range,
      help:
        "Write its first and its last day, as in `between 2026-01-01 and 2026-03-31`; or leave the period out, and "
        + "choose it when you ask: `kpi eval NAME --from \(text)`.")
  }

  package static func lengthInFormula(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .calendarInFormula, "`\(text)` may be longer or shorter, as months and years differ",
      at: range,
      help: "Write it in days, such as `30 days`.")
  }

  package static func offsetInFormula(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .calendarInFormula, "times in formulas are those of the company's own time zone", at: range,
      help:
        "Leave out the end, `Z` or `+07:00`: write the local time, such as `2026-11-23T10:00:00`.")
  }

  package static func formulaTooLong(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .formulaTooLong, "this formula is too long to be computed or reviewed", at: range,
      help:
        "Written out with all metrics that it uses, it has more than 20,000 parts. Put the parts into the rows of a "
        + "table, and sum them.")
  }
}
