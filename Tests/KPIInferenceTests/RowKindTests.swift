import KPIInference
import Testing

/// How rows meet time, by what their columns show.
@Suite struct RowKindTests {
  private func declaration(_ name: String, _ text: String) throws -> String {
    try #require(TableInference(DelimitedRecords(Array(text.utf8)), path: "\(name).csv"))
      .declaration(name: name)
  }

  @Test func spansHaveAStartAndAnEndThatIsNeverBefore() throws {
    let rows = "1,2026-01-05,2026-03-01\n2,2026-02-01,\n"
    #expect(
      try declaration("staff", "staff_id,hired_on,left_on\n" + rows)
        .contains("  span from hired_on to left_on\n"))
    #expect(
      try declaration("contracts", "Mã,Ngày bắt đầu,Ngày kết thúc\n" + rows)
        .contains("  span from ngày_bắt_đầu to ngày_kết_thúc\n"))
    // One end before its start, and nothing is alive between the two.
    let odd = try declaration(
      "staff", "staff_id,hired_on,left_on\n" + rows + "3,2026-02-01,2026-01-01\n")
    #expect(!odd.contains("span") && odd.contains("hired_on: date time\n"))
    // A ticket is an event that is closed later; what was opened is alive until it is closed.
    #expect(
      try declaration("tickets", "id,created_on,closed_on\n" + rows).contains(
        "created_on: date time\n"))
    #expect(
      try declaration("accounts", "id,opened_on,closed_on\n" + rows).contains("span from opened_on")
    )
  }

  @Test func snapshotsRepeatAStockOfTheSameThings() throws {
    let days = (1...4).flatMap { month in
      ["a", "b", "c"].map { "2026-0\(month)-28,\($0),\(month * 3)\n" }
    }.joined()
    #expect(
      try declaration("stock", "counted_on,sku,pieces\n" + days).contains(
        "counted_on: date snapshot\n"))
    #expect(
      try declaration("kho", "Ngày,Mã SP,Tồn kho\n" + days).contains(
        "Ngày:    date snapshot\n"))
    // The same grid of something else is what happened on each day.
    #expect(
      try declaration("ads", "day,campaign_id,clicks\n" + days).contains("day:         date time\n")
    )
    // A thing twice on a day: the rows are no picture of one moment.
    #expect(
      try declaration("stock", "counted_on,sku,pieces\n2026-01-28,a,1\n" + days)
        .contains("counted_on: date time\n"))
  }

  @Test func theTimeIsWhenTheRowHappened() throws {
    let rows = "1990-01-05,2026-02-01,2026-01-05\n1991-01-05,2026-03-01,2026-01-06\n"
    #expect(
      try declaration("people", "birthday,due_on,created_on\n" + rows)
        .contains("created_on: date time\n"))
    #expect(try declaration("people", "birthday,note\n1990-01-05,x\n").contains("birthday: date\n"))
  }

  @Test func aDateThatFewRowsLackStillDatesTheRest() throws {
    let rows = (1...20).map { "\($0),\($0 == 7 ? "" : "2026-01-05")\n" }.joined()
    let text = try declaration("leads", "lead_id,created_on\n" + rows)
    #expect(text.contains("created_on: date time optional\n"))
    #expect(text.contains("  // rows without `created_on` fall in no period\n"))
  }

  @Test func whatKeepsAColumnFromBeingNumbersIsShown() throws {
    let rows = (1...20).map {
      "\($0),\($0 == 7 ? "N/A" : "1.5"),\($0 == 9 ? "soon" : "2026-01-05")\n"
    }
    let text = try declaration("leads", "lead_id,size,day\n" + rows.joined())
    #expect(text.contains("text // text, since \"N/A\" is not a number\n"))
    #expect(text.contains("text // text, since \"soon\" is not a date\n"))
  }

  @Test func pointsBetweenThousandsWhereTheFileIsContinental() throws {
    let text = try declaration(
      "sales", "Ngày bán;Doanh thu\n31/01/2026;80.000\n01/02/2026;250.000\n")
    #expect(text.contains("doanh_thu: VND from \"Doanh thu\" // taken to be VND\n"))
    #expect(text.contains("  numbers \"1.234.567,89\"\n"))
    #expect(text.contains("  // `1.234` is taken to be more than a thousand\n"))
    // One fraction of another length, and points are points.
    #expect(!(try declaration("sales", "a;b\n1.234;x\n1.5;y\n")).contains("numbers"))
  }
}
