import KPIModel
import KPIPlan
import Testing

@testable import KPISQL

/// What is not asked of a database, and the reason that is given for it.
@Suite struct RefusalTests {
  private func refusal(
    _ formula: String, _ dialect: Dialect = .duckdb, columns: [String: PhysicalType]? = nil,
    without absent: String? = nil, by: String = "month"
  ) throws -> SQLRefusal? {
    try Readings(Shop.tables + "metric m = \(formula)\n", by: by)
      .refusal(dialect, columns: columns, without: absent)
  }

  @Test(arguments: Dialect.all.map(\.name)) func whatEveryDialectIsAsked(name: String) throws {
    let dialect = try #require(Dialect.named(name))
    #expect(try refusal("sum(orders.quantity where status = \"paid\")", dialect) == nil)
    #expect(try refusal("count(orders where customer.segment = \"trade\")", dialect) == nil)
  }

  @Test func lookup() throws {
    let formula =
      "share(orders where followed_by(orders where status = \"paid\", by: customer, within: 7 days))"
    #expect(try refusal(formula) == .lookup)
  }

  /// Sums of amounts are exchanged here; where the worth of each row matters the rows are read.
  @Test func conversion() throws {
    #expect(try refusal("sum(\(Shop.converted))") == nil)
    #expect(try refusal("sum(\(Shop.converted))", .sqlite) == nil)
    #expect(try refusal("average(2 * \(Shop.converted) where kind = \"sale\")") == nil)
    #expect(try refusal("max(\(Shop.converted))") == .lookup)
    #expect(try refusal("median(\(Shop.converted))") == .lookup)
    #expect(try refusal("count(payments where \(Shop.converted) > 5 EUR)") == .lookup)
    #expect(try refusal("sum(\(Shop.converted) + 1 EUR)") == .lookup)
  }

  @Test func division() throws {
    #expect(try refusal("sum(orders.amount / orders.fee)") == .division)
    #expect(try refusal("sum(orders.amount / 4)") == nil)
  }

  @Test func decimals() throws {
    #expect(try refusal("sum(orders.amount * orders.quantity / 3 + orders.fee)") == .decimals)
    #expect(try refusal("count(orders where orders.amount * 2 > (1 USD / 3))") == .decimals)
  }

  @Test func functions() throws {
    #expect(
      try refusal("count(orders where lower(status) = \"paid\")") == .function(.lower))
    #expect(try refusal("sum(round(orders.amount, 1))") == .function(.round))
    #expect(try refusal("count(orders where contains(status, \"ai\"))") == nil)
  }

  @Test func clocks() throws {
    #expect(
      try refusal("count(orders where orders.ordered_at - orders.ordered_at > 1 hours)") == .clocks)
    #expect(try lowered(.comparison(.less, .field(ordered), .field(paid))) == .clocks)
  }

  /// The checker converts what it can; nothing else is written as if the kinds were one.
  @Test func mixedKinds() throws {
    #expect(try lowered(.comparison(.less, .field(paid), .field(ordered))) == .mixedKinds)
    #expect(
      try lowered(.comparison(.less, .field(paid), .literal(.number(.one)))) == .mixedKinds)
  }

  private let ordered = ColumnPath(TableID(1), [], ColumnID(2))
  private let paid = ColumnPath(TableID(1), [], ColumnID(3))

  /// Why a condition over an order has no counterpart.
  private func lowered(_ condition: TableExpression) throws -> SQLRefusal? {
    let specification = try Readings(Shop.tables + "metric m = count(orders)\n").specification
    let lowering = RowLowering(
      specification: specification, dialect: .duckdb,
      names: RelationNames(ordered.table, [ordered, paid], specification), physical: nil,
      zone: "UTC")
    do throws(SQLRefusal) {
      _ = try lowering.condition(condition)
      return nil
    } catch {
      return error
    }
  }

  @Test func formula() throws {
    let formula =
      "count(orders where (case { when quantity > 1 then paid_on else date(ordered_at) }) > 2026-01-31)"
    #expect(try refusal(formula) == .formula)
  }

  @Test func digits() throws {
    #expect(try refusal("sum(orders.amount * orders.fee)") == nil)
    #expect(try refusal("sum(orders.amount * orders.fee * orders.amount)") == .digits)
    let wide: [String: PhysicalType] = [
      "order_id": .text, "ordered_at": .timestamp, "amount": .decimal(precision: 38, scale: 2),
      "fee": .integer,
    ]
    #expect(try refusal("sum(orders.amount * orders.fee)", columns: wide) == .digits)
    #expect(try refusal("sum(orders.amount + orders.fee)", columns: wide) == .digits)
    #expect(try refusal("sum(orders.amount)", columns: wide) == nil)
  }

  @Test func binaryProducts() throws {
    #expect(try refusal("sum(orders.quantity * orders.quantity)", .sqlite) == .binaryProducts)
    #expect(try refusal("sum(orders.quantity + 2)", .sqlite) == nil)
  }

  @Test(arguments: [
    PhysicalType.real, .text, .boolean, .date, .timestamp, .timestampWithZone, .other,
  ])
  func physical(type: PhysicalType) throws {
    let columns: [String: PhysicalType] = [
      "order_id": .text, "ordered_at": .timestamp, "amount": type,
    ]
    #expect(
      try refusal("sum(orders.amount)", columns: columns) == .physical(column: "orders.amount"))
  }

  @Test func binaryNumbersMayBeCompared() throws {
    let columns: [String: PhysicalType] = [
      "order_id": .text, "ordered_at": .timestamp, "amount": .real,
    ]
    #expect(try refusal("count(orders where amount > 10 USD)", columns: columns) == nil)
  }

  @Test func aliveRows() throws {
    #expect(try refusal("closing(median(staff.hours))") == .aliveRows)
    #expect(try refusal("closing(sum(staff.hours))") == nil)
    #expect(try refusal("closing(count(staff where age(hired_on) > 365 days))") == .aliveRows)
  }

  @Test func elsewhere() throws {
    let formula = "count(orders where customer.segment = \"trade\")"
    #expect(try refusal(formula, without: "customers") == .elsewhere)
  }
}
