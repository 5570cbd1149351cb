import KPIDiagnostics
import KPIEngine
import KPIModel
import KPIPlan
import KPITable
import PlanSamples
import Testing

/// Every way in which data can be wrong gives a diagnostic that says where, and no number.
struct BadDataTests {
  static let orders = table(
    "orders",
    [
      column("id", .text, key: true), column("on", .date),
      column("status", .text, optional: true, allowed: [.text("paid"), .text("open")]),
      column("amount", .number), column("quantity", .integer, optional: true),
      column("is_new", .boolean, optional: true), column("at", .timestamp, optional: true),
      column("customer", .text, optional: true, to: 1),
    ], .events(time: path(0, column: 1)))

  static let customers = table(
    "customers", [column("id", .text, key: true), column("region", .text)])

  static let header = "id,on,status,amount,quantity,is_new,at,customer\n"

  static func ask(_ orders: Table = orders) -> Plan {
    let axis = TimeAxis.events(path(0, column: 1))
    func measure(_ function: RowMeasure.Function, _ argument: TableExpression?) -> RowMeasure {
      RowMeasure(
        function: function, table: TableID(0), argument: argument, filter: nil, axis: axis)
    }
    return plan(
      [
        measure(.sum, field(0, 3)), measure(.count, field(0, 2)), measure(.sum, field(0, 4)),
        measure(.count, field(0, 5)), measure(.count, field(0, 6)),
        measure(.countDistinct, .field(path(0, 7, column: 1))),
      ])
  }

  static func outcome(
    _ rows: String, _ orders: Table = orders, customers: String = "id,region\nc1,north\n",
    threads: Int = 1, chunkSize: Int = 1 << 18
  ) -> Outcome {
    run(
      [ask(orders)], [orders, Self.customers], [rows, customers], threads: threads,
      chunkSize: chunkSize)
  }

  /// `code line:column message` of each diagnostic.
  static func findings(_ outcome: Outcome) -> [String] {
    outcome.diagnostics.map { diagnostic in
      guard case .data(_, let line, let column, _) = diagnostic.location else {
        return "\(diagnostic.rule.code) \(diagnostic.message)"
      }
      return "\(diagnostic.rule.code) \(line):\(column) \(diagnostic.message)"
    }
  }

  @Test(arguments: [
    ("1,2026-01-05,paid,x,1,yes,,", "KPI3014 2:19 `x` in `orders.amount` is not a number"),
    (
      "1,2026-01-05,paid,,1,yes,,",
      "KPI3013 2:19 `orders.amount` is empty in this row"
    ),
    ("1,2026-13-05,paid,1,1,yes,,", "KPI3016 2:3 `2026-13-05` in `orders.on` is not a date"),
    ("1,2026-02-29,paid,1,1,yes,,", "KPI3016 2:3 `2026-02-29` in `orders.on` is not a date"),
    (
      "1,2026-01-05,payed,1,1,yes,,",
      "KPI3018 2:14 `payed` is not one of the values that `orders.status` may have"
    ),
    (
      "1,2026-01-05,paid,1,1.5,yes,,",
      "KPI3014 2:21 `1.5` in `orders.quantity` is not a whole number"
    ),
    (
      "1,2026-01-05,paid,1,1,maybe,,",
      "KPI3015 2:23 `maybe` in `orders.is_new` is neither yes nor no"
    ),
    (
      "1,2026-01-05,paid,1,1,yes,2026-01-05 25:00:00,",
      "KPI3016 2:27 `2026-01-05 25:00:00` in `orders.at` is not a date with a time of day"
    ),
    (
      "1,2026-01-05,paid,1,1,yes,,c9",
      "KPI3020 2:28 `c9` in `orders.customer` stands for a row that is not there"
    ),
    (
      "1,2026-01-05,paid,12345678901234567890,1,yes,,",
      "KPI3017 2:19 `12345678901234567890` in `orders.amount` has too many digits to be computed exactly"
    ),
    (
      "1,2026-01-05,paid,1,1,yes",
      "KPI3011 2:1 this row of table `orders` has 6 values, and the file has 8 columns"
    ),
    (
      "1,2026-01-05,paid,1,1,yes,,c1,x",
      "KPI3011 2:1 this row of table `orders` has 9 values, and the file has 8 columns"
    ),
    (
      "1,2026-01-05,pa\"id,1,1,yes,,c1",
      "KPI3007 2:16 a quotation mark stands in the middle of a value of table `orders`"
    ),
    (
      "1,2026-01-05,\"paid,1,1,yes,,c1",
      "KPI3008 2:1 a row of table `orders` does not end: a quotation mark is opened and never closed"
    ),
    (
      "1,2026-01-05,paid,1,1,yes,,\n1,2026-01-06,paid,1,1,yes,,",
      "KPI3019 3:1 two rows have the same `orders.id`, `1`"
    ),
  ])
  func oneBadRow(_ rows: String, _ finding: String) {
    for chunkSize in [1 << 18, 20] {
      let outcome = Self.outcome(Self.header + rows + "\n", threads: 2, chunkSize: chunkSize)
      #expect(Self.findings(outcome) == [finding])
      #expect(outcome.answers.isEmpty)
    }
  }

  @Test func skippingLeavesOutAndCounts() throws {
    let skipping = table(
      "orders", Self.orders.columns, Self.orders.nature, badRows: .skip)
    let good = "1,2026-01-05,paid,10,1,yes,,c1\n"
    let bad = [
      "2,x,paid,1,1,,,", "3,2026-01-05,paid,1,1,,,c9", "4,2026-01-05", "1,2026-01-05,paid,7,1,,,",
    ]
    let outcome = Self.outcome(
      Self.header + good + bad.joined(separator: "\n") + "\n", skipping, threads: 2, chunkSize: 40)
    #expect(outcome.answers.first?.lines() == ["10,1,1,1,0,1"])
    #expect(outcome.counts[TableID(0)] == Outcome.RowCounts(read: 5, skipped: 4))
    #expect(
      Self.findings(outcome) == [
        "KPI3021 3:3 4 of 5 rows of table `orders` are wrong and were left out"
      ])
    #expect(outcome.diagnostics.first?.severity == .warning)
  }

  @Test func thousandsOfBadRowsAreCountedAndTheFirstShown() {
    let rows = (0..<5000).map { "\($0),2026-01-05,paid,\($0 % 3 == 0 ? "x" : "1"),1,yes,," }
    let text = Self.header + rows.joined(separator: "\n") + "\n"
    let expected =
      (0..<20).map { index in
        let column = 18 + String(index * 3).count
        return "KPI3014 \(index * 3 + 2):\(column) `x` in `orders.amount` is not a number"
      } + ["KPI3014 59:20 … and 1647 more like this in table `orders`"]
    for (threads, chunkSize) in [(1, 1 << 18), (2, 500), (4, 3000)] {
      let outcome = Self.outcome(text, threads: threads, chunkSize: chunkSize)
      #expect(Self.findings(outcome) == expected)
    }
  }

  @Test func brokenReferencesFurtherOn() {
    let double = Self.outcome(
      Self.header + "1,2026-01-05,paid,1,1,yes,,c1\n", customers: "id,region\nc1,north\nc1,south\n")
    #expect(
      Self.findings(double) == ["KPI3019 3:1 two rows have the same `customers.id`, `c1`"])
    let missing = Self.outcome(
      Self.header + "1,2026-01-05,paid,1,1,yes,,c1\n", customers: "id,Region\nc1,north\n")
    #expect(
      Self.findings(missing) == ["KPI3005 0:0 the file of table `customers` has no column `region`"]
    )
    #expect(
      missing.diagnostics.first?.help
        == "The file calls it `Region`: write `from \"Region\"` after the type of the column.")
  }

  @Test(arguments: [
    (
      "",
      "KPI3004 0:0 the file of table `orders` is empty: not even the names of the columns are in it"
    ),
    (
      "PK\u{3}\u{4}\u{0}\u{0}",
      "KPI3003 0:0 the rows of table `orders` are not plain text in UTF-8: the file holds binary data"
    ),
    (
      "id,on,status,amount,quantity,is_new,at\n",
      "KPI3005 0:0 the file of table `orders` has no column `customer`"
    ),
    (
      "id,on,status,amount,quantity,is_new,at,customer,on\n",
      "KPI3006 0:0 the file of table `orders` has two columns called `on`"
    ),
  ])
  func wholeFile(_ text: String, _ finding: String) {
    #expect(Self.findings(Self.outcome(text)) == [finding])
  }

  @Test func encodings() {
    let utf16 = run(
      [Self.ask()], [Self.orders, Self.customers],
      bytes: [[0xFF, 0xFE, 0x69, 0], Array("id,region\n".utf8)])
    #expect(
      Self.findings(utf16) == [
        "KPI3003 0:0 the rows of table `orders` are not plain text in UTF-8: the file is in UTF-16"
      ])
    let latin = Array((Self.header + "1,2026-01-05,pa").utf8) + [0xE9] + Array("d,1,1,,,\n".utf8)
    let outcome = run(
      [Self.ask()], [Self.orders, Self.customers], bytes: [latin, Array("id,region\n".utf8)])
    #expect(Self.findings(outcome) == ["KPI3003 2:14 the text in `orders.status` is not UTF-8"])
  }

  @Test func headersAndBlankLines() {
    let text =
      "\u{FEFF}\"id\",\"on\",status,amount,quantity,is_new,at,customer\r\n"
      + "1,2026-01-05,,1,,,,\r\n\r\n\"2\",\"2026-01-06\",,\"2\",,,,\r\n\r\n"
    for chunkSize in [1 << 18, 11] {
      let outcome = Self.outcome(text, chunkSize: chunkSize)
      #expect(Self.findings(outcome) == [])
      #expect(outcome.answers.first?.lines() == ["3,0,0,0,0,0"])
    }
    #expect(Self.outcome(Self.header).answers.first?.lines() == ["0,0,0,0,0,0"])
    #expect(Self.outcome(String(Self.header.dropLast())).answers.first?.lines() == ["0,0,0,0,0,0"])
  }

  @Test func lineWithoutEnd() {
    let text = Self.header + "1,2026-01-05,paid,1,1,yes,," + String(repeating: "x", count: 17 << 20)
    #expect(
      Self.findings(Self.outcome(text, threads: 2)) == [
        "KPI3008 2:1 a row of table `orders` does not end: it is longer than 16 MiB"
      ])
  }

  @Test func overflow() {
    let amount = field(0, 3)
    let cube = TableExpression.arithmetic(
      .multiply, .arithmetic(.multiply, amount, amount), amount)
    let measure = RowMeasure(
      function: .sum, table: TableID(0), argument: cube, filter: nil,
      axis: .events(path(0, column: 1)))
    func ask(_ amounts: String...) -> Outcome {
      let rows = amounts.enumerated().map { "\($0.offset),2026-01-05,,\($0.element),,,,\n" }
      return run(
        [plan([measure])], [Self.orders, Self.customers],
        [Self.header + rows.joined(), "id,region\n"])
    }
    #expect(ask("100000000", "1").answers.first?.lines() == ["1000000000000000000000001"])
    #expect(ask("0.001", "-2000").answers.first?.lines() == ["-7999999999.999999999"])
    #expect(
      Self.findings(ask("0.000001", "-2000000000")) == [
        "KPI3022 a sum over table `orders` is too large to be exact"
      ])
    #expect(
      Self.findings(ask("1", "123456789012345678")) == [
        "KPI3022 3:1 a formula over this row of table `orders` gives a number too large to be exact"
      ])
  }
}
