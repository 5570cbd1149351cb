package import KPISource

/// Findings about time: stocks and flows, windows, time axes.
extension Rule {
  package static let time: [Rule] = [
    .sumOfStock, .stockOfEvents, .nestedStock, .nestedWindow, .noTimeAxis, .notATimeColumn,
    .axisOfOtherTable, .ageWithoutMoment, .misplacedAge,
  ]

  package static let sumOfStock = Rule(
    "KPI2201", "sum-of-stock", title: "A stock needs a moment",
    explanation: """
      Each snapshot repeats the whole stock, and each span is alive for a while, so adding their rows up \
      over time counts the same thing again and again: twelve month-ends of 100 \
      employees are not 1,200 employees. Say which moment is meant: `closing(…)` at the end of the \
      period, `opening(…)` at its start, `standing(…)` for the mean of both; or date the rows by one of \
      their columns with `on`.
      """,
    example: Samples.staff + "metric headcount = count(staff)",
    mended: Samples.staff + "metric headcount = closing(count(staff))")

  package static let stockOfEvents = Rule(
    "KPI2202", "stock-of-events", title: "Events have no stock",
    explanation: """
      `closing`, `opening` and `standing` read a stock at a moment. An event happens once and is then over: \
      there is nothing standing at the end of the month. Take the value of the period itself, or declare \
      the table's rows as snapshots (`snapshot`) or spans (`span from … to …`) if that is what they are.
      """,
    example: Samples.orders + "metric revenue = closing(sum(orders.amount))",
    mended: Samples.orders + "metric revenue = sum(orders.amount)")

  package static let nestedStock = Rule(
    "KPI2203", "nested-stock", title: "The moment is already chosen",
    explanation:
      """
      A stock is read at one moment, so `closing`, `opening` and `standing` do not nest, and `on` does not \
      date rows that one of them already reads at a moment.
      """,
    example: Samples.staff + "metric headcount = opening(closing(count(staff)))",
    mended: Samples.staff + "metric headcount = closing(count(staff))")

  package static let nestedWindow = Rule(
    "KPI2204", "nested-window", title: "A window inside a window",
    explanation: """
      `trailing` and `to_date` say which stretch of time to take in, and one of them inside the other would \
      say it twice. `previous`, `change` and `growth` may be wrapped around either.
      """,
    example: Samples.orders + "metric odd = trailing(to_date(sum(orders.amount), year), 3 months)",
    mended: Samples.orders + "metric quarter_run = trailing(sum(orders.amount), 3 months)")

  package static let ageWithoutMoment = Rule(
    "KPI2313", "age-without-moment", title: "An age needs a moment",
    explanation: """
      `age(opened_on)` is how long ago that was when somebody looked, and a stock is what is looked at: at the end \
      of the period inside `closing`, at its start inside `opening`. Elsewhere subtract one date of the row from \
      another.
      """,
    example: Samples.staff + "metric tenure = average(age(staff.hired_on) on left_on)",
    mended: Samples.staff + "metric tenure = closing(average(age(staff.hired_on)))")

  package static let misplacedAge = Rule(
    "KPI2314", "misplaced-age", title: "The age of a span is compared, or aggregated as it is",
    explanation: """
      A span is looked at again and again, and its age is another each time. So its age may be what is aggregated, \
      alone, or be compared with a length in a condition; several conditions are joined with `and`.
      """,
    example: Samples.staff + "metric seniors = closing(sum(age(staff.hired_on) / 1 day))",
    mended: Samples.staff + "metric seniors = closing(sum(age(staff.hired_on))) / 1 day")

  package static let noTimeAxis = Rule(
    "KPI2205", "no-time-axis", title: "The rows are not dated",
    explanation: """
      A time function compares periods, and the rows of this table belong to none. Mark the column that \
      dates them with `time`, take it from a referenced table (`time order_id.ordered_at`), or choose one \
      in the formula with `on`.
      """,
    example: """
      table shops from "shops.csv" {
        shop:      text key
        opened_on: date
      }

      metric growth_of_shops = growth(count(shops), 1 year)
      """,
    mended: """
      table shops from "shops.csv" {
        shop:      text key
        opened_on: date
      }

      metric growth_of_shops = growth(count(shops on opened_on), 1 year)
      """)

  package static let notATimeColumn = Rule(
    "KPI2206", "not-a-time-column", title: "Only a date or a timestamp can date rows",
    explanation: "A time axis is a column of type `date` or `timestamp`.",
    example: """
      table orders from "orders.csv" {
        ordered_on: text time
      }
      """,
    mended: """
      table orders from "orders.csv" {
        ordered_on: date time
      }
      """)

  package static let axisOfOtherTable = Rule(
    "KPI2207", "axis-of-other-table", title: "The formula does not use this table",
    explanation: """
      `on` chooses the column that dates the rows of a table in the formula. Where the formula uses several \
      tables, write the table's name before the column.
      """,
    example: Samples.orders + Samples.staff
      + "metric odd = sum(orders.amount) / count(orders) on staff.hired_on",
    mended: Samples.orders + Samples.staff
      + "metric order_value = sum(orders.amount) / count(orders)")
}

extension Diagnostic {
  package static func ageWithoutMoment(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .ageWithoutMoment, "nothing says when to look at the age", at: range,
      help: "Wrap the aggregate in `closing(…)`, or subtract one date of the row from another.")
  }

  package static func misplacedAge(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .misplacedAge, "the age of a span cannot be part of a larger calculation about the row",
      at: range,
      help:
        "Aggregate `age(…)` itself and calculate with the result, or compare it with a length: `age(opened_on) > 7 days`."
    )
  }

  package static func sumOfStock(
    _ function: String, table: String, isSpan: Bool, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .sumOfStock,
      isSpan
        ? "each row of `\(table)` is alive for a while, and `\(function)` does not say when to look"
        : "each row of `\(table)` repeats a stock, and `\(function)` would add it up over time",
      at: range,
      help: "Write `closing(\(function)(…))`, `opening(…)` or `standing(…)`"
        + (isSpan ? ", or date the rows with `on`." : "."))
  }

  package static func stockOfEvents(
    _ moment: String, of subject: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .stockOfEvents, "`\(moment)` reads a stock, and `\(subject)` has none", at: range,
      help: "Remove `\(moment)`.")
  }

  package static func nestedStock(_ moment: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .nestedStock, "`\(moment)` chooses a moment that is already chosen", at: range,
      help: "Keep one of `closing`, `opening` and `standing`.")
  }

  package static func datedStock(_ axis: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .nestedStock, "this formula reads a stock at a moment, and `on` \(axis) would count events",
      at: range,
      help: "Count the events with a formula of their own, such as `count(table on date)`.")
  }

  package static func nestedWindow(_ function: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .nestedWindow, "`\(function)` is wrapped around another window", at: range,
      help: "Keep one of `trailing` and `to_date`.")
  }

  package static func noTimeAxis(
    _ function: String, table: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .noTimeAxis, "`\(function)` compares periods, and the rows of `\(table)` are not dated",
      at: range, help: "Mark a date of `\(table)` with `time`, or choose one with `on`.")
  }

  package static func notATimeColumn(
    _ name: String, found: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .notATimeColumn, "`\(name)` is \(found), and only a date or a timestamp can date rows",
      at: range, help: "Declare the column as `date` or `timestamp`, or choose another one.")
  }

  package static func axisOfOtherTable(_ path: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .axisOfOtherTable, "`\(path)` does not date any rows of this formula", at: range,
      help: "Write a date of a table that the formula aggregates, as `table.column`.")
  }
}
