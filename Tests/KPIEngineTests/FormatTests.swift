import KPIDiagnostics
import KPIEngine
import KPIModel
import KPIPlan
import KPITable
import PlanSamples
import Testing

/// Files that are laid out or written in other ways give the same numbers.
struct FormatTests {
  static func sales(_ format: TextFormat = .standard, percent: Bool = false) -> Table {
    let rate = ColumnType.number(.percent, factor: .one)
    return table(
      "sales",
      [
        column("on", .date), column("at", .timestamp, optional: true),
        column("amount", .number, optional: true),
        column("rate", percent ? rate : .number, optional: true),
        column("note", .text, optional: true), column("done", .boolean, optional: true),
      ], .events(time: path(0, column: 0)), format: format)
  }

  static func measure(
    _ function: RowMeasure.Function, _ column: Int, filter: TableExpression? = nil, on axis: Int = 0
  ) -> RowMeasure {
    RowMeasure(
      function: function, table: TableID(0), argument: field(0, column), filter: filter,
      axis: .events(path(0, column: axis)))
  }

  static let asked = plan([measure(.sum, 2), measure(.sum, 3), measure(.countDistinct, 4)])

  static func lines(_ text: String, _ name: String = "sales.csv", _ table: Table = sales())
    -> [String]?
  {
    let outcome = run([asked], [table], [text], threads: 2, chunkSize: 30, names: [name])
    #expect(outcome.diagnostics.map(\.message) == [])
    return outcome.answers.first?.lines()
  }

  @Test func delimiters() {
    let rows = [
      "on,at,amount,rate,note,done", "2026-01-05,,1.5,2,x y,t", "2026-01-06,,2,,\"a;b\",0",
    ]
    for delimiter in [",", ";", "\t"] {
      let text = rows.map {
        $0.split(separator: ",", omittingEmptySubsequences: false).joined(separator: delimiter)
      }.joined(separator: "\n")
      #expect(Self.lines(text) == ["3.5,2,2"])
    }
    let tabs = "on\tat\tamount\trate\tnote\tdone\n2026-01-05\t\t1\t2\ta,b\t\n"
    #expect(Self.lines(tabs, "sales.tsv") == ["1,2,1"])
  }

  @Test func continentalNumbersAndDates() {
    let format = TextFormat(
      decimalMark: UInt8(ascii: ","), groupMark: UInt8(ascii: "."), dateOrder: .dayMonthYear,
      dateSeparator: UInt8(ascii: "/"))
    let text = """
      on;at;amount;rate;note;done
      31/12/2025;31/12/2025 09:30;1.234.567,89;-0,5;x;yes
      1/2/2026;;2,11;;y;NO

      """
    #expect(Self.lines(text, "sales.csv", Self.sales(format)) == ["1234570,-0.5,2"])
  }

  @Test func percentColumns() {
    let text = "on,at,amount,rate,note,done\n2026-01-05,,1,15%,x,\n2026-01-05,,1,0.025,x,\n"
    #expect(Self.lines(text, "sales.csv", Self.sales(percent: true)) == ["2,0.175,1"])
  }

  @Test func jsonLines() {
    let text = """
      {"on": "2026-01-05", "amount": 1.50, "rate": 1e2, "note": "a \\"quoted\\" \\u00e9\\n", "extra": {"a": [1, "}"]}}
      {"note":null,"amount":-0.25,"on":"2026-01-06","done":true}

      { "amount" : "3", "on" : "2026-01-07", "note": "é", "rate": null }
      """
    #expect(Self.lines(text, "sales.jsonl") == ["4.25,100,2"])
    #expect(Self.lines(text, "sales.ndjson") == ["4.25,100,2"])
  }

  @Test(arguments: [
    (
      "{\"on\": \"2026-01-05\", \"amount\": [1]}",
      "KPI3012 `sales.amount` holds an object or a list instead of a value"
    ),
    (
      "{\"on\": \"2026-01-05\", \"amount\": 1",
      "KPI3012 this line of table `sales` is not a JSON object"
    ),
    ("[1]", "KPI3012 this line of table `sales` is not a JSON object"),
    ("{\"on\": 5}", "KPI3016 `5` in `sales.on` is not a date"),
    ("{}", "KPI3013 `sales.on` is empty in this row"),
  ])
  func badJSON(_ line: String, _ finding: String) {
    let outcome = run(
      [Self.asked], [Self.sales()], [line + "\n"], chunkSize: 7, names: ["sales.jsonl"])
    #expect(outcome.diagnostics.map { "\($0.rule.code) \($0.message)" } == [finding])
  }

  @Test func timestampsWithOffsetsAreConverted() {
    // As in Berlin: summer time from 2026-03-29 01:00 UTC to 2026-10-25 01:00 UTC.
    let berlin = TimeZoneTable(
      initialOffset: 3600,
      transitions: [
        .init(second: 1_774_746_000, offset: 7200), .init(second: 1_792_890_000, offset: 3600),
      ])
    let stamps = [
      "2026-03-28T23:30:00Z", "2026-03-29T00:59:59Z", "2026-03-29T01:00:00Z",
      "2026-10-25 00:59:59+00:00", "2026-10-25T01:00:00Z", "2026-06-01T23:30:00+0200",
      "2026-06-01T23:30:00", "2026-06-01 23:30:00.250-05", "2026-06-02",
    ]
    let data =
      "on,at,amount,rate,note,done\n"
      + stamps.map { "2026-01-01,\($0),1,,,\n" }.joined()
    let byInstant = plan(
      [Self.measure(.count, 2, on: 1)], keys: [path(0, column: 1)])
    let outcome = run([byInstant], [Self.sales()], [data], zone: berlin)
    #expect(
      outcome.answers.first?.lines() == [
        "2026-03-29T00:30:00,1", "2026-03-29T01:59:59,1", "2026-03-29T03:00:00,1",
        "2026-06-01T23:30:00,2", "2026-06-02T00:00:00,1", "2026-06-02T06:30:00.250000,1",
        "2026-10-25T02:00:00,1", "2026-10-25T02:59:59,1",
      ])
    let unknown = run([byInstant], [Self.sales()], [data], zone: nil)
    #expect(unknown.diagnostics.count == 7)
    #expect(unknown.diagnostics.first?.rule == .invalidDate)
  }

  @Test func divisionsByRowAreSummedExactlyInAnyOrder() {
    let ratio = TableExpression.arithmetic(.divide, field(0, 2), field(0, 3))
    let measures = [
      RowMeasure.Function.sum, .minimum, .maximum, .standardDeviation, .countDistinct,
      .percentile(Rational(50)),
    ].map {
      RowMeasure(
        function: $0, table: TableID(0), argument: ratio, filter: nil,
        axis: .events(path(0, column: 0)))
    }
    var random = Generator(7)
    var rows = (0..<500).map { _ in
      "2026-01-0\(1 + random.below(9)),,\(random.below(1000)).\(random.below(1000)),\(random.below(40)),,\n"
    }
    var answers: Set<[String]> = []
    for attempt in 0..<4 {
      random.shuffle(&rows)
      let outcome = run(
        [plan(measures), plan(measures, by: .day)], [Self.sales()],
        ["on,at,amount,rate,note,done\n" + rows.joined()], threads: attempt + 1,
        chunkSize: 1000 + attempt * 77)
      answers.insert(outcome.answers.flatMap { $0.lines() })
    }
    #expect(answers.count == 1)
    let numbers = rows.compactMap { row -> Double? in
      let fields = row.split(separator: ",", omittingEmptySubsequences: false)
      guard let top = Double(fields[2]), let bottom = Double(fields[3]), bottom != 0 else {
        return nil
      }
      return top / bottom
    }
    let found = answers.first?.first?.split(separator: ",").compactMap { Double($0) } ?? []
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(numbers.count - 1)
    let expected = [
      numbers.reduce(0, +), numbers.min() ?? 0, numbers.max() ?? 0, variance.squareRoot(),
      Double(Set(numbers).count),
    ]
    for (left, right) in zip(found, expected) { #expect(abs(left - right) <= 1e-12 * abs(right)) }
  }

  @Test func deviations() {
    let data =
      "on,at,amount,rate,note,done\n"
      + ["2", "4", "4", "4", "5", "5", "7", "9.0"]
      .map { "2026-01-05,,\($0),,,\n" }.joined()
    let outcome = run([plan([Self.measure(.standardDeviation, 2)])], [Self.sales()], [data])
    // The sample variance of these eight numbers is 32/7.
    let found = outcome.answers.first?.rows.first?.cells.first?.number?.doubleValue ?? 0
    #expect(abs(found - (32.0 / 7).squareRoot()) < 1e-15)
    let far = run(
      [plan([Self.measure(.standardDeviation, 2)])], [Self.sales()],
      [
        "on,at,amount,rate,note,done\n"
          + ["4", "7", "13", "16"]
          .map { "2026-01-05,,1000000000000\($0.count == 1 ? "0" : "")\($0),,,\n" }.joined()
      ])
    let deviation = far.answers.first?.rows.first?.cells.first?.number?.doubleValue ?? 0
    #expect(abs(deviation - 30.0.squareRoot()) < 1e-12)
  }

  @Test func manyDifferentTextsThatNobodyKeeps() {
    let data =
      "on,at,amount,rate,note,done\n"
      + (0..<120_000)
      .map { "2026-01-05,,1,,a note that is never the same \($0),\n" }.joined()
    let ends = TableExpression.function(.endsWith, [field(0, 4), text("77")])
    let measures = [Self.measure(.sum, 2, filter: ends), Self.measure(.count, 4)]
    let outcome = run([plan(measures)], [Self.sales()], [data], threads: 2)
    #expect(outcome.answers.first?.lines() == ["1200,120000"])
    let distinct = run(
      [plan([Self.measure(.countDistinct, 4)])], [Self.sales()], [data], threads: 2)
    #expect(distinct.answers.first?.lines() == ["120000"])
  }
}
