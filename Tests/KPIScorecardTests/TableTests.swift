import KPIModel
import KPIPlan
import KPIScorecard
import KPIText
import Testing

@Suite struct TableTests {
  private static let orders = MetricExpression.constant(.one)
  private static let question = Question(
    outputs: [
      .init(name: "revenue", expression: orders, quantity: Quantity(Unit(.currency("USD")))),
      .init(name: "rate", expression: orders, quantity: .percent),
    ], grain: .month, asOf: Day(20_600))
  private static let answer = Answer(rows: [
    row(0, "north", [.value(decimal(123_456, 2)), .value(decimal(15, 2))]),
    row(0, "Đà Nẵng, \"x\"", [.value(decimal(5, 1)), .missing(.divisionByZero)]),
    row(1, nil, [.value(.zero), .missing(.noRows)], isPartial: true),
  ])
  private let table = ResultTable(
    answer, to: question, calendar: .standard, breakdowns: ["region"])

  private static func row(
    _ month: Int, _ region: String?, _ cells: [Cell], isPartial: Bool = false
  ) -> Answer.Row {
    Answer.Row(
      period: Calendar.standard.period(ordinal: 2026 * 12 + month, .month), isPartial: isPartial,
      keys: [region.map(Scalar.text)], cells: cells)
  }

  @Test func csv() {
    #expect(
      CSVTable.text(of: table) == #"""
        month,region,revenue,rate
        2026-01,north,1234.56,0.15
        2026-01,"Đà Nẵng, ""x""",0.5,
        2026-02,,0,

        """#)
    #expect(CSVTable.line([""]) == "\"\"\n")
    #expect(CSVTable.line(["a\nb", " c"]) == "\"a\nb\",\" c\"\n")
  }

  @Test func json() {
    #expect(
      JSONTable.json(of: table).text == """
        {
          "format_version": "1.0",
          "columns": [
            {"name": "month"},
            {"name": "region"},
            {"name": "revenue", "unit": "USD", "percent": false},
            {"name": "rate", "unit": null, "percent": true}
          ],
          "rows": [
            {"month": "2026-01", "region": "north", "revenue": 1234.56, "rate": 0.15},
            {"month": "2026-01", "region": "Đà Nẵng, \\"x\\"", "revenue": 0.5, "rate": null},
            {"month": "2026-02", "region": null, "revenue": 0, "rate": null}
          ],
          "states": [
            {"row": 1, "name": "rate", "state": "division by zero"},
            {"row": 2, "name": "month", "state": "partial"},
            {"row": 2, "name": "rate", "state": "no rows"}
          ]
        }

        """)
  }

  @Test func terminal() {
    #expect(
      TerminalTable(table, painter: .plain).text == """
        month      region        revenue (USD)  rate
        ─────────  ────────────  ─────────────  ────
        2026-01    north              1,234.56   15%
        2026-01    Đà Nẵng, "x"           0.50     –
        2026-02 ◐  –                      0.00     –

        – no value: division by zero (1), no rows (1)
        ◐ the period is still running

        """)
  }

  @Test func narrowTerminalsCutTexts() {
    let text = TerminalTable(table, painter: .plain, maximumWidth: 42).text
    #expect(text.contains("2026-01    Đà Nẵng, …           0.50     –\n"))
  }

  @Test func colourIsForTheEyesOnly() {
    let coloured = TerminalTable(table, painter: .coloured).text
    #expect(coloured.contains("\u{1B}[2m–\u{1B}[0m"))
  }

  @Test func markdown() {
    #expect(
      MarkdownTable.text(of: table).hasPrefix(
        """
        | month | region | revenue (USD) | rate |
        | --- | --- | ---: | ---: |
        | 2026-01 | north | 1,234.56 | 15% |
        """))
  }

  @Test func emptyTablesSaySo() {
    let empty = ResultTable(
      Answer(rows: []), to: TableTests.question, calendar: .standard, breakdowns: [])
    #expect(CSVTable.text(of: empty) == "month,revenue,rate\n")
    #expect(TerminalTable(empty, painter: .plain).text.contains("no rows"))
  }
}

@Suite struct StatusTableTests {
  private static func line(
    _ label: String, _ status: Status, _ value: Cell, _ quantity: Quantity, goal: Goal<Number>?,
    group: String? = nil, trend: Trend? = nil, department: String = "Sales"
  ) -> StatusLine {
    StatusLine(
      name: label.lowercased(), label: label, department: department,
      owner: ("lan", "Nguyễn Lan"), quantity: quantity,
      period: ("2026-10", status == .partial), group: group, value: value,
      judgement: Judgement(
        status: status, goal: goal, attainment: value.number.flatMap { goal?.attainment(of: $0) }),
      trend: trend)
  }

  private let table = ResultTable(status: [
    line(
      "Growth", .atRisk, .value(decimal(14962, 5)), .percent, goal: .atLeast(decimal(15, 2)),
      trend: .up),
    line(
      "Revenue", .onTrack, .value(decimal(1_234_567)), Quantity(Unit(.currency("USD"))),
      goal: .atLeast(decimal(1_000_000)), trend: .down),
    line(
      "Churn", .offTrack, .value(decimal(7, 2)), .percent, goal: .atMost(decimal(5, 2)), trend: .up),
    line(
      "Churn", .exceeding, .value(decimal(1, 3)), .percent, goal: .atMost(decimal(1, 2)),
      group: "segment=enterprise"),
    line("Returns", .noData, .missing(.noRows), .percent, goal: nil, department: "Operations"),
    line(
      "Wait", .partial, .value(decimal(400)), Quantity(.time), goal: .atMost(decimal(600)),
      trend: .flat, department: "Operations"),
  ])

  @Test func terminal() {
    #expect(
      TerminalTable(table, painter: .plain).text == """
        KPI                   Period            Value  Target              Status       Attained  Trend  Owner
        ────────────────────  ─────────  ────────────  ──────────────────  ───────────  ────────  ─────  ──────────
        Sales
        Growth                2026-10          14.96%  at least 15%        ▲ at risk         99%  ↑      Nguyễn Lan
        Revenue               2026-10       1.23M USD  at least 1M USD     ● on track       123%  ↓      Nguyễn Lan
        Churn                 2026-10              7%  at most 5%          ■ off track       71%  ↑      Nguyễn Lan
        └ segment=enterprise  2026-10            0.1%  at most 1%          ★ exceeding    1,000%         Nguyễn Lan

        Operations
        Returns               2026-10               –                      ○ no data                     Nguyễn Lan
        Wait                  2026-10 ◐  6.67 minutes  at most 10 minutes  ◐ partial        150%  →      Nguyễn Lan

        – no value: no rows (1)
        ◐ the period is still running

        """)
  }

  @Test func csv() {
    #expect(
      CSVTable.text(of: table).hasPrefix(
        """
        kpi,period,group,against,value,target,target_to_date,status,attainment,pace,pace_status,trend,owner
        growth,2026-10,,,0.14962,at least 0.15,,at risk,0.997466666666666
        """))
  }

  @Test func json() {
    let text = JSONTable.json(of: table).text
    #expect(text.contains(#""target": {"at_least": 0.15}"#))
    #expect(text.contains(#"{"row": 4, "name": "value", "state": "no rows"}"#))
  }
}
