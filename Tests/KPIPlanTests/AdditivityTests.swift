import KPIPlan
import Testing

/// Which metrics are the sum of their parts in time, and how many rows stand behind them.
@Suite struct AdditivityTests {
  @Test(arguments: [
    "sum(orders.amount)", "count(orders)", "revenue", "-revenue", "revenue * 1.1 - 0.5 * revenue",
    "sum(orders.amount - tip)", "previous(revenue, 1 year)", "change(revenue, 1 month)",
    "revenue where channel = \"web\"", "count(staff on hired_on)", "total(revenue)",
    "revenue / 3", "order_count + count(visits)",
  ])
  func addsUp(formula: String) throws {
    #expect(try Project(formula: formula).formula()?.isAdditive == true)
  }

  @Test(arguments: [
    "order_value", "average(orders.amount)", "median(orders.amount)", "max(orders.amount)",
    "count_distinct(orders.customer_id)", "growth(revenue, 1 year)", "trailing(revenue, 3 months)",
    "to_date(revenue, year)", "headcount", "closing(sum(stock.units))", "revenue * order_count",
    "order_count + 1", "3", "count(customers)", "round(order_count)", "1 / order_count",
    "case { when order_count > 0 then revenue else 0 USD }",
  ])
  func doesNotAddUp(formula: String) throws {
    #expect(try Project(formula: formula).formula()?.isAdditive == false)
  }

  @Test func rowsAreCountedOnceForEachMeasure() throws {
    let ratio = try #require(
      try Project(formula: "sum(orders.amount) / sum(orders.tip where status = \"paid\")").formula()
    )
    let text = FormulaText(Project(formula: "1").specification).text(of: ratio.rowCount)
    #expect(text == "count(orders) + count(orders where orders.status = \"paid\")")
  }
}
