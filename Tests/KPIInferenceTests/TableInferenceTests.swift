import KPIDiagnostics
import KPIInference
import KPISource
import KPIWorkspace
import Testing

@Suite struct TableInferenceTests {
  /// The declaration for a file, which must itself be a specification without findings.
  private func declaration(_ text: String, path: String = "data/orders.csv") throws -> String {
    let inference = try #require(
      TableInference(DelimitedRecords(Array(text.utf8)), path: path))
    let declaration = inference.declaration(name: TableInference.name(ofFile: path))
    let project = Project([SourceText(path: "main.kpi", text: declaration)])
    let findings = Report(project.diagnostics, sources: project.sources, fileCount: 1)
    #expect(project.diagnostics.isEmpty, "\(findings.text(as: .text, toolVersion: ""))")
    return declaration
  }

  private func body(_ text: String) throws -> [Substring] {
    try declaration(text).split(separator: "\n").dropFirst(2).dropLast()
  }

  @Test func typesKeyTimeAndAllowedValues() throws {
    let rows = (1...12).map { number in
      let status = ["paid", "refunded", "paid"][number % 3]
      let paid = number % 4 == 0 ? "" : "2026-01-\(number + 10) 09:30:00"
      return "\(number),2026-01-\(number + 10),\(paid),\(status),\(number * 3),\(number).50,yes,5%"
    }
    let text =
      "order_id,ordered_on,paid_at,status,quantity,amount_usd,is_web,discount\n"
      + rows.joined(separator: "\n")
    #expect(
      try declaration(text) == """
        /// Inferred from 12 rows: check the key, the time axis, the units and the allowed values.
        table orders from "data/orders.csv" {
          order_id:   text key
          ordered_on: date time
          paid_at:    timestamp optional
          status:     text in ("paid", "refunded")
          quantity:   integer
          amount_usd: USD
          is_web:     boolean
          discount:   percent
        }

        """)
  }

  @Test func vietnameseHeadersNumbersAndDates() throws {
    let text = """
      \u{FEFF}Mã đơn;Ngày bán;Thành tiền (VND);Khối lượng\r
      A1;31/01/2026;1.250.000;1,5\r
      A2;01/02/2026;80.000;0,25\r

      """
    #expect(
      try body(text) == [
        "  mã_đơn:     text key from \"Mã đơn\"",
        "  ngày_bán:   date time from \"Ngày bán\"",
        "  thành_tiền: VND from \"Thành tiền (VND)\"",
        "  khối_lượng: number from \"Khối lượng\"",
        "  numbers \"1.234.567,89\"",
        "  dates \"31/12/2026\"",
      ])
  }

  @Test func ambiguousDatesAreSaid() throws {
    let lines = try body("day,n\n03/04/2026,1\n05/06/2026,2\n")
    #expect(lines[2] == "  dates \"31/12/2026\"")
    #expect(lines[3].contains("no date tells day and month apart"))
    #expect(try body("day,n\n12/31/2026,1\n05/06/2026,2\n")[2] == "  dates \"12/31/2026\"")
  }

  @Test func whatNamesThingsIsText() throws {
    #expect(
      try body("zip,phone,code,n\n01234,84901234567,1,007\n01234,84901234568,2,008\n")
        == [
          "  zip:   text", "  phone: text", "  code:  text key", "  n:     text",
        ].map {
          $0.replacing("phone: text", with: "phone: text key").replacing(
            "code:  text key", with: "code:  text")[...]
        })
  }

  @Test func groupedNumbers() throws {
    #expect(try body("a,b\n\"1,234\",2.5\n\"12,345,678\",3\n").last == "  numbers \"1,234,567.89\"")
    #expect(try body("a;b\n1234,5;x\n2,25;y\n").last == "  numbers \"1234567,89\"")
    // Two digits after the mark cannot be a group.
    #expect(try body("a;b\n12,50;x\n1,25;y\n").first == "  a: number")
  }

  @Test func quotedFieldsAndOddHeaders() throws {
    #expect(
      try body("\"Say \"\"hi\"\"\",,x,x\n\"a\nb\",1,2,3\n\"a\nb\",1,2,3\n") == [
        "  say_hi: text from \"Say \\\"hi\\\"\"",
        "  // columns without a header left out: 1",
        "  // the header \"x\" occurs more than once; left out until it is told apart",
      ])
  }

  @Test func emptyColumnsAndFiles() throws {
    #expect(
      try body("a,b\n1,\n2,\n")[1] == "  // the column \"b\" has no values; left out")
    #expect(try body("a,b\n").count == 2)
    #expect(TableInference(DelimitedRecords([]), path: "a.csv") == nil)
  }

  @Test func namesAreMadeFromFiles() throws {
    #expect(try declaration("a\n1\n", path: "Sales 2026.csv").contains("table sales_2026 from"))
    #expect(try declaration("a\n1\n", path: "2026.csv").contains("table `2026` from"))
  }
}
