import KPIModel
import KPIPlan
import Testing

/// What formulas mean: the measures behind them and the arithmetic over these.
@Suite struct NormalFormTests {
  private static let paid = "sum(orders.amount where orders.status = \"paid\")"

  @Test(arguments: [
    ("revenue", paid),
    ("revenue / order_count", "\(paid) / count(orders)"),
    ("average(orders.amount)", "sum(orders.amount) / count(orders)"),
    // Where a value may be missing, only the rows that have it are counted.
    ("average(orders.tip)", "sum(orders.tip) / count(orders where orders.tip is not missing)"),
    ("count(orders.tip)", "count(orders where orders.tip is not missing)"),
    ("count(orders.order_id)", "count(orders)"),
    ("median(orders.amount)", "percentile(orders.amount, 50)"),
    (
      "share(orders where channel = \"web\")",
      "count(orders where orders.channel = \"web\") / count(orders)"
    ),
    (
      "share(orders.amount where channel = \"web\")",
      "sum(orders.amount where orders.channel = \"web\") / sum(orders.amount)"
    ),
    // A filter around a share belongs to both of its sides.
    (
      "(share(orders where channel = \"web\")) where status = \"paid\"",
      "count(orders where orders.channel = \"web\" and orders.status = \"paid\")"
        + " / count(orders where orders.status = \"paid\")"
    ),
    (
      "revenue where customers.segment = \"smb\"",
      "sum(orders.amount where orders.customer_id.segment = \"smb\" and orders.status = \"paid\")"
    ),
    // The key of the referenced row is the reference.
    (
      "count(orders where customers.customer_id = \"a\")",
      "count(orders where orders.customer_id = \"a\")"
    ),
    (
      "(order_count / count(visits)) where origin = \"web\"",
      "count(orders where orders.channel = \"web\") / count(visits where visits.source = \"web\")"
    ),
    ("order_count on paid_on", "count(orders on orders.paid_on)"),
    ("count(staff on hired_on)", "count(staff on staff.hired_on)"),
    ("closing(count(staff))", "closing(count(staff))"),
    ("standing(count(staff))", "0.5 * (closing(count(staff)) + opening(count(staff)))"),
    ("previous(revenue, 2 quarters)", "previous(\(paid), 6 months)"),
    ("previous(previous(revenue, 1 year), 1 month)", "previous(\(paid), 13 months)"),
    // The windows of a ratio are those of its parts.
    (
      "trailing(order_value, 3 months)",
      "trailing(\(paid), 3 months) / trailing(count(orders), 3 months)"
    ),
    (
      "previous(to_date(order_value, fiscal year), 1 year)",
      "previous(to_date(\(paid), fiscal year), 1 year)"
        + " / previous(to_date(count(orders), fiscal year), 1 year)"
    ),
    ("growth(order_count, 1 year)", "count(orders) / previous(count(orders), 1 year) - 1"),
    ("change(order_count, 1 week)", "count(orders) - previous(count(orders), 1 week)"),
    (
      "revenue / total(revenue, over: segment)",
      "\(paid) / total(\(paid), over: orders.customer_id.segment)"
    ),
    ("total(order_count)", "total(count(orders))"),
    ("order_count * 2 / 4", "0.5 * count(orders)"),
    ("0 * order_count", "0 * count(orders)"),
    ("order_count / 0", "count(orders) / 0"),
    ("order_count - order_count", "count(orders) - count(orders)"),
    ("1 / 3 * order_count", "1 / 3 * count(orders)"),
    ("-(order_count - count(visits))", "count(visits) - count(orders)"),
    // Constant factors of what is aggregated are factors of the aggregate.
    ("sum(orders.amount / 10)", "0.1 * sum(orders.amount)"),
    ("sum(-orders.amount * 3 / 12)", "-0.25 * sum(orders.amount)"),
    ("max(-orders.amount / 3)", "1 / 3 * max(-orders.amount)"),
    ("stddev(-2 * orders.amount)", "2 * stddev(orders.amount)"),
    ("count_distinct(orders.amount / 12)", "count_distinct(orders.amount)"),
    (
      "average(orders.tip / 2)",
      "0.5 * sum(orders.tip) / count(orders where orders.tip is not missing)"
    ),
    (
      "share(orders.tip / 7 where channel = \"web\")",
      "sum(orders.tip where orders.channel = \"web\") / sum(orders.tip)"
    ),
    ("sum(0 * orders.amount)", "sum(0 * orders.amount)"),
    // Inside of conditions they are brought together.
    (
      "count(orders where quantity / 12 * 3 > 1 + 2)",
      "count(orders where 0.25 * orders.quantity > 3)"
    ),
    ("count(orders where quantity / 7 > 1)", "count(orders where orders.quantity / 7 > 1)"),
    (
      "sum(orders.amount / (orders.quantity / orders.tip))",
      "sum(orders.amount / (orders.quantity / orders.tip))"
    ),
    ("sum(orders.amount / 0)", "sum(orders.amount / 0)"),
    ("max(order_count, 3)", "max(count(orders), 3)"),
    (
      "case { when 3 < order_count then 1 else 0 }",
      "case { when count(orders) > 3 then 1 else 0 }"
    ),
  ])
  func form(formula: String, expected: String) {
    #expect(Project(formula: formula).normalForm() == expected)
  }

  @Test(arguments: [
    ("growth(revenue, 1 year)", "revenue / previous(revenue, 1 year) - 1"),
    (
      "growth(revenue, 1 year)", "(revenue - previous(revenue, 1 year)) / previous(revenue, 1 year)"
    ),
    ("growth(revenue, 1 year)", "change(revenue, 12 months) / previous(revenue, 1 year)"),
    (
      "growth(order_value, 1 year)",
      "(order_value - previous(order_value, 1 year)) / previous(order_value, 1 year)"
    ),
    (
      "growth(order_count + count(visits), 1 month)",
      "change(count(visits) + order_count, 1 month) / previous(order_count + count(visits), 1 month)"
    ),
    ("growth(2 * revenue, 1 year)", "change(2 * revenue, 1 year) / previous(2 * revenue, 1 year)"),
    (
      "revenue where channel = \"web\"",
      "sum(orders.amount where status = \"paid\" and channel = \"web\")"
    ),
    (
      "count(orders where status = \"paid\" and channel = \"web\")",
      "(count(orders where channel = \"web\")) where status = \"paid\""
    ),
    (
      "count(orders where (status = \"paid\" and channel = \"web\") and quantity > 1)",
      "count(orders where 1 < quantity and (channel = \"web\" and status = \"paid\"))"
    ),
    (
      "count(orders where status = \"paid\" or channel = \"web\")",
      "count(orders where \"web\" = channel or \"paid\" = status)"
    ),
    (
      "count(orders where not (status = \"paid\" or channel = \"web\"))",
      "count(orders where channel != \"web\" and status != \"paid\")"
    ),
    ("count(orders where not quantity > 3)", "count(orders where quantity <= 3)"),
    (
      "count(orders where quantity between 1 and 3)",
      "count(orders where quantity >= 1 and quantity <= 3)"
    ),
    ("count(orders where status in (\"paid\"))", "count(orders where status = \"paid\")"),
    (
      "count(orders where status in (\"b\", \"a\", \"b\"))",
      "count(orders where status in (\"a\", \"b\"))"
    ),
    ("count(orders where ordered_on < paid_on)", "count(orders where paid_on > ordered_on)"),
    ("sum(orders.amount * orders.quantity)", "sum(orders.quantity * orders.amount)"),
    (
      "count(orders where customers.segment = \"smb\")",
      "order_count where customer_id.segment = \"smb\""
    ),
    ("average(orders.amount)", "sum(orders.amount) / count(orders)"),
    ("average(orders.tip)", "sum(orders.tip) / count(orders.tip)"),
    (
      "share(orders where channel = \"web\")", "count(orders where channel = \"web\") / order_count"
    ),
    ("standing(count(staff))", "(opening(count(staff)) + headcount) / 2"),
    ("order_count + count(visits) + 1", "1 + (count(visits) + order_count)"),
    ("order_count * (1 / count(visits))", "order_count / count(visits)"),
    (
      "trailing(order_value, 3 months)",
      "trailing(revenue, 1 quarter) / trailing(order_count, 3 months)"
    ),
    (
      "previous(trailing(revenue, 3 months), 1 year)",
      "trailing(previous(revenue, 1 year), 3 months)"
    ),
    ("total(revenue, over: segment)", "total(revenue, over: orders.customer_id.segment)"),
    ("sum(orders.amount / 12)", "sum(orders.amount) / 12"),
    ("sum(3 * orders.amount / 4 * orders.quantity)", "0.75 * sum(orders.quantity * orders.amount)"),
    ("sum(orders.amount / orders.quantity * 2)", "sum(2 * orders.amount / orders.quantity)"),
    (
      "sum(orders.amount / orders.quantity / orders.tip)",
      "sum(orders.amount / (orders.tip * orders.quantity))"
    ),
    ("sum(orders.amount / (orders.quantity / 2))", "2 * sum(orders.amount / orders.quantity)"),
    (
      "sum(orders.amount / orders.quantity * orders.tip)",
      "sum(orders.tip * orders.amount / orders.quantity)"
    ),
    ("average(orders.tip / 12)", "average(orders.tip) / 12"),
    ("percentile(orders.amount / 12, 90)", "percentile(orders.amount, 90) / 12"),
    ("sum(-orders.amount)", "-sum(orders.amount)"),
    ("count(orders.tip / 12)", "count(orders.tip)"),
    ("revenue > 5 and order_count > 1", "1 < order_count and 5 < revenue"),
  ])
  func equalMeaning(left: String, right: String) throws {
    // Conditions are compared inside a `case`, as a metric is a number.
    let isCondition = left.contains(" > 5 and")
    let formulas = [left, right].map { isCondition ? "case { when \($0) then 1 }" : $0 }
    let first = Project(formula: formulas[0])
    let second = Project(formula: formulas[1])
    #expect(first.normalForm() == second.normalForm())
    #expect(try first.formula() == second.formula())
    #expect(try first.formula() != nil)
  }

  @Test(arguments: [
    ("revenue", "sum(orders.amount)"),
    ("growth(revenue, 1 year)", "growth(revenue, 1 month)"),
    ("growth(revenue, 1 year)", "change(revenue, 1 year)"),
    ("trailing(revenue, 3 months)", "to_date(revenue, quarter)"),
    ("order_count", "order_count on paid_on"),
    ("closing(count(staff))", "opening(count(staff))"),
    ("count(orders where quantity > 1)", "count(orders where quantity >= 1)"),
    (
      "count(orders where status = \"paid\" and channel = \"web\")",
      "count(orders where status = \"paid\" or channel = \"web\")"
    ),
    ("count(orders where ordered_on < paid_on)", "count(orders where paid_on < ordered_on)"),
    ("order_count / count(visits)", "count(visits) / order_count"),
    ("order_count - count(visits)", "count(visits) - order_count"),
    // Divisions that may be by zero are not cancelled: the value would not be missing any more.
    ("order_count", "order_count * count(visits) / count(visits)"),
    ("order_count", "order_count + 0 * count(visits)"),
    ("average(orders.tip)", "sum(orders.tip) / count(orders)"),
    ("total(revenue, over: segment)", "total(revenue, over: region)"),
    ("total(revenue, over: segment)", "total(revenue)"),
    ("revenue", "revenue where channel = \"web\""),
    // A divisor that may be 0 or missing is kept, and so is the order of what it divides.
    ("sum(orders.tip)", "sum(orders.tip / orders.quantity * orders.quantity)"),
    (
      "sum(orders.amount / (orders.quantity / orders.tip))",
      "sum(orders.amount * orders.tip / orders.quantity)"
    ),
    ("min(-orders.amount)", "-min(orders.amount)"),
    ("percentile(orders.amount, 50)", "percentile(orders.amount, 51)"),
  ])
  func unequalMeaning(left: String, right: String) throws {
    let forms = try [left, right].map { try Project(formula: $0).formula() }
    #expect(forms[0] != nil && forms[1] != nil)
    #expect(forms[0] != forms[1])
  }

  @Test func longChainsAreQuick() throws {
    // Many terms in one formula, and as many metrics that add a term each.
    let terms = (1...590).map { "count(orders where quantity = \($0))" }
    let one = try Project(formula: terms.joined(separator: " + ")).formula()
    let chain = terms.enumerated().map { index, term in
      "metric m\(index) = \(index > 0 ? "m\(index - 1) + " : "")\(term)"
    }
    let many = try Project(Project.tables + chain.joined(separator: "\n")).formula(of: "m589")
    let isEqual = one == many
    #expect(isEqual)
    #expect(one?.leaves.count == 590)
  }
}
