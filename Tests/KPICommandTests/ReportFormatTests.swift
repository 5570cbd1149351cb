import Foundation
import KPIDiagnostics
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Whatever happens, the output of a run is a whole document in the form that was asked for: read here by other
/// programs' readers, not by our own.
@Suite struct ReportFormatTests {
  private static let table = """
    table orders from "orders.csv" {
      ordered_on: date time
      amount:     USD
    }

    """

  private static let files = [
    ("clean/main.kpi", table + "metric revenue = sum(orders.amount)\n"),
    ("clean/orders.csv", "ordered_on,amount\n2026-01-05,100\n"),
    (
      "tested/main.kpi",
      table + "metric revenue = sum(orders.amount)\n"
        + "test \"a < b & \\\"c\\\"\" {\n  expect revenue = 1 USD\n}\n"
    ),
    (
      "warned/main.kpi",
      table + "kpi revenue \"Revenue\" = sum(orders.amount) {\n  every month\n}\n"
    ),
    ("wrong/main.kpi", table + "metric rẻ = sum(orders.amout)\nmetric b = rẻ + doanh_số\n"),
    ("broken/main.kpi", "table orders {\n  amount USD <&> \"\u{1}\n\nmetric = =SUM(“x”)\n]]>\n"),
    ("latin/main.kpi", "owner a // \u{FEFF}\u{7}\n"),
    ("unread/main.kpi", table + "metric revenue = sum(orders.amount)\n"),
    ("empty/notes.txt", "nothing yet\n"),
  ]

  /// The command lines, and the exit status of each.
  private static let runs: [(line: String, status: Int32)] = [
    ("check --project clean", 0), ("check --project warned", 0),
    ("check --project warned --fail-on warning", 1), ("check --project wrong", 1),
    ("check --project broken", 1), ("check clean/missing.kpi", 2), ("check --project empty", 2),
    ("check --project nowhere", 2), ("check --nonsense", 2), ("check --fail-on soon", 2),
    ("check --fail-on", 2), ("chekc", 2),
  ]

  @Test(arguments: Report.Format.allCases, runs)
  func everyEndOfCheckIsADocument(
    format: Report.Format, run: (line: String, status: Int32)
  ) throws {
    let session = try Session(ReportFormatTests.files)
    #expect(session.run(run.line + " --format \(format.rawValue)") == run.status)
    switch format {
    case .text, .concise: #expect(!(session.output + session.errors).isEmpty)
    default: try ReportFormatTests.check(session.output, format)
    }
  }

  @Test(
    arguments: [
      ("test --project tested", 1), ("test --project clean", 0), ("test --project wrong", 1),
      ("test --project broken", 1), ("test --project empty", 2), ("test missing.kpi", 2),
      ("test --nonsense", 2), ("test --project tested --filter nothing", 2),
    ] as [(String, Int32)])
  func everyEndOfTestIsADocument(line: String, status: Int32) throws {
    let session = try Session(ReportFormatTests.files)
    #expect(session.run(line + " --format json") == status)
    try ReportFormatTests.checkObject(session.output)
    #expect(session.run(line + " --format junit") == status)
    try ReportFormatTests.checkXML(session.output)
  }

  @Test(arguments: [
    "eval revenue --project clean --as-of 2026-01-31", "eval revenue --project unread",
    "eval revenu --project clean", "eval revenue --project wrong", "eval revenue --project empty",
    "eval --nonsense", "eval revenue --project clean --by nonsense", "status --project warned",
    "status --project empty", "status --project broken", "status --nonsense",
    "list --project clean",
    "list --nonsense", "list --project empty metrics", "explain --nonsense",
    "explain revenue --at 2026-01 --project clean", "explain revenue --at soon --project clean",
    "explain revenu --at 2026-01 --project clean", "explain revenue --at 2026-01 --project empty",
  ])
  func whoAsksForJSONGetsIt(line: String) throws {
    let session = try Session(ReportFormatTests.files)
    session.run(line + " --format json")
    let data = Data(session.output.utf8)
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: data) }
  }

  // MARK: Reading

  private static func check(_ output: String, _ format: Report.Format) throws {
    switch format {
    case .text, .concise: break
    case .json: try checkObject(output)
    case .github: checkGitHub(output)
    case .gitlab: try checkGitLab(output)
    case .sarif: try checkSARIF(output)
    case .junit: try checkXML(output)
    }
  }

  private static func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private static func checkObject(_ output: String) throws {
    #expect(try object(output)["format_version"] is String)
  }

  private static func checkXML(_ output: String) throws {
    let parser = XMLParser(data: Data(output.utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError)) in \(output)")
  }

  /// Commands for the server, and a last line for people.
  private static func checkGitHub(_ output: String) {
    let lines = output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    for (index, line) in lines.enumerated() {
      let isCommand =
        line.wholeMatch(of: /::(error|warning|notice) [a-zA-Z]+=[^,:]*(,[a-zA-Z]+=[^,:]*)*::.+/)
        != nil
      #expect(isCommand || index == lines.count - 1 && !line.hasPrefix("::"), "\(line)")
    }
  }

  private static func checkGitLab(_ output: String) throws {
    let entries = try #require(
      try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [[String: Any]])
    var fingerprints: Set<String> = []
    for entry in entries {
      #expect((entry["description"] as? String)?.isEmpty == false)
      #expect((entry["check_name"] as? String)?.isEmpty == false)
      let severity = try #require(entry["severity"] as? String)
      #expect(["info", "minor", "major", "critical", "blocker"].contains(severity))
      let location = try #require(entry["location"] as? [String: Any])
      #expect((location["path"] as? String)?.hasPrefix("/") == false)
      let lines = try #require(location["lines"] as? [String: Any])
      #expect((lines["begin"] as? Int ?? 0) > 0)
      #expect(fingerprints.insert(try #require(entry["fingerprint"] as? String)).inserted)
    }
  }

  /// What the standard requires of the parts that are used.
  private static func checkSARIF(_ output: String) throws {
    let document = try object(output)
    #expect(document["version"] as? String == "2.1.0")
    let run = try #require((document["runs"] as? [[String: Any]])?.first)
    let tool = try #require(run["tool"] as? [String: Any])
    let driver = try #require(tool["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "kpi")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    for rule in rules {
      #expect(rule["id"] is String)
      let help = try #require(rule["help"] as? [String: Any])
      #expect((help["text"] as? String)?.isEmpty == false)
      #expect((help["markdown"] as? String)?.isEmpty == false)
    }
    for result in try #require(run["results"] as? [[String: Any]]) {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
      #expect(["error", "warning", "note"].contains(result["level"] as? String))
      #expect(((result["message"] as? [String: Any])?["text"] as? String)?.isEmpty == false)
      #expect((result["partialFingerprints"] as? [String: String])?.isEmpty == false)
      for location in try #require(result["locations"] as? [[String: Any]]) {
        let physical = try #require(location["physicalLocation"] as? [String: Any])
        let region = physical["region"] as? [String: Int] ?? [:]
        #expect(region.values.allSatisfy { $0 > 0 })
      }
    }
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    #expect(invocation["executionSuccessful"] is Bool)
  }

  /// A finding is the same one when lines are added above it, and another one when it stands there twice.
  @Test func fingerprintsStayWhenLinesAreAdded() throws {
    func fingerprints(_ text: String) throws -> [String] {
      let session = try Session([("main.kpi", text)])
      session.run("check --format gitlab")
      let entries =
        try JSONSerialization.jsonObject(with: Data(session.output.utf8)) as? [[String: Any]]
      return (entries ?? []).compactMap { $0["fingerprint"] as? String }
    }
    let source = ReportFormatTests.table + "metric a = sum(orders.amout)\n"
    let before = try fingerprints(source)
    #expect(before.count == 1)
    #expect(try fingerprints("// A remark.\n\n" + source) == before)
    let both = try fingerprints(source + "metric b = sum(orders.amout)\n")
    #expect(both.count == 2 && both[0] == before[0])
  }
}
