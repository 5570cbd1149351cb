import KPIModel
import KPIPlan
import Testing

@testable import KPISQL

/// Cells from rows as databases may give them, also such as no database should.
@Suite struct CellReaderTests {
  /// Columns of the result by their names.
  private struct Reading {
    let query: CellQuery
    private(set) var reader: CellReader

    init(
      _ formula: String, by: String = "month", _ dialect: Dialect = .duckdb,
      tables: String = Shop.tables
    ) throws {
      let readings = try Readings(tables + "metric m = \(formula)\n", by: by)
      query = try #require(try readings.queries(dialect).cells.first)
      reader = CellReader(query)
    }

    /// Takes a row; columns that are not named are missing.
    mutating func take(_ row: [String: SQLValue]) throws {
      let names = query.select.columns.map(\.name)
      try #require(Set(row.keys).isSubset(of: names), "\(names)")
      try reader.take { row[names[$0]] ?? .null }
    }

    func column(_ name: String) -> Int? {
      query.select.columns.firstIndex { $0.name == name }
    }

    func failure(_ row: [String: SQLValue]) -> CellReader.Failure? {
      var copy = self
      do {
        try copy.take(row)
        return nil
      } catch {
        return error as? CellReader.Failure
      }
    }

    var cells: [CellFeed.Cell] { reader.result.values.flatMap(\.cells) }
  }

  private static func whole(_ number: Int) -> SQLValue {
    .decimal(mantissa: Int128(number), scale: 0)
  }
  private static let january = SQLValue.date(Day(year: 2026, month: 1, day: 1) ?? Day(0))

  /// 2026-01-04, a Sunday, is 739,619 days after 0001-01-01, a Monday, so it is the 739,620th day of whole weeks. June begins
  /// the first quarter of fiscal years from June: 2026 * 12 + 6 = 24,318, which is 3 * 8,106. For January to be such a multiple
  /// of 12, 11 are added: 2026 * 12 + 1 + 11 = 24,324.
  @Test(arguments: [
    ("week", "week starts sunday", 739_620, "2026-01-04", Grain.week),
    ("fiscal_quarter", "fiscal starts june", 24_318, "2026-06-01", Grain.fiscalQuarter),
    ("year", "", 24_324, "2026-01-01", Grain.year),
  ])
  func numbersOfPeriods(
    _ by: String, _ company: String, _ number: Int, _ first: String, _ grain: Grain
  )
    throws
  {
    let tables = Shop.tables.replacing(
      "{ timezone", with: "{\n\(company)\ntimezone", maxReplacements: 1)
    var reading = try Reading("count_distinct(orders.customer)", by: by, tables: tables)
    try reading.take([
      "bucket": Self.whole(number), "rows": Self.whole(5), "distinct": Self.whole(3),
    ])
    let calendar = Calendar(
      firstWeekday: by == "week" ? 6 : 0, fiscal: FiscalYear(startMonth: by == "year" ? 1 : 6))
    let cell = try #require(reading.cells.first)
    #expect(calendar.start(ofOrdinal: cell.ordinal, grain).text == first)
    #expect(reading.failure(["bucket": .text("2026-01-04"), "rows": Self.whole(1)]) != nil)
  }

  /// An amount comes with its currency and its day; without the day it is worth nothing that is known.
  @Test func amounts() throws {
    var reading = try Reading("sum(\(Shop.converted))")
    let cells = Self.whole(0b11)
    let amounts = Self.whole(0b00)
    let mask = try #require(reading.query.select.columns.last?.name)
    try reading.take(["bucket": Self.january, "rows": Self.whole(4), mask: cells])
    for (currency, amount) in [("USD", 30), ("GBP", 7)] {
      try reading.take([
        "bucket": Self.january, "currency": .text(currency), "day": Self.january,
        "sum": Self.whole(amount), mask: amounts,
      ])
    }
    try reading.take([
      "bucket": Self.january, "currency": .text("USD"), "sum": Self.whole(9), mask: amounts,
    ])
    try reading.take([
      "bucket": Self.january, "currency": .text("CHF"), "day": Self.january, mask: amounts,
    ])
    try reading.take([
      "bucket": Self.january, "day": Self.january, "sum": Self.whole(2), mask: amounts,
    ])
    let feed = try #require(reading.reader.result.values.first)
    #expect(feed.cells.map { $0.filters[0].rows } == [4])
    #expect(feed.amounts.map(\.currency) == [.text("USD"), .text("GBP"), nil])
    #expect(feed.amounts.map(\.amount) == [Rational(30), Rational(7), Rational(2)])
    #expect(
      reading.failure([
        "bucket": Self.january, "currency": .text("USD"), "day": .text("soon"),
        "sum": Self.whole(1), mask: amounts,
      ]) != nil)
  }

  @Test func sums() throws {
    var reading = try Reading("sum(orders.amount)")
    try reading.take([
      "bucket": Self.january, "rows": Self.whole(3), "sum": .decimal(mantissa: 1250, scale: 2),
    ])
    let cell = try #require(reading.cells.first)
    #expect(
      cell.filters == [
        CellFeed.Filter(rows: 3, parts: [.number(try #require(Rational(mantissa: 125, scale: 1)))])
      ])
    #expect(!reading.reader.hasBadRows)
  }

  @Test func nothing() throws {
    var reading = try Reading("sum(orders.amount)")
    try reading.take(["bucket": Self.january, "rows": Self.whole(0)])
    #expect(reading.cells.first?.filters == [CellFeed.Filter(rows: 0, parts: [.nothing])])
    // A row without a day belongs to no month.
    var other = try Reading("sum(orders.amount)")
    try other.take(["rows": Self.whole(5), "sum": Self.whole(5)])
    #expect(other.cells.isEmpty)
  }

  @Test func badRows() throws {
    var reading = try Reading("sum(orders.amount)")
    try reading.take(["bucket": Self.january, "rows": Self.whole(1), "bad_rows": Self.whole(0)])
    #expect(!reading.reader.hasBadRows)
    try reading.take(["bucket": Self.january, "rows": Self.whole(1), "bad_rows": Self.whole(1)])
    #expect(reading.reader.hasBadRows)
  }

  /// Numbers that are none, or not exactly.
  @Test(arguments: [
    SQLValue.text("12"), .text("x"), .real(0.5), .real(.nan), .real(.infinity), .real(1e300),
    .date(Day(0)), .timestamp(0),
  ])
  func unexpectedNumber(value: SQLValue) throws {
    let reading = try Reading("sum(orders.amount)")
    let row = ["bucket": Self.january, "rows": Self.whole(1), "sum": value]
    #expect(reading.failure(row) == reading.column("sum").map { .unexpected(column: $0) })
  }

  /// Some engines give a sum of whole numbers as a binary number.
  @Test func wholeBinaryNumber() throws {
    var reading = try Reading("sum(orders.quantity)")
    try reading.take(["bucket": Self.january, "rows": .real(2), "sum": .real(12)])
    #expect(
      reading.cells.first?.filters == [CellFeed.Filter(rows: 2, parts: [.number(Rational(12))])])
  }

  @Test(arguments: [
    SQLValue.decimal(mantissa: 15, scale: 1), .decimal(mantissa: Int128(1) << 70, scale: 0),
    .text("1"), .real(1.5), .date(Day(0)),
  ])
  func unexpectedCount(value: SQLValue) throws {
    let reading = try Reading("sum(orders.amount)")
    let row = ["bucket": Self.january, "rows": value]
    #expect(reading.failure(row) == reading.column("rows").map { .unexpected(column: $0) })
  }

  /// The same day in the forms that engines have for one.
  @Test(arguments: [
    SQLValue.date(Day(20_484)), .timestamp(20_484 * 86_400_000_000 + 5), .text("2026-01-31"),
  ])
  func days(value: SQLValue) throws {
    var (reading, other) = (
      try Reading("sum(orders.quantity)", by: "day"), try Reading("sum(orders.quantity)", by: "day")
    )
    try reading.take(["bucket": value, "rows": Self.whole(1), "sum": Self.whole(1)])
    try other.take(["bucket": .date(Day(20_484)), "rows": Self.whole(1), "sum": Self.whole(1)])
    #expect(reading.cells == other.cells && reading.cells.count == 1)
  }

  @Test(arguments: [SQLValue.text("31/01/2026"), .text(""), .boolean(true), .real(20_484)])
  func unexpectedDay(value: SQLValue) throws {
    let reading = try Reading("sum(orders.quantity)", by: "day")
    let row = ["bucket": value, "rows": Self.whole(1)]
    #expect(reading.failure(row) == reading.column("bucket").map { .unexpected(column: $0) })
  }

  @Test func keys() throws {
    var reading = try Reading("sum(orders.quantity)", by: "status")
    try reading.take(["status": .text("paid"), "rows": Self.whole(1), "sum": Self.whole(1)])
    try reading.take(["rows": Self.whole(2), "sum": Self.whole(2)])
    #expect(reading.cells.map(\.keys) == [[.text("paid")], [nil]])
    #expect(
      reading.failure(["status": Self.whole(1), "rows": Self.whole(1)])
        == reading.column("status").map { .unexpected(column: $0) })
  }

  /// Of several sets of groups in one result each row says which it is of.
  @Test func sets() throws {
    var reading = try Reading("median(orders.amount)", by: "status")
    let mask = try #require(reading.column("grouped"))
    for value in [
      SQLValue.null, Self.whole(99), .text("0"), .real(0.5), .decimal(mantissa: 5, scale: 1),
    ] {
      #expect(reading.failure(["grouped": value]) == .unexpected(column: mask), "\(value)")
    }
    let values = try #require(reading.query.shape.sets.last)
    guard case .values = values.content else {
      Issue.record("the last set is that of the values")
      return
    }
    let columns = Dictionary(
      uniqueKeysWithValues: reading.query.select.columns.map(\.name).map { ($0, SQLValue.null) })
    var row = columns.merging([
      "grouped": .decimal(mantissa: try #require(values.mask.first), scale: 0),
      "rows": Self.whole(4),
      "bucket": Self.whole(0), "value": Self.whole(7),
    ]) { $1 }
    try reading.take(row)
    let part = reading.cells.first?.filters.first?.parts.first
    #expect(part == .value(.number(Rational(7)), rows: 4))
    // Rows without the value are no value.
    row["value"] = .null
    try reading.take(row)
    #expect(reading.cells.count == 1)
    #expect(reading.failure(row.merging(["value": .text("much")]) { $1 }) != nil)
  }

  /// What was counted in two rows cannot be put together, so a second row of a cell is not what was asked for.
  @Test func distinct() throws {
    var reading = try Reading("count_distinct(orders.customer)", by: "status")
    let column = try #require(reading.column("distinct"))
    let row = ["status": SQLValue.text("paid"), "rows": Self.whole(5), "distinct": Self.whole(3)]
    try reading.take(row)
    #expect(reading.cells.first?.filters.first?.parts.first == .count(3))
    #expect(reading.failure(row) == .unexpected(column: column))
  }
}
