import KPIDiagnostics
import Testing

/// What the checker says of lines added to the shared tables: the rules, and the text each marks.
@Suite struct FindingTests {
  struct Case: CustomTestStringConvertible {
    let lines: String
    let findings: [String]

    init(_ lines: String, _ findings: String...) {
      self.lines = lines
      self.findings = findings
    }

    var testDescription: String { lines }
  }

  private func check(_ test: Case, sourceLocation: SourceLocation = #_sourceLocation) {
    let checked = Checked(Tables.shop + test.lines)
    #expect(
      checked.findings == test.findings, "\(checked.report)", sourceLocation: sourceLocation)
  }

  // MARK: Names

  @Test(arguments: [
    // A metric may have the name of a column that its filter uses, or that another metric uses.
    Case("metric amount = sum(orders.amount where amount > 5 USD)"),
    Case("metric status = count(orders where status = \"paid\")\nmetric twice = status * 2"),
    Case("metric year = to_date(revenue, year)"),
    Case("metric region = revenue\nmetric segment = total(revenue, over: segment)"),
    Case("metric a = b\nmetric b = revenue - a", "circular-metric: a"),
    Case("metric a = a", "circular-metric: a"),
    Case("metric a = average(a per customer_id)", "circular-metric: a"),
    Case("metric twice = revenu * 2", "unknown-metric: revenu"),
    Case("metric some = sum(order.amount)", "unknown-table: order"),
    Case("metric some = sum(orders.amout)", "unknown-column: amout"),
    Case(
      "metric some = count(orders where customer_id.segmnt = \"smb\")", "unknown-column: segmnt"),
    Case("metric some = count(orders where status.name = \"x\")", "not-a-reference: status"),
    Case("metric some = revenue where statis = \"paid\"", "unknown-name: statis"),
    Case("metric some = summ(orders.amount)", "unknown-function: summ"),
    Case("metric some = lower(revenue)", "unknown-function: lower"),
    Case("metric orders = revenue", "duplicate-name: orders"),
    Case("metric some = count(orders where status = \"payed\")", "unknown-value: \"payed\""),
    Case(
      "metric some = count(orders where status in (\"paid\", \"payed\"))",
      "unknown-value: \"payed\""),
    // A shared breakdown holds what any of its columns may hold.
    Case("metric some = revenue where origin = \"ads\""),
    Case("metric some = revenue where origin = \"fax\"", "unknown-value: \"fax\""),
  ])
  func names(test: Case) { check(test) }

  // MARK: Types and units

  @Test(arguments: [
    Case("metric odd = revenue + order_count", "unit-mismatch: order_count"),
    Case("metric odd = revenue > order_count", "unit-mismatch: revenue > order_count"),
    Case("metric fine = revenue + 5"),
    Case("metric fine = revenue / order_count + 5 USD"),
    Case("metric odd = revenue / order_count + 5 EUR", "unit-mismatch: 5 EUR"),
    Case("metric odd = revenue + 15%", "unit-mismatch: 15%"),
    Case("metric fine = sum(orders.fee) + revenue"),
    Case("metric fine = sum(orders.amount / orders.weight) + 3 USD / 1 kg"),
    Case("metric odd = max(revenue, order_count)", "unit-mismatch: order_count"),
    Case(
      "metric odd = case { when revenue > 5 then revenue else order_count }",
      "unit-mismatch: order_count"),
    Case("metric odd = revenue { unit kg }", "unit-mismatch: kg"),
    Case("metric odd = sum(orders.status)", "type-mismatch: orders.status"),
    Case("metric odd = count(orders where amount)", "type-mismatch: amount"),
    Case(
      "metric odd = sum(orders.shipped_on - orders.ordered_at)",
      "type-mismatch: orders.shipped_on - orders.ordered_at"),
    Case("metric fine = average(orders.shipped_on - date(orders.ordered_at))"),
    Case("metric fine = count(orders where ordered_at in (2026-01-05, 2026-01-06))"),
    Case("metric fine = count(orders where ordered_at in (2026-01-05T10:00:00))"),
    Case(
      "metric odd = count(orders where ordered_at in (2026-01-05, 2026-01-05T10:00:00))",
      "type-mismatch: 2026-01-05T10:00:00"),
    Case(
      "metric odd = count(orders where shipped_on in (2026-01-05T10:00:00))",
      "type-mismatch: 2026-01-05T10:00:00"),
    Case("metric odd = count(orders where shipped_on in (\"x\"))", "type-mismatch: \"x\""),
    Case("metric odd = count(orders where shipped_on = 2026-01)", "calendar-in-formula: 2026-01"),
    Case("metric odd = count(orders where wait > 3 months)", "calendar-in-formula: 3 months"),
    Case("metric fine = count(orders where wait > 3 days)"),
    Case("metric fine = round(revenue, 2)"),
    Case("metric odd = round(revenue, -2)", "wrong-arguments: -2"),
    Case("metric odd = sum(round(orders.amount, 99))", "wrong-arguments: 99"),
    Case("metric odd = percentile(orders.amount, 101)", "wrong-arguments: 101"),
    Case("metric odd = sqrt(revenue)", "type-mismatch: sqrt(revenue)"),
    Case(
      "metric odd = sum(orders.amount * 0.\(String(repeating: "0", count: 40))1)",
      "number-too-large: 0.\(String(repeating: "0", count: 40))1"),
  ])
  func typesAndUnits(test: Case) { check(test) }

  // MARK: Levels, paths and time

  @Test(arguments: [
    Case("metric odd = orders.amount", "column-outside-aggregate: orders.amount"),
    Case("metric odd = orders * 2", "unknown-metric: orders"),
    Case("metric odd = sum(revenue)", "metric-inside-aggregate: revenue"),
    Case("metric odd = average(revenue)", "average-of-ratio: revenue"),
    Case("metric odd = sum(count(orders))", "nested-aggregate: count(orders)"),
    Case("metric odd = sum(amount)", "aggregate-without-table: amount"),
    Case(
      "metric odd = count(orders) per customer_id",
      "misplaced-expression: count(orders) per customer_id"),
    Case(
      "metric fine = sum(items.quantity * sku.price where order_id.customer_id.segment = \"smb\")"),
    Case("metric fine = sum(items.quantity) where customers.segment = \"smb\""),
    Case("metric fine = sum(items.quantity) where segment = \"smb\" and type = \"beverage\""),
    Case(
      "metric odd = sum(visits.visitors) where segment = \"smb\"",
      "unreachable-dimension: segment"),
    Case(
      "metric odd = revenue / sum(visits.visitors) where channel = \"web\"",
      "unreachable-dimension: channel"),
    Case("metric fine = revenue / sum(visits.visitors) where origin = \"web\""),
    Case(
      "metric odd = count(orders where customers.segment = \"smb\" and sku = \"a\")",
      "unknown-column: sku"),
  ])
  func levelsAndPaths(test: Case) { check(test) }

  @Test(arguments: [
    Case("metric odd = count(staff)", "sum-of-stock: count(staff)"),
    Case("metric odd = sum(stock.units)", "sum-of-stock: sum(stock.units)"),
    Case("metric fine = average(stock.units)"),
    Case("metric fine = closing(sum(stock.units)) / standing(count(staff))"),
    Case("metric odd = closing(revenue)", "stock-of-events: revenue"),
    Case("metric odd = closing(sum(orders.amount))", "stock-of-events: sum(orders.amount)"),
    Case("metric odd = closing(headcount)", "nested-stock: headcount"),
    Case("metric fine = count(staff on hired_on)"),
    Case("metric fine = (count(staff)) on hired_on"),
    // The stock inside a metric is not turned into a count of events by an `on` around it.
    Case("metric odd = headcount on hired_on", "nested-stock: headcount on hired_on"),
    Case("metric odd = revenue on hired_on", "unknown-column: hired_on"),
    Case("metric odd = revenue on status", "not-a-time-column: status"),
    Case("metric fine = revenue on shipped_on"),
    Case("metric odd = growth(count(products), 1 year)", "no-time-axis: count(products)"),
    Case(
      "metric odd = trailing(to_date(revenue, year), 3 months)",
      "nested-window: trailing(to_date(revenue, year), 3 months)"),
    Case("metric fine = previous(trailing(revenue, 3 months), 1 year)"),
    Case("metric odd = previous(revenue, 0 months)", "wrong-arguments: 0 months"),
    Case("metric odd = previous(revenue, 3)", "wrong-arguments: 3"),
    Case("metric odd = to_date(revenue, decade)", "wrong-arguments: decade"),
  ])
  func time(test: Case) { check(test) }

  @Test func nestedGrowthIsBounded() {
    // Each `growth` doubles the arithmetic behind it, so 60 of them would never be worked out.
    let formula =
      String(repeating: "growth(", count: 60) + "revenue"
      + String(repeating: ", 1 year)", count: 60)
    #expect(
      Checked(Tables.shop + "metric odd = " + formula).findings == [
        "formula-too-long: \(formula)"
      ])
  }

  // MARK: Tables and units

  @Test(arguments: [
    Case("unit gram = 0.001 kg"),
    Case("unit b = 2 a\nunit a = 3 kg"),
    Case("unit a = 2 b\nunit b = 2 a\nmetric fine = revenue / 2 a", "circular-unit: a"),
    Case("unit a = 2 lb\nmetric fine = revenue / 2 a", "unknown-unit: lb"),
    Case("unit hours = 60 minutes", "built-in-unit: hours"),
    Case("dimension none {\n}\nmetric some = revenue where none = \"x\"", "empty-dimension: none"),
    Case("dimension odd {\n  orders.status\n  items.quantity\n}", "type-mismatch: odd"),
    Case(
      "table pairs from \"p.csv\" {\n  a: text -> customers as x\n  b: text -> customers as x\n}",
      "duplicate-name: x"),
    Case("table pairs from \"p.csv\" {\n  a: integer -> customers\n}", "type-mismatch: a"),
    Case("table pairs from \"p.csv\" {\n  a: text -> items\n}", "reference-without-key: items"),
    Case("table days from \"d.csv\" {\n  a: text time\n}", "not-a-time-column: a"),
    Case("department a \"A\" in b\ndepartment b \"B\" in a", "circular-department: a"),
  ])
  func declarations(test: Case) { check(test) }

  @Test func unitPowersAreBounded() {
    let chain = (1...80).map { "unit u\($0) = u\($0 - 1) * u\($0 - 1)" }.joined(separator: "\n")
    #expect(Checked("unit u0\n" + chain).findings.first == "not-a-unit: u3 * u3")
  }

  @Test(arguments: [
    ("1.234.567,89", true), ("1,234,567.89", true), ("1234.5", true), ("1234,50", true),
    ("1.234.567", true), ("1 234", true), ("1'234.50", true), ("12,34,567.89", true),
    ("1.234", false), ("1,234", false), ("1234", false), ("1,2.3,4", false), (".5", false),
    ("1.234,567.8", false), ("5.", false), ("", false), ("x", false),
  ])
  func numberFormat(example: String, isClear: Bool) {
    let text = "table t from \"t.csv\" {\n  a: number\n  numbers \"\(example)\"\n}"
    #expect(
      Checked(text).findings == (isClear ? [] : ["unreadable-format: \"\(example)\""]))
  }

  // MARK: KPIs and targets

  private static func kpi(_ formula: String, _ lines: String) -> String {
    "kpi goal \"Goal\" = \(formula) {\n  owner team\n  every month\n  \(lines)\n}"
  }

  @Test(arguments: [
    Case(kpi("revenue", "target at least 5 kg"), "unit-mismatch: 5 kg"),
    Case(kpi("revenue", "target at least 1.2M")),
    Case(
      kpi("revenue", "target at least 5 USD\n  threshold 6 USD"), "target-order: threshold 6 USD"),
    Case(kpi("revenue", "target at most 5 USD\n  stretch 6 USD"), "target-order: stretch 6 USD"),
    Case(kpi("revenue", "target between 6 USD and 5 USD"), "empty-band: between 6 USD and 5 USD"),
    Case(kpi("revenue", "threshold 6 USD"), "bound-without-target: threshold 6 USD"),
    Case(kpi("share(orders where status = \"paid\")", "target at least 95"), "bare-percent: 95"),
    Case(kpi("share(orders where status = \"paid\")", "target at least 0.95")),
    Case(kpi("share(orders where status = \"paid\")", "target at least 95%")),
    Case(kpi("waiting", "target at most 20")),
    Case(kpi("waiting", "target at most 20 minutes")),
    Case(kpi("waiting", "target at most 20 USD"), "unit-mismatch: 20 USD"),
    // A target may name a metric that is declared further down.
    Case(
      kpi("revenue", "target at least later_one\n  threshold 1 USD")
        + "\nmetric later_one = revenue"),
    Case(
      kpi("revenue", "target {\n    from 2026-01 at least 1\n    from 2026-01 at least 2\n  }"),
      "duplicate-attribute: from 2026-01 at least 2"),
    Case(
      kpi("revenue", "target { from 2026-03 to 2026-01 at least 1 }"),
      "periods-out-of-order: 2026-01"),
    Case(kpi("revenue", "target { from 2027-W53 at least 1 }"), "not-a-period: 2027-W53"),
    Case(
      kpi("revenue", "target by segment {\n    \"smb\" at least 1\n    \"smb\" at least 2\n  }"),
      "duplicate-attribute: \"smb\""),
    Case(kpi("revenue", "target by segment { \"big\" at least 1 }"), "unknown-value: \"big\""),
    Case(
      kpi("revenue", "target by source { \"web\" at least 1 }"), "unreachable-dimension: source"),
    Case(
      kpi(
        "revenue", "target at least 10% above previous year\n  stretch 5 USD below previous month")),
    Case(kpi("revenue", "target at least 5 kg above previous year"), "unit-mismatch: 5 kg"),
    Case(
      kpi("count(customers)", "target at least 5 above previous year"),
      "no-time-axis: above previous year"),
    Case(
      kpi("revenue", "target at least 12 phased by weights (1, 2)"),
      "unfit-phasing: phased by weights (1, 2)"),
    Case(
      kpi("revenue", "target at least 12 phased evenly\n  stretch 15"), "bound-not-phased: 15"),
    Case(kpi("revenue", "target plan at least 1\n  target goal at least 2\n  judged by goal")),
    Case(
      kpi("revenue", "target plan at least 1\n  target plan at least 2"),
      "duplicate-attribute: target plan at least 2"),
    Case(kpi("revenue", "target plan at least 1\n  judged by play"), "unknown-target: play"),
    Case(
      kpi("revenue", "target by segment { \"smb\" at least 1 / count(visits) * revenue }"),
      "unreachable-dimension: at least 1 / count(visits) * revenue"),
    Case(
      kpi("revenue", "target by segment { \"smb\" at least 1 }\n  sample count(visits) at least 3"),
      "unreachable-dimension: sample count(visits) at least 3"),
    Case(
      kpi("revenue", "target at least 1\n  sample count(orders) at least count(visits)"),
      "not-a-literal: count(visits)"),
    Case(
      kpi("revenue", "in 0..\n  in ..5 USD\n  ensures revenue > 0"),
      "duplicate-attribute: in ..5 USD"),
    Case("metric some = revenue { in 5..1 }", "empty-band: in 5..1"),
    Case("metric some = revenue { in 1 kg.. }", "unit-mismatch: 1 kg"),
    Case("metric some = share(orders where status = \"paid\") { in 0..100 }", "bare-percent: 100"),
    Case("metric some = revenue { ensures revenue }", "type-mismatch: revenue"),
    Case("metric some = revenue { ensures some > 0 and revenue between 0 and 5 }"),
    Case("metric some = revenue { ensures revenue > 5 kg }", "unit-mismatch: revenue > 5 kg"),
    Case("kpi goal \"Goal\" = revenue {\n  every month\n}"),
    Case(
      "kpi goal \"Goal\" = revenue {\n  owner tean\n  every moon\n}",
      "unknown-owner: tean", "unknown-word: moon"),
  ])
  func targets(test: Case) { check(test) }

  @Test(arguments: [
    ("metric twice = revenu * 2", "Did you mean `revenue`?"),
    ("metric some = sum(orders.amont)", "Did you mean `amount`?"),
    ("metric some = sum(order.amount)", "Did you mean `orders`?"),
    ("metric some = count(orders where status = \"piad\")", "Did you mean \"paid\"?"),
    ("metric some = count(orders where amount > 5 UDS)", "Did you mean `USD`?"),
    ("metric some = avrage(orders.amount)", "Did you mean `average`?"),
  ])
  func suggestion(line: String, help: String) {
    #expect(Checked(Tables.shop + line).diagnostics.map(\.help) == [help])
  }
}
