import Testing

/// `kpi new --from`: from exported files to a specification that answers.
@Suite struct OwnFilesTests {
  /// An export as a CRM in Vietnam writes it: a byte-order mark, semicolons, days first, points between thousands,
  /// headers with spaces, one of them twice, an empty column, and notes that go on in the next line.
  static let deals =
    "\u{FEFF}Mã cơ hội;Mã KH;Ngày tạo;Ngày chốt;Trạng thái;Giá trị (VND);Xác suất;Ghi chú;Ghi chú; \r\n"
    + (1...60).map { number in
      let day = number % 28 + 1
      let date =
        "\(day < 10 ? "0" : "")\(day)/\(number % 12 + 1 < 10 ? "0" : "")\(number % 12 + 1)/2026"
      let isWon = number % 3 == 0
      return
        "CH\(number);KH\(number % 5 + 1);\(date);\(isWon ? "31/12/2026" : "");"
        + "\(isWon ? "Đã chốt" : "Đang đàm phán");\(number).\(100 + number).000,50;\(number % 10 * 10)%;"
        + (number == 7 ? "\"Gọi lại\nsau Tết; ưu tiên\"" : "") + ";;\r\n"
    }.joined()

  static let customers =
    "Mã KH;Tên khách hàng;Khu vực\n"
    + (1...5).map { "KH\($0);Công ty \($0);Miền \($0 % 2 == 0 ? "Nam" : "Bắc")\n" }.joined()

  @Test func aMessyExportBecomesASpecificationThatAnswers() throws {
    let session = try Session([
      ("data/Cơ hội.csv", Self.deals), ("data/Khách hàng (2).csv", Self.customers),
    ])
    #expect(
      session.run("new --language vi,en --from 'data/Cơ hội.csv' 'data/Khách hàng (2).csv'") == 0)
    let data = try session.read("data.kpi")
    #expect(data.contains("table cơ_hội from \"data/Cơ hội.csv\" {"))
    #expect(data.contains("-> khách_hàng from \"Mã KH\""))
    #expect(data.contains("date time from \"Ngày tạo\""))
    #expect(data.contains("VND from \"Giá trị (VND)\""))
    #expect(data.contains("numbers \"1.234.567,89\"") && data.contains("dates   \"31/12/2026\""))
    #expect(data.contains("tiêu đề \"Ghi chú\" xuất hiện nhiều lần"))
    #expect(session.run("fmt --check") == 0, "\(session.output)")
    #expect(session.run("check") == 0)
    #expect(session.errors.contains("no findings") || session.output.contains("no findings"))
    #expect(session.run("test") == 0)
    // 1.101.000,50 + … for all sixty rows: (1 + … + 60) million, (101 + … + 160) thousand and sixty halves.
    #expect(session.run("eval total_giá_trị --as-of 2026-12-31 --format csv") == 0)
    #expect(session.output == "total_giá_trị\n1837830030\n")
    #expect(session.run("status --as-of 2026-12-31") == 0)
    #expect(session.run("check --profile standard --fail-on warning") == 1)
    #expect(session.output.contains("missing-owner") || session.output.contains("placeholder"))
  }

  @Test func filesStayWhereTheyLie() throws {
    let session = try Session([
      ("kpis/exports/deals.csv", Self.deals), ("elsewhere/customers.csv", Self.customers),
    ])
    #expect(session.run("new kpis --from kpis/exports elsewhere/customers.csv") == 0)
    let data = try session.read("kpis/data.kpi")
    #expect(data.contains("from \"exports/deals.csv\""))
    #expect(data.contains("from \"data/customers.csv\""))
    #expect(try session.read("kpis/data/customers.csv") == Self.customers)
    #expect(session.run("new kpis --from kpis/exports") == 2)
    #expect(session.errors.contains("existing-file"))
  }

  @Test(arguments: [
    ("book.csv", "PK\u{3}\u{4}rest", "spreadsheet"), ("empty.csv", "", "empty"),
    ("rows.csv", "{\"a\": 1}\n", "JSON"), ("zeros.csv", "a,b\n\u{0},1\n", "binary"),
  ])
  func whatIsNoTextWithAHeader(name: String, text: String, reason: String) throws {
    let session = try Session([(name, text), ("good.csv", "a,b\n1,2\n")])
    #expect(session.run("new --from good.csv \(name)") == 2)
    #expect(session.errors.contains(reason) && session.errors.contains(name), "\(session.errors)")
    #expect(throws: (any Error).self) { try session.read("company.kpi") }
  }

  @Test func aFolderAfterTheFilesIsNamed() throws {
    let session = try Session([("a.csv", "a,b\n1,2\n")])
    #expect(session.run("new --from a.csv demo") == 2)
    #expect(session.errors.contains("`demo` cannot be read"))
    #expect(session.run("new --from") == 2)
    #expect(session.errors.contains("missing-option-value"))
  }

  @Test func rowsThatCannotBeUsedAreNamedAtOnce() throws {
    let rows = (1...9).map { "\($0),2026-01-0\($0),\($0)0\n" }.joined()
    let session = try Session([
      ("orders.csv", "order_id,day,amount_usd\n" + rows + "10,2026-02-01,5,6\n")
    ])
    #expect(session.run("new --from orders.csv") == 1)
    #expect(session.errors.contains("ragged-row") && session.errors.contains("orders.csv:11:1"))
    #expect(try session.read("data.kpi").contains("table orders"))
  }

  @Test func theSameFilesGiveTheSameSpecification() throws {
    let files = [("a.csv", Self.deals), ("b.csv", Self.customers)]
    let (one, other) = (try Session(files), try Session(files))
    #expect(one.run("new --from a.csv b.csv") == 0 && other.run("new --from a.csv b.csv") == 0)
    for path in ["data.kpi", "metrics.kpi", "kpis.kpi", "tests.kpi", "company.kpi", "README.md"] {
      #expect(try one.read(path) == other.read(path))
    }
    #expect(one.output == other.output)
  }
}
