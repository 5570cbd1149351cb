import KPISyntax
import Testing

/// Literals are read as the values they say.
@Suite struct LiteralTests {
  private func literal(_ text: String) -> LiteralSyntax? {
    guard
      case .literal(let literal) = Parsed("metric a = \(text)\n").tree.declarations.first?.formula
    else { return nil }
    return literal
  }

  private func number(_ mantissa: Int128, _ scale: Int, percent: Bool = false) -> LiteralValue {
    .number(DecimalLiteral(mantissa: mantissa, scale: scale, isPercent: percent))
  }

  @Test func numbers() {
    #expect(literal("1_200_000")?.value == number(1_200_000, 0))
    #expect(literal("3.50")?.value == number(350, 2))
    #expect(literal("1.2M")?.value == number(1_200_000, 0))
    #expect(literal("1.23456k")?.value == number(123_456, 2))
    #expect(literal("50k")?.value == number(50_000, 0))
    #expect(literal("2B")?.value == number(2_000_000_000, 0))
    #expect(literal("15%")?.value == number(15, 0, percent: true))
    #expect(literal("2.5%")?.value == number(25, 1, percent: true))
    #expect(literal("007")?.value == number(7, 0))
  }

  @Test func theLargestNumbers() {
    let largest = Parsed("metric a = 170141183460469231731687303715884105727\n")
    #expect(largest.findings == [])
    #expect(
      Parsed("metric a = 170141183460469231731687303715884105728\n").findings
        == ["1:12 number-too-large"])
    #expect(
      Parsed("metric a = 170141183460469231731687303715884105B\n").findings
        == ["1:12 number-too-large"])
    #expect(literal("999999999999999999999999999999999999999999")?.value == .malformed)
  }

  @Test func units() {
    #expect(literal("1.2M USD")?.unit?.text == "USD")
    #expect(literal("20 seconds")?.unit?.text == "seconds")
    #expect(literal("2 `square metre`")?.unit?.text == "square metre")
    #expect(literal("15%")?.unit == nil)
  }

  @Test func unitsStopAtWordsThatGoOn() {
    let parsed = Parsed("kpi a = 1 {\n  target at least 100 owner lan\n}\n")
    #expect(parsed.findings == [])
    #expect(parsed.tree.declarations.count == 1)
    #expect(Parsed("metric a = b > 1 and c < 2 or d = 3 where e = 4\n").findings == [])
  }

  @Test func texts() {
    #expect(literal("\"a \\\"b\\\" \\\\ \\n\\t\\u{1F600}\"")?.value == .text("a \"b\" \\ \n\t😀"))
    #expect(literal("\"Bán hàng\"")?.value == .text("Bán hàng"))
    #expect(literal("\"\"")?.value == .text(""))
  }

  @Test func words() {
    #expect(literal("true")?.value == .boolean(true))
    #expect(literal("false")?.value == .boolean(false))
    #expect(literal("missing")?.value == .missing)
  }

  @Test func dates() {
    let day = DateLiteral(year: 2026, month: 11, day: 23)
    #expect(literal("2026-11-23")?.value == .date(day))
    #expect(literal("2024-02-29")?.date == DateLiteral(year: 2024, month: 2, day: 29))
    #expect(Parsed("metric a = 2100-02-29\n").findings == ["1:12 impossible-date"])
    #expect(Parsed("metric a = 0000-01-01\n").findings == ["1:12 impossible-date"])
  }

  @Test func timestamps() {
    guard case .timestamp(let moment)? = literal("2026-11-23T10:05:59.25-03:30")?.value else {
      Issue.record("not a timestamp")
      return
    }
    #expect(moment.date == DateLiteral(year: 2026, month: 11, day: 23))
    #expect(moment.hour == 10 && moment.minute == 5 && moment.second == 59)
    #expect(moment.microsecond == 250_000 && moment.offsetMinutes == -210)
    guard case .timestamp(let zulu)? = literal("2026-11-23T10:05:59Z")?.value,
      case .timestamp(let local)? = literal("2026-11-23T10:05:59")?.value
    else {
      Issue.record("not a timestamp")
      return
    }
    #expect(zulu.offsetMinutes == 0 && local.offsetMinutes == nil)
  }

  @Test func periods() {
    #expect(literal("2026")?.period == .year(2026))
    #expect(literal("2026-H2")?.period == .half(year: 2026, half: 2))
    #expect(literal("2026-Q4")?.period == .quarter(year: 2026, quarter: 4))
    #expect(literal("2026-11")?.period == .month(year: 2026, month: 11))
    #expect(literal("2026-W53")?.period == .week(year: 2026, week: 53))
    #expect(literal("FY2026")?.period == .fiscalYear(2026))
    #expect(literal("FY2026-H2")?.period == .fiscalHalf(year: 2026, half: 2))
    #expect(literal("FY2026-Q4")?.period == .fiscalQuarter(year: 2026, quarter: 4))
    #expect(literal("FY2026-M12")?.period == .fiscalMonth(year: 2026, month: 12))
    #expect(literal("FY2026-W53")?.period == .fiscalWeek(year: 2026, week: 53))
    #expect(literal("2026-01-31")?.period == .day(DateLiteral(year: 2026, month: 1, day: 31)))
    #expect(literal("20.5")?.period == nil)
    #expect(literal("2026%")?.period == nil)
    for text in [
      "2026-00", "2026-Q0", "2026-Q5", "2026-H3", "2026-W00", "2026-W54", "FY2026-Q5",
      "FY2026-M13", "FY0000-M01",
    ] {
      #expect(Parsed("metric a = \(text)\n").findings == ["1:12 impossible-date"], "\(text)")
    }
    for text in ["FY2026-11", "FY2026-M1", "FY2026-W5", "FY2026-Q44", "FY2026-11-23"] {
      #expect(Parsed("metric a = \(text)\n").findings == ["1:12 malformed-date"], "\(text)")
    }
  }
}
