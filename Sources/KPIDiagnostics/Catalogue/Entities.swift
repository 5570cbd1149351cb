package import KPISource

/// Findings about aggregates over entities.
extension Rule {
  package static let entities: [Rule] = [
    .differentEntities, .aggregateWithoutEntity, .secondEntityPeriod,
  ]

  package static let differentEntities = Rule(
    "KPI2310", "different-entities", title: "One aggregate is made per one kind of entity",
    explanation: """
      `per` says what each value stands for, and an aggregate takes values of one kind: of each customer or of each \
      shop, not of both. Write `per` once, or nest two aggregates: the values per customer and day first, then \
      those of each customer.
      """,
    example: Samples.entities
      + "metric odd = average(count(orders) per customer / (count(orders) per shop))",
    mended: Samples.entities + "metric even = average(count(orders) per customer)")

  package static let aggregateWithoutEntity = Rule(
    "KPI2311", "aggregate-without-entity", title: "This aggregate needs entities",
    explanation: """
      `top` and `product` work on one value for each entity: the revenue of each customer, the yield of each step. \
      Say after `per` what the entities are.
      """,
    example: Samples.entities + "metric largest = top(sum(orders.amount), 10)",
    mended: Samples.entities + "metric largest = top(sum(orders.amount) per customer, 10)")

  package static let secondEntityPeriod = Rule(
    "KPI2312", "second-entity-period", title: "An entity lies in one period",
    explanation: """
      `per (customer, day)` makes one value of each customer on each day. A day lies in just one month, so naming \
      both adds nothing: write the shorter one.
      """,
    example: Samples.entities + "metric busiest = max(count(orders) per (day, month))",
    mended: Samples.entities + "metric busiest = max(count(orders) per day)")
}

extension Samples {
  fileprivate static let entities = """
    table orders from "orders.csv" {
      ordered_on: date time
      customer:   text
      shop:       text
      amount:     USD
    }


    """
}

extension Diagnostic {
  package static func differentEntities(
    _ first: String, _ second: String, at range: SourceRange, first firstRange: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .differentEntities,
      "values for each `\(first)` and for each `\(second)` cannot be calculated together",
      at: range,
      labels: [Label(firstRange, "for each `\(first)`")],
      help: "Write `per` once, around the whole: `average(… per \(first))`.")
  }

  package static func aggregateWithoutEntity(_ function: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .aggregateWithoutEntity,
      "`\(function)` goes over customers, shops or the like, and nothing says which", at: range,
      help: function == "top"
        ? "Say for each of what with `per`: `top(revenue per customer_id, 10)`."
        : "Say for each of what with `per`: `\(function)(revenue per customer_id)`.")
  }

  package static func secondEntityPeriod(
    _ second: String, _ first: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .secondEntityPeriod,
      "`\(first)` and `\(second)` are both periods, and one is enough",
      at: range, help: "Keep the shorter one: it lies in one of the longer ones anyway.")
  }
}
