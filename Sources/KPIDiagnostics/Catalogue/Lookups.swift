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
      .undatedLookup, "\(rows) have no time, which is needed here", at: location,
      help: "Mark a date of the table with `time`, or choose one with `on`.")
  }

  package static func keyMismatch(
    _ column: String, _ own: String, other: String, table: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .keyMismatch, "`\(column)` is \(own) here and \(other) in `\(table)`, so no rows are alike",
      at: range, help: "Name a column that holds the same values in both tables.")
  }

  package static func emptyWindow(_ subject: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .emptyWindow, "nothing can happen in the window of `\(subject)`", at: location,
      help: "Make `within` longer than `after`, and both longer than nothing.")
  }

  package static func hoursBetweenDates(_ subject: String, at location: Location) -> Diagnostic {
    Diagnostic(
      .hoursBetweenDates, "`\(subject)` compares days here, and asks for a length in hours",
      at: location, help: "Give the length in days, or date both tables by timestamps with `on`.")
  }

  package static func notATable(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .wrongArguments, "the name of a table is needed here", at: range,
      help: "Write a table, and after it `where` and `on` if needed.")
  }

  package static func mixedCurrencies(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .mixedCurrencies, "each row of this has a currency of its own", at: range,
      help: "Convert it first: `sum(convert(amount, currency, to: USD, using: rates))`.")
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
      .notRates, "`\(table)` cannot be read as rates: it needs \(problem)", at: range,
      help: "Rates have a currency, a day, and what one unit was worth.")
  }
}
