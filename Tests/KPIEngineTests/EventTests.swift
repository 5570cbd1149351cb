import KPIDiagnostics
import KPIEngine
import KPIModel
import KPIPlan
import PlanSamples
import Testing

/// Worked examples over a table of events, with results computed by hand.
struct EventTests {
  static let orders = table(
    "orders",
    [
      column("id", .text, key: true), column("at", .date), column("region", .text, optional: true),
      column("amount", .number, optional: true), column("customer", .text, optional: true),
    ], .events(time: path(0, column: 1)))

  static let axis = TimeAxis.events(path(0, column: 1))
  static let region = path(0, column: 2)

  static func measure(
    _ function: RowMeasure.Function, _ argument: Int? = nil, filter: TableExpression? = nil,
    _ window: Window = .period
  ) -> RowMeasure {
    RowMeasure(
      function: function, table: TableID(0), argument: argument.map { field(0, $0) },
      filter: filter, axis: axis, window: window)
  }

  static let data = """
    id,at,region,amount,customer
    1,2026-01-05,north,10,ann
    2,2026-01-06,south,20.5,bob
    3,2026-03-07,north,30,ann
    4,2026-03-08,,2.25,cat
    5,2026-04-09,south,,bob

    """

  @Test func totals() {
    let measures: [RowMeasure] = [
      Self.measure(.count), Self.measure(.count, 3), Self.measure(.sum, 3),
      Self.measure(.countDistinct, 4), Self.measure(.minimum, 3), Self.measure(.maximum, 3),
      Self.measure(.percentile(Rational(50)), 3),
    ]
    let outcome = run([plan(measures)], [Self.orders], [Self.data])
    #expect(outcome.diagnostics.isEmpty)
    #expect(outcome.answers.map { $0.lines() } == [["5,4,62.75,3,2.25,30,15.25"]])
  }

  @Test func monthsAndRegions() {
    let outcome = run(
      [plan([Self.measure(.count), Self.measure(.sum, 3)], by: .month, keys: [Self.region])],
      [Self.orders], [Self.data])
    #expect(
      outcome.answers.first?.lines() == [
        "2026-01,north,1,10", "2026-01,south,1,20.5", "2026-01,,0,0",
        "2026-02,north,0,0", "2026-02,south,0,0", "2026-02,,0,0",
        "2026-03,north,1,30", "2026-03,south,0,0", "2026-03,,1,2.25",
        "2026-04,north,0,0", "2026-04,south,1,0", "2026-04,,0,0",
      ])
  }

  @Test func windows() {
    let trailing = Window(shift: .none, extent: .trailing(CalendarSpan(months: 3)))
    let previous = Window(shift: CalendarSpan(months: 1), extent: .period)
    let toDate = Window(shift: .none, extent: .toDate(.year))
    let measures = [
      Self.measure(.sum, 3), Self.measure(.sum, 3, previous), Self.measure(.sum, 3, trailing),
      Self.measure(.sum, 3, toDate), Self.measure(.countDistinct, 4, trailing),
      Self.measure(.maximum, 3, trailing), Self.measure(.percentile(Rational(50)), 3, trailing),
    ]
    let outcome = run([plan(measures, by: .month)], [Self.orders], [Self.data])
    #expect(
      outcome.answers.first?.lines() == [
        "2026-01,30.5,0,30.5,30.5,2,20.5,15.25",
        "2026-02,0,30.5,30.5,30.5,2,20.5,15.25",
        "2026-03,32.25,0,62.75,62.75,3,30,15.25",
        "2026-04,0,32.25,32.25,62.75,3,30,16.125",
      ])
  }

  @Test func filters() {
    let north = TableExpression.comparison(.equal, field(0, 2), text("north"))
    let large = TableExpression.comparison(.greater, field(0, 3), number(10))
    let measures = [
      Self.measure(.sum, 3, filter: north), Self.measure(.count, filter: .not(north)),
      Self.measure(.count, filter: .all([.not(north), large])),
      Self.measure(.count, filter: .any([north, large])),
      Self.measure(.count, filter: .isMissing(field(0, 2))),
    ]
    let outcome = run([plan(measures)], [Self.orders], [Self.data])
    #expect(outcome.answers.first?.lines() == ["40,2,1,3,1"])
  }

  @Test func asOfCutsRowsAndMarksThePeriod() {
    let outcome = run(
      [plan([Self.measure(.count)], by: .month, asOf: "2026-03-07")], [Self.orders], [Self.data])
    #expect(outcome.answers.first?.lines() == ["2026-01,2", "2026-02,0", "2026-03,1"])
    #expect(outcome.answers.first?.rows.map(\.isPartial) == [false, false, true])
  }

  @Test func badRowsStopTheAnswer() {
    let outcome = run(
      [plan([Self.measure(.sum, 3)])], [Self.orders], [Self.data + "6,2026-04-09,north,abc,x\n"])
    #expect(outcome.answers.isEmpty)
    #expect(outcome.diagnostics.map(\.message) == ["`abc` in `orders.amount` is not a number"])
    #expect(
      outcome.diagnostics.map(\.location) == [
        .data(path: "orders.csv", line: 7, column: 20, value: "abc")
      ])
  }
}
