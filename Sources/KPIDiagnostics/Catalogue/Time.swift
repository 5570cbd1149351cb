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
      .ageWithoutMoment, "an age changes every day, and nothing says on which day to look",
      at: range,
      help:
        "Write `closing(…)` around the function, for the end of the period; or take one date from another: "
        + "`left_on - hired_on`.")
  }

  package static func misplacedAge(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .misplacedAge, "the age of such a row cannot be calculated with before it is summed up",
      at: range,
      help:
        "Calculate with the result, as in `closing(sum(age(hired_on))) / 1 day`, or compare the age with a length: "
        + "`age(opened_on) > 7 days`.")
  }

  package static func sumOfStock(
    _ function: String, table: String, isSpan: Bool, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .sumOfStock,
      isSpan
        ? "each row of `\(table)` lasts for a while, and `\(function)` does not say on which day to look"
        : "each row of `\(table)` repeats what was there before, and `\(function)` would add it up again and again",
      at: range,
      help:
        "Write `closing(\(function)(…))` for the end of the period, `opening(…)` for its start, or `standing(…)` "
        + "for the mean of both"
        + (isSpan
          ? "; or say by which date to count the rows, as in `count(staff on hired_on)`." : "."))
  }

  package static func stockOfEvents(
    _ moment: String, of subject: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .stockOfEvents,
      "`\(moment)` reads what is there at a moment, and what `\(subject)` counts happens over time",
      at: range,
      help: "Leave out `\(moment)`: the value is that of the whole period.")
  }

  package static func nestedStock(_ moment: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .nestedStock, "`\(moment)` chooses a moment, and one is chosen already", at: range,
      help: "Keep one of `closing`, `opening` and `standing`.")
  }

  package static func datedStock(_ axis: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .nestedStock,
      "this formula reads what is there at a moment, and `on \(axis)` asks for what happened on days",
      at: range,
      help: "Write two metrics: this one without `on`, and one that counts what happened, such as "
        + "`count(staff on hired_on)`.")
  }

  package static func nestedWindow(_ function: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .nestedWindow, "two stretches of time are chosen, one of them by `\(function)`", at: range,
      help: "Keep one of `trailing`, `to_date`, `cumulative` and `before`.")
  }

  package static func noTimeAxis(
    _ function: String, table: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .noTimeAxis,
      "`\(function)` compares periods, and nothing says to which period a row of `\(table)` belongs",
      at: range,
      help:
        "Write `time` after the type of a date of `\(table)`, or choose one here: `count(\(table) on …)`."
    )
  }

  package static func notATimeColumn(
    _ name: String, found: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .notATimeColumn,
      "`\(name)` holds \(found == "text" ? "text" : found), and only a date says when a row happened",
      at: range, help: "Declare the column as `\(name): date`, or choose another column.")
  }

  package static func axisOfOtherTable(_ path: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .axisOfOtherTable, "this formula has no rows of the table of `\(path)`", at: range,
      help: "Choose a date of a table that the formula goes over, such as `orders.paid_on`.")
  }
}
