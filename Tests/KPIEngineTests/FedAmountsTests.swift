import KPIEngine
import KPIModel
import KPIPlan
import KPITable
import PlanSamples
import Synchronization
import Testing

/// Amounts of several currencies that another engine added up are exchanged here, at the rates of their days.
@Suite struct FedAmountsTests {
  private static let tables = [
    table(
      "payments",
      [
        column("on", .date), column("currency", .text), column("amount", .number, optional: true),
      ], .events(time: path(0, column: 0))),
    table(
      "rates", [column("day", .date), column("currency", .text), column("worth", .number)],
      .events(time: path(1, column: 0))),
  ]
  private static let rates = RateTable(
    table: TableID(1), currency: ColumnID(1), rate: ColumnID(2), unit: "USD",
    dates: .on(ColumnID(0)))
  private static let rows = [
    "on,currency,amount\n2026-01-05,EUR,5\n2026-01-05,EUR,7\n2026-01-06,USD,3\n2026-01-06,GBP,\n",
    "day,currency,worth\n2026-01-05,EUR,1.25\n2026-01-06,EUR,99\n",
  ]

  /// The answer where another engine sends such amounts for the payments, and whether their rows were read.
  private func answer(
    _ amounts: [(Int, Scalar?, String)]
  ) throws -> (outcome: Outcome, isRead: Bool) {
    let received = RowMeasure(
      function: .sum, table: TableID(0),
      argument: .lookup(.conversion(Self.rates), [field(0, 2), field(0, 1)], at: field(0, 0)),
      filter: nil, axis: .events(path(0, column: 0)), window: .period)
    let isRead = Mutex(false)
    var source = DataSource(Specification(tables: Self.tables)) { table in
      if table.index == 0 { isRead.withLock { $0 = true } }
      return .rows(Array(Self.rows[table.index].utf8), display: "rows")
    }
    source.supply = { reading, workload in
      guard reading.table.index == 0, let place = reading.groupings.first else { return .scan }
      let ordinal =
        workload.groupings[place].key.bucketing.ordinal(of: day("2026-01-05").number) ?? 0
      var feed = CellFeed()
      let nothing = CellFeed.Filter(rows: 4, parts: [.nothing])
      feed.cells = [CellFeed.Cell(ordinal: ordinal, keys: [], filters: [nothing])]
      feed.amounts = amounts.map { amount, currency, on in
        CellFeed.Amount(
          ordinal: ordinal, keys: [], filter: 0, aggregate: 0, amount: Rational(amount),
          currency: currency, day: day(on), rates: Self.rates)
      }
      return .cells([place: feed])
    }
    let asked = plan([received], by: .month, range: days("2026-01-01", "2026-01-31"))
    return (Engine.answer([asked], from: source), isRead.withLock(\.self))
  }

  /// 40 euros at 1.25 are 50 dollars, and with 3 dollars 53.
  @Test func theRateOfTheDayIsTaken() throws {
    let found = try answer([(40, .text("EUR"), "2026-01-05"), (3, .text("USD"), "2026-01-06")])
    #expect(found.outcome.answers.first?.lines() == ["2026-01,53"])
    #expect(found.outcome.diagnostics.isEmpty)
    #expect(!found.isRead)
  }

  /// 12 euros at 1.25 are 15 dollars, and with 3 dollars 18: of the rows, which say nothing of pounds.
  @Test(arguments: [Scalar.text("GBP"), nil])
  func whatHasNoRateIsReadFromTheRows(currency: Scalar?) throws {
    let found = try answer([(40, .text("EUR"), "2026-01-05"), (1, currency, "2026-01-06")])
    #expect(found.outcome.answers.first?.lines() == ["2026-01,18"])
    #expect(found.outcome.diagnostics.isEmpty)
    #expect(found.isRead)
  }
}
