import KPIWorkspace
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
    #expect(session.run("eval tổng_giá_trị --as-of 2026-12-31 --format csv") == 0)
    #expect(session.output == "tổng_giá_trị\n1837830030\n")
    #expect(session.run("status --as-of 2026-12-31") == 0)
    #expect(session.run("check --profile standard --fail-on warning") == 1)
    #expect(session.output.contains("missing-owner") || session.output.contains("placeholder"))
  }

  /// Names are in the language of the headers, whatever the texts are in, and so none is half in one and half in another.
  @Test func namesAreInOneLanguage() throws {
    let session = try Session([
      ("data/Cơ hội.csv", Self.deals),
      (
        "data/don_hang.csv",
        "ma_don,ngay_dat,so_luong,thanh_tien\n"
          + (1...40).map { "D\($0),2026-0\($0 % 6 + 1)-11,\($0 % 4 + 1),\($0)000\n" }.joined()
      ),
    ])
    #expect(session.run("new --from data") == 0, "\(session.errors)")
    let names = try (session.read("kpis.kpi") + session.read("metrics.kpi")).split(separator: "\n")
      .map { $0.split(separator: " ") }.filter { ["kpi", "metric"].contains($0.first) }.map {
        $0[1]
      }
    for name in ["tổng_giá_trị", "số_cơ_hội", "tỷ_lệ_đã_chốt", "tong_so_luong", "so_don_hang"] {
      #expect(names.contains(name[...]), "\(name) among \(names)")
    }
    let english: Set<Substring> = ["total", "count", "average", "share", "per", "growth", "until"]
    #expect(names.allSatisfy { english.isDisjoint(with: $0.split(separator: "_")) }, "\(names)")
    #expect(session.run("check") == 0 && session.run("test") == 0, "\(session.errors)")
  }

  /// `day,visits` with 10 and 20 in September and 30 in October, as `gzip` writes it.
  private static let packed: [UInt8] = [
    31, 139, 8, 0, 0, 0, 0, 0, 2, 255, 75, 73, 172, 212, 41, 203, 44, 206, 44, 41, 230, 50, 50, 48,
    50, 211, 53, 176, 212, 53, 48, 212, 49, 52, 64, 240, 44, 116, 140, 160, 60, 67, 3, 144, 156,
    177, 1, 23, 0, 92, 79, 230, 205, 53, 0, 0, 0,
  ]

  @Test func objectsAndCompressedFilesAreReadToo() throws {
    let session = try Session([
      (
        "data/tickets.jsonl",
        """
        {"ticketId": "t1", "openedAt": "2026-09-01T08:00:00", "minutes": 30, "tags": ["a"]}
        {"ticketId": "t2", "openedAt": "2026-09-02T08:00:00", "minutes": null, "urgent": true}
        {"ticketId": "t3", "minutes": 12.5, "urgent": false, "openedAt": "2026-10-03T08:00:00"}

        """
      )
    ])
    try FileSystem.create(session.folder + "/data/visits.csv.gz", Self.packed)
    #expect(session.run("new --from data") == 0, "\(session.errors)")
    let data = try session.read("data.kpi")
    #expect(data.contains("table tickets from \"data/tickets.jsonl\" {"))
    #expect(data.contains("table visits from \"data/visits.csv.gz\" {"))
    #expect(data.contains("  minutes:  duration minutes optional\n"), "\(data)")
    #expect(data.contains("  urgent:   boolean optional\n"), "\(data)")
    #expect(!data.contains("tags"))
    #expect(session.run("check") == 0, "\(session.errors)")
    #expect(
      session.run("eval ticket_count,total_visits --by month --as-of 2026-10-31 --format csv") == 0)
    #expect(
      session.output == "month,ticket_count,total_visits\n2026-09,2,30\n2026-10,1,30\n",
      "\(session.output)")
    #expect(session.run("table data/tickets.jsonl") == 0)
    #expect(session.output.contains("  ticketId: text key\n"))
  }

  @Test(arguments: [
    ("rows.jsonl", "{\"a\": 1}\n[2]\n", "line 2 of it is no object of JSON"),
    ("rows.jsonl", "\n", "empty"), ("rows.csv.gz", "a,b\n", "it is not a complete gzip file"),
  ])
  func whatCannotBeReadSaysWhy(name: String, text: String, reason: String) throws {
    let session = try Session([(name, text)])
    #expect(session.run("new kpis --from \(name)") == 2)
    #expect(session.errors.contains(reason), "\(session.errors)")
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
