import KPIText

/// Findings about a question that cannot be answered as it is asked.
extension Rule {
  package static let questions: [Rule] = [
    .unreachableDimension, .ambiguousPath, .windowWithoutPeriod, .windowAgainstGrain,
    .periodsDoNotNest,
  ]

  package static let unreachableDimension = Rule(
    code: "KPI2101", name: "unreachable-dimension", severity: .error,
    title: "A metric cannot be broken down or filtered by this",
    explanation: """
      A breakdown or a filter must be reachable from the rows of every table that the metric is \
      computed from: a column of the table itself, or of a table that it references, directly or over \
      several references. Otherwise there is no way to say which group a row belongs to, and any answer \
      would be wrong. Declare the missing reference (`-> table`), or a `dimension` that names the column \
      of each table, or ask the metrics apart.
      """,
    example: .specification(
      """
      table orders from "orders.csv" {
        ordered_on: date time
        amount:     USD
      }

      table visits from "visits.csv" {
        visited_on: date time
        channel:    text
      }

      metric ad_revenue = sum(orders.amount) where visits.channel = "ads"
      """),
    mended: .specification(
      """
      table orders from "orders.csv" {
        ordered_on: date time
        channel:    text
        amount:     USD
      }

      metric ad_revenue = sum(orders.amount) where orders.channel = "ads"
      """))

  package static let ambiguousPath = Rule(
    code: "KPI2102", name: "ambiguous-path", severity: .error,
    title: "Several ways lead to this column",
    explanation: """
      The rows of the table reach the column in more than one way, and the ways may give different \
      values: an order has a buyer and a seller, and both are customers. Write the whole path, with the \
      reference to follow in the middle: `orders.buyer.segment`.
      """,
    example: .specification(
      """
      table customers from "customers.csv" {
        customer_id: text key
        segment:     text
      }

      table orders from "orders.csv" {
        ordered_on: date time
        buyer_id:   text -> customers as buyer
        seller_id:  text -> customers as seller
        amount:     USD
      }

      metric enterprise_revenue = sum(orders.amount) where customers.segment = "enterprise"
      """),
    mended: .specification(
      """
      table customers from "customers.csv" {
        customer_id: text key
        segment:     text
      }

      table orders from "orders.csv" {
        ordered_on: date time
        buyer_id:   text -> customers as buyer
        seller_id:  text -> customers as seller
        amount:     USD
      }

      metric enterprise_revenue = sum(orders.amount) where orders.buyer.segment = "enterprise"
      """))

  package static let windowWithoutPeriod = Rule(
    code: "KPI3901", name: "window-without-period", severity: .error,
    title: "A comparison over time needs periods",
    explanation: """
      `previous`, `change`, `growth`, `trailing` and `to_date` look at a period and the time before it, \
      so the question must say which periods: by month, or from one date to another.
      """,
    example: .project(
      files: windowFiles, command: "eval revenue_growth --as-of 2026-02-28"),
    mended: .project(
      files: windowFiles, command: "eval revenue_growth --by month --as-of 2026-02-28"))

  package static let windowAgainstGrain = Rule(
    code: "KPI3902", name: "window-against-grain", severity: .error,
    title: "Weeks do not move by months",
    explanation: """
      Time functions move by whole periods. A month, a quarter or a year before, a week has no \
      counterpart that would neither lose nor repeat days; only years are possible, from a week to the \
      week of the same number. Ask by month, or compare with `4 weeks` or `1 year` before.
      """,
    example: .project(
      files: windowFiles, command: "eval revenue_growth --by week --as-of 2026-02-28"),
    mended: .project(
      files: windowFiles, command: "eval revenue_growth --by month --as-of 2026-02-28"))

  package static let periodsDoNotNest = Rule(
    code: "KPI3023", name: "periods-do-not-nest", severity: .error,
    title: "The periods asked are not made of whole smaller ones",
    explanation: """
      `average(count(orders) per week)` takes every week of the period for one entity. Months do not consist of \
      whole weeks, so a week over the end of a month would be counted twice, or not at all, or in two parts that \
      are no weeks. Ask by a grain that consists of them, or take days: they make up every period.
      """,
    example: .project(
      files: windowFiles, command: "eval weekly_revenue --by month --as-of 2026-02-28"),
    mended: .project(
      files: windowFiles, command: "eval weekly_revenue --by week --as-of 2026-02-28"))

  private static let windowFiles: [Example.File] = [
    Example.File(
      "main.kpi",
      """
      table orders from "orders.csv" {
        ordered_on: date time
        amount:     USD
      }

      metric revenue_growth = growth(sum(orders.amount), 1 month)

      metric weekly_revenue = average(sum(orders.amount) per week)
      """),
    Example.File("orders.csv", "ordered_on,amount\n2026-01-05,100\n2026-02-05,120\n"),
  ]
}

extension Diagnostic {
  package static func unreachableDimension(
    _ attribute: String, metric: String?, table: String, reachable: [String],
    at location: Location
  ) -> Diagnostic {
    let subject = metric.map { "`\($0)`" } ?? "this formula"
    let offer =
      reachable.isEmpty
      ? "Add a column to `\(table)` that says it, or one that leads to a table with it: "
        + "`customer_id: text -> customers`."
      : "The rows of `\(table)` can be divided by "
        + TextFlow.list(reachable.prefix(8).map { "`\($0)`" }, "or") + "."
    return Diagnostic(
      .unreachableDimension,
      "\(subject) cannot be divided or filtered by `\(attribute)`: nothing says which of them a row of "
        + "`\(table)` belongs to", at: location, help: offer)
  }

  /// A breakdown by a name that every table has a column of, each its own.
  package static func columnsOfOneName(
    _ name: String, columns: [String], metric: String?, at location: Location
  ) -> Diagnostic {
    let subject = metric.map { "`\($0)`" } ?? "this formula"
    let listed = columns.map { "`\($0)`" }.joined(separator: " and ")
    return Diagnostic(
      .unreachableDimension,
      "\(subject) cannot be divided or filtered by `\(name)`: \(listed) are different columns",
      at: location,
      help: "Say that they mean the same: `dimension \(name) { "
        + columns.joined(separator: "  ") + " }`.")
  }

  package static func ambiguousPath(
    _ attribute: String, table: String, candidates: [String], at location: Location
  ) -> Diagnostic {
    Diagnostic(
      .ambiguousPath,
      "a row of `\(table)` has several of `\(attribute)`, and nothing says which is meant",
      at: location,
      help: "Write " + TextFlow.list(candidates.prefix(6).map { "`\($0)`" }, "or") + ".")
  }

  /// A breakdown by `weekday` or `hour` of rows that have none.
  package static func unreachableTimePart(
    _ part: String, metric: String?, table: String, at location: Location
  ) -> Diagnostic {
    let subject = metric.map { "`\($0)`" } ?? "this formula"
    let lack = part == "hour" ? "have no time of day" : "are not dated"
    return Diagnostic(
      .unreachableDimension,
      "\(subject) cannot be divided or filtered by `\(part)`: the rows of `\(table)` \(lack)",
      at: location,
      help:
        "Ask by something else, or choose a date that has it, as in `count(\(table) on created_at)`."
    )
  }

  package static func windowWithoutPeriod(_ metric: String) -> Diagnostic {
    Diagnostic(
      .windowWithoutPeriod, "`\(metric)` compares periods, and the question names none", at: .none,
      help: "Add `--by month` or another period, or both `--from` and `--to`.")
  }

  package static func periodsDoNotNest(
    _ metric: String, entity: String, window: String
  ) -> Diagnostic {
    Diagnostic(
      .periodsDoNotNest,
      "`\(metric)` goes over every \(entity), and a \(window) is not made of whole ones",
      at: .none,
      help: "Ask `--by \(entity)`, or write `per day` in the formula, which fits every period.")
  }

  package static func windowAgainstGrain(
    _ metric: String, span: String, grain: String
  ) -> Diagnostic {
    Diagnostic(
      .windowAgainstGrain,
      "`\(metric)` looks \(span) back, and there is no whole \(grain) exactly that long before",
      at: .none,
      help: "Ask `--by month`, or compare with whole weeks or years.")
  }
}
