package import KPISource

/// Findings about rows that look into another table.
extension Rule {
  package static let lookups: [Rule] = [
    .undatedLookup, .keyMismatch, .emptyWindow, .hoursBetweenDates, .mixedCurrencies, .notRates,
  ]

  package static let undatedLookup = Rule(
    "KPI2030", "undated-lookup", title: "Rows without a time follow nothing",
    explanation: """
      `followed_by`, `preceded_by` and `converted` compare when rows happened, so both tables need a time: \
      a column marked with `time`, or one chosen with `on`. So does `convert`, which takes the rate of the row's day.
      """,
    example: Samples.visits + """
      table members from "members.csv" {
        visitor_id: text key
        joined_on:  date
      }

      metric joined = converted(visits, members, by: visitor_id, within: 7 days)
      """,
    mended: Samples.visits + """
      table members from "members.csv" {
        visitor_id: text key
        joined_on:  date
      }

      metric joined = converted(visits, members on joined_on, by: visitor_id, within: 7 days)
      """)

  package static let keyMismatch = Rule(
    "KPI2031", "key-mismatch", title: "The columns do not hold the same kind of value",
    explanation: """
      Rows of two tables belong together where the columns after `by` and `matching` hold the same value \
      in both, and a text never equals a number. Where the tables name a key differently, a dimension \
      gives it one name: `dimension visitor { visits.visitor_id  orders.customer_id }`, then `by: visitor`.
      """,
    example: Samples.visits + """
      table signups from "signups.csv" {
        visitor_id: integer
        signed_on:  date time
      }

      metric signed_up = converted(visits, signups, by: visitor_id, within: 7 days)
      """,
    mended: Samples.visits + """
      table signups from "signups.csv" {
        visitor_id: text
        signed_on:  date time
      }

      metric signed_up = converted(visits, signups, by: visitor_id, within: 7 days)
      """)

  package static let emptyWindow = Rule(
    "KPI2032", "empty-window", title: "Nothing can happen in this window",
    explanation: """
      What is looked for lies between `after` and `within`, counted from the row, so `within` must be the \
      longer of the two. On dates both may be the same, which means that very day.
      """,
    example: Samples.visits
      + "metric back = share(visits where followed_by(visits, by: visitor_id, after: 30 days, "
      + "within: 7 days))",
    mended: Samples.visits
      + "metric back = share(visits where followed_by(visits, by: visitor_id, after: 7 days, "
      + "within: 30 days))")

  package static let hoursBetweenDates = Rule(
    "KPI2033", "hours-between-dates", title: "Dates have no hours",
    explanation: """
      Where one of the two times is a date, days are compared, and hours would have to be guessed. Give the \
      length in days, or date both tables by timestamps.
      """,
    example: Samples.visits
      + "metric back = share(visits where followed_by(visits, by: visitor_id, within: 48 hours))",
    mended: Samples.visits
      + "metric back = share(visits where followed_by(visits, by: visitor_id, within: 2 days))")
}

extension Rule {
  package static let mixedCurrencies = Rule(
    "KPI2040", "mixed-currencies", title: "Amounts in several currencies do not add up",
    explanation: """
      A column of the type `money` holds amounts whose currency stands in another column, so 100 in one row may be \
      dollars and 100 in the next dong. They can be counted, and converted: \
      `convert(amount, currency, to: USD, using: rates)` takes the rate of each row's day.
      """,
    example: Samples.payments + "metric received = sum(payments.amount)",
    mended: Samples.payments
      + "metric received = sum(convert(payments.amount, currency, to: USD, using: rates))")

  package static let notRates = Rule(
    "KPI2041", "not-rates", title: "The table does not say what currencies are worth",
    explanation: """
      Rates have one text column with the code of the currency, one column in the currency that is converted to, with \
      what one unit is worth, and a day: a date marked with `time`, which must be that of the row, or a `span` that it \
      lies in.
      """,
    example: Samples.payments
      + "metric received = sum(convert(payments.amount, currency, to: EUR, using: rates))",
    mended: Samples.payments
      + "metric received = sum(convert(payments.amount, currency, to: USD, using: rates))")
}

extension Diagnostic {
  /// Without a table, the rows are those of the formula that looks.
  package static func undatedLookup(table: String?, at location: Location) -> Diagnostic {
    let rows = table.map { "the rows of `\($0)`" } ?? "these rows"
    return Diagnostic(
      .undatedLookup, "nothing says when \(rows) happened, which is needed here", at: location,
      help: "Write `time` after the type of a date of the table, or choose one with `on`.")
  }

  package static func keyMismatch(
    _ column: String, _ own: String, other: String, table: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .keyMismatch,
      "`\(column)` is \(own) in one table and \(other) in `\(table)`, so no two rows would match",
      at: range,
      help:
        "Declare both with one type, or name a column that holds the same values in both tables.")
  }

  package static func emptyWindow(_ subject: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .emptyWindow, "`\(subject)` leaves no time in which anything could happen", at: location,
      help:
        "`within` must be longer than `after`: `after: 7 days, within: 30 days` means from the 7th to the 30th day."
    )
  }

  package static func hoursBetweenDates(_ subject: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .hoursBetweenDates,
      "`\(subject)` is asked for hours, and the dates of these rows have no time of day",
      at: location,
      help:
        "Write the length in days, such as `2 days`, or choose columns of the type `timestamp` with `on`."
    )
  }

  package static func notATable(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .wrongArguments, "a table belongs here", at: range,
      help: "Write the name of a table, such as `orders` or `orders where status = \"paid\"`.")
  }

  package static func mixedCurrencies(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .mixedCurrencies, "the rows of this are in different currencies and cannot be added up",
      at: range,
      help: "Convert them first: `sum(convert(payments.amount, currency, to: USD, using: rates))`.")
  }

  package static func currencyIsKnown(_ code: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .wrongArguments, "this amount is in `\(code)` already, whatever another column says",
      at: range, help: "Write `convert(amount, to: USD, using: rates)`.")
  }

  package static func notRates(
    _ table: String, needs problem: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .notRates, "`\(table)` does not say what currencies are worth: it needs \(problem)",
      at: range,
      help:
        "A table of rates has a currency such as `EUR`, a day, and what one unit was worth on it.")
  }
}
