import KPIInference
import KPIModel
import Testing

/// What several files of one business suggest together.
@Suite struct ProposedProjectTests {
  private func project(_ files: [(name: String, text: String)]) throws -> ProposedProject {
    let looked = try files.map { file in
      (
        path: "data/" + file.name,
        inference: try #require(
          TableInference(DelimitedRecords(Array(file.text.utf8)), path: "data/" + file.name))
      )
    }
    return ProposedProject(
      ProposedTables(looked), today: try #require(Day(year: 2026, month: 11, day: 1)))
  }

  private static let customers = "id,name,area\nk1,Ana,north\nk2,Binh,south\nk3,Chi,south\n"

  private static func orders(_ customer: (Int) -> String) -> String {
    "order_id,customer_id,ordered_on,shipped_on,promised_on,status,quantity,amount_usd\n"
      + (1...40).map { number in
        let day = String(number % 28 + 1)
        let two = day.count == 1 ? "0" + day : day
        return
          "\(number),\(customer(number)),2026-0\(number % 6 + 1)-\(two),2026-08-01,2026-07-30,"
          + "\(number % 3 == 0 ? "refunded" : "paid"),\(number % 4 + 1),\(number).25\n"
      }.joined()
  }

  @Test func referencesByNameAndByValues() throws {
    let found = try project([
      ("raw_customers.csv", Self.customers), ("orders.csv", Self.orders { "k\($0 % 3 + 1)" }),
    ])
    #expect(found.tables.map(\.name) == ["customers", "orders"])
    #expect(found.tables[1].declaration().contains("customer_id: text -> customers\n"))
  }

  @Test func aValueThatIsNoKeyIsNoReference() throws {
    let found = try project([
      ("customers.csv", Self.customers),
      ("orders.csv", Self.orders { $0 == 9 ? "k9" : "k\($0 % 3 + 1)" }),
    ])
    let text = found.tables[1].declaration()
    #expect(text.contains("// not a reference to `customers`, which lacks \"k9\"\n"))
    #expect(!text.contains("->"))
  }

  @Test func filesOfOneKindKeepNamesOfTheirOwn() throws {
    let found = try project([
      ("sales-2025.csv", "a\n1\n"), ("sales-2026.csv", "a\n1\n"), ("2026.csv", "a\n1\n"),
      ("Export (3).csv", "a\n1\n"),
    ])
    #expect(found.tables.map(\.name) == ["sales_2025", "sales_2026", "table_2026", "export"])
  }

  @Test func metricsThatTheColumnsAllow() throws {
    let found = try project([
      ("customers.csv", Self.customers), ("orders.csv", Self.orders { "k\($0 % 3 + 1)" }),
    ])
    let formulas = Dictionary(
      uniqueKeysWithValues: (found.metrics + found.kpis.map(\.metric)).map { ($0.name, $0.formula) }
    )
    #expect(formulas["order_count"] == "count(orders)")
    #expect(formulas["total_amount_usd"] == "sum(orders.amount_usd)")
    #expect(formulas["average_amount_usd"] == "total_amount_usd / order_count")
    #expect(formulas["amount_usd_per_quantity"] == "total_amount_usd / total_quantity")
    #expect(formulas["share_paid"] == "share(orders where status = \"paid\")")
    #expect(formulas["active_customers"] == "count_distinct(orders.customer_id)")
    #expect(formulas["orders_per_customer"] == "order_count / active_customers")
    #expect(formulas["days_until_shipped_on"] == "median(orders.shipped_on - ordered_on)")
    #expect(formulas["share_on_time"] == "share(orders where shipped_on <= promised_on)")
    #expect(formulas["total_amount_usd_growth"] == "growth(total_amount_usd, 1 month)")
    #expect(found.kpis.map(\.metric.name) == ["total_amount_usd", "active_customers"])
    #expect(found.currency == "USD")
  }

  @Test func whatDescribesARowIsNotAddedUp() throws {
    let rows = (1...20).map { "\($0),2026-01-0\($0 % 9 + 1),\($0 % 5),2026,\($0).5,\($0 * 2)\n" }
    let found = try project([
      ("visits.csv", "visit_id,day,rating,year,unit_price,wait_minutes\n" + rows.joined())
    ])
    let formulas = (found.metrics + found.kpis.map(\.metric)).map(\.formula)
    #expect(!formulas.contains { $0.hasPrefix("sum(") })
    #expect(formulas.contains("average(visits.rating)"))
    #expect(formulas.contains("median(visits.wait_minutes)"))
  }

  @Test func theCadenceIsThatOfTheRows() throws {
    func cadence(_ days: [String]) throws -> [ProposedKPI.Cadence] {
      try project([("events.csv", "day,note\n" + days.map { $0 + ",x\n" }.joined())]).kpis.map(
        \.cadence)
    }
    #expect(try cadence((10...25).map { "2026-01-\($0)" }) == [.day])
    #expect(try cadence((10...25).flatMap { ["2026-01-\($0)", "2026-02-\($0)"] }) == [.week])
    #expect(
      try cadence((1...9).flatMap { month in (10...19).map { "2026-0\(month)-\($0)" } }) == [.month]
    )
    #expect(
      try cadence((1...9).flatMap { month in (10...12).map { "2026-0\(month)-\($0)" } }) == [
        .quarter
      ])
    #expect(try cadence((2010...2026).map { "\($0)-01-05" }) == [.year])
  }
}
