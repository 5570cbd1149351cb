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
      "type-mismatch: orders.ordered_at"),
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
}
