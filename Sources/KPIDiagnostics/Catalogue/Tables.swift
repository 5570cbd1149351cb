package import KPISource

/// Findings about the declarations of tables.
extension Rule {
  package static let tables: [Rule] = [
    .referenceWithoutKey, .notAReference, .twoTimeAxes, .spanThroughReference,
    .durationWithoutUnit, .unreadableFormat, .emptyDimension,
  ]

  package static let referenceWithoutKey = Rule(
    "KPI2301", "reference-without-key", title: "A reference needs a key to find rows by",
    explanation: """
      A reference holds the key of the other table's row. Only a table with exactly one key column can be \
      referenced; otherwise one row could find several, and sums would be inflated.
      """,
    example: """
      table customers from "customers.csv" {
        customer_id: text
      }

      table orders from "orders.csv" {
        customer_id: text -> customers
      }
      """,
    mended: """
      table customers from "customers.csv" {
        customer_id: text key
      }

      table orders from "orders.csv" {
        customer_id: text -> customers
      }
      """)

  package static let notAReference = Rule(
    "KPI2302", "not-a-reference", title: "The column does not lead to another table",
    explanation: """
      A path goes on from a column only where that column is a reference, declared with `-> table`.
      """,
    example: """
      table customers from "customers.csv" {
        customer_id: text key
        segment:     text
      }

      table orders from "orders.csv" {
        ordered_on:  date time
        customer_id: text
      }

      metric small = count(orders where customer_id.segment = "small")
      """,
    mended: """
      table customers from "customers.csv" {
        customer_id: text key
        segment:     text
      }

      table orders from "orders.csv" {
        ordered_on:  date time
        customer_id: text -> customers
      }

      metric small = count(orders where customer_id.segment = "small")
      """)

  package static let twoTimeAxes = Rule(
    "KPI2303", "two-time-axes", title: "Rows meet time in one way",
    explanation: """
      The rows of a table are events (`time`), snapshots (`snapshot`) or spans (`span from … to …`), by one \
      declaration. Other dates of a row are chosen in a formula with `on`.
      """,
    example: """
      table orders from "orders.csv" {
        ordered_on: date time
        paid_on:    date time
      }
      """,
    mended: """
      table orders from "orders.csv" {
        ordered_on: date time
        paid_on:    date
      }
      """)

  package static let spanThroughReference = Rule(
    "KPI2304", "span-through-reference", title: "A span starts and ends in its own row",
    explanation: "The two dates of a span are columns of the table itself.",
    example: """
      table contracts from "contracts.csv" {
        contract_id: text key
        signed_on:   date
      }

      table seats from "seats.csv" {
        contract_id: text -> contracts
        ended_on:    date optional
        span from contract_id.signed_on to ended_on
      }
      """,
    mended: """
      table contracts from "contracts.csv" {
        contract_id: text key
        signed_on:   date
      }

      table seats from "seats.csv" {
        contract_id: text -> contracts
        started_on:  date
        ended_on:    date optional
        span from started_on to ended_on
      }
      """)

  package static let durationWithoutUnit = Rule(
    "KPI2305", "duration-without-unit", title: "A duration says what it is counted in",
    explanation:
      "The data holds bare numbers; whether 90 means seconds or minutes must be declared.",
    example: """
      table calls from "calls.csv" {
        called_at: timestamp time
        wait:      duration
      }
      """,
    mended: """
      table calls from "calls.csv" {
        called_at: timestamp time
        wait:      duration seconds
      }
      """)

  package static let unreadableFormat = Rule(
    "KPI2306", "unreadable-format", title: "The example does not show how the data is written",
    explanation: """
      `numbers` and `dates` show by example how a file writes them: `numbers "1.234.567,89"`, `dates \
      "31/12/2026"`. The example of a number must tell thousands and fraction apart, so it shows both, and \
      that of a date day and month, so its day is past the 12th.
      """,
    example: """
      table orders from "orders.csv" {
        ordered_on: date time
        dates "01/02/2026"
      }
      """,
    mended: """
      table orders from "orders.csv" {
        ordered_on: date time
        dates "31/12/2026"
      }
      """)

  package static let emptyDimension = Rule(
    "KPI2307", "empty-dimension", title: "The dimension has no columns",
    explanation:
      "A dimension is one breakdown that several tables share, and names a column of each.",
    example: Samples.orders + "dimension state {\n}",
    mended: Samples.orders + "dimension state {\n  orders.status\n}")
}

extension Diagnostic {
  package static func emptyDimension(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .emptyDimension, "`\(name)` says of no table which column it is", at: range,
      help: "Write the column of each table on a line of its own, such as `orders.\(name)`.")
  }

  package static func referenceWithoutKey(
    _ table: String, keys: Int, at range: SourceRange, table origin: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .referenceWithoutKey,
      keys == 0
        ? "nothing says which column tells the rows of `\(table)` apart"
        : "the rows of `\(table)` are told apart by \(keys) columns, and this is one", at: range,
      labels: [Label(origin, "declared here")],
      help: keys == 0
        ? "Write `key` after the type of that column of `\(table)`, as in `customer_id: text key`."
        : "Give `\(table)` one column that tells its rows apart, and write `key` after its type.")
  }

  package static func notAReference(
    _ column: String, table: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .notAReference, "`\(column)` of `\(table)` does not lead to another table", at: range,
      help:
        "If it holds the key of one, say so where it is declared, as in `\(column): text -> customers`."
    )
  }

  package static func twoTimeAxes(
    table: String, at range: SourceRange, first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .twoTimeAxes, "a row of `\(table)` belongs to one date, and here is a second", at: range,
      labels: [Label(first, "the first")],
      help:
        "Keep the date that rows are usually counted by. A formula chooses another one with `on`: "
        + "`count(\(table) on paid_on)`.")
  }

  package static func spanThroughReference(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .spanThroughReference, "both dates after `span` must be columns of this table", at: range,
      help: "Add the date to the file and to the table, or name a column that is there.")
  }

  package static func durationWithoutUnit(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .durationWithoutUnit,
      "nothing says whether the numbers of this column are seconds, minutes or hours", at: range,
      help: "Write `duration seconds`, `duration minutes`, `duration hours` or `duration days`.")
  }

  package static func unreadableFormat(
    _ text: String, example: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .unreadableFormat, "\"\(text)\" could be read in two ways, or in none", at: range,
      help: "Write an example that leaves no doubt, such as `\"\(example)\"`.")
  }
}
