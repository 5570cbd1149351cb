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
      .differentEntities, "one aggregate is made both per `\(first)` and per `\(second)`",
      at: range,
      labels: [Label(firstRange, "the other one")],
      help: "Write `per` once, or nest one aggregate in another.")
  }

  package static func aggregateWithoutEntity(_ function: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .aggregateWithoutEntity,
      "`\(function)` needs one value for each entity, and there is no `per`",
      at: range,
      help: function == "top"
        ? "Write `top(metric per column, 10)`." : "Write `\(function)(metric per column)`.")
  }

  package static func secondEntityPeriod(
    _ second: String, _ first: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .secondEntityPeriod,
      "an entity lies in one period, and both `\(first)` and `\(second)` are named",
      at: range, help: "Keep the shorter one.")
  }
}
