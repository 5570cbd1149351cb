import Foundation
import KPIDiagnostics
import Testing

@testable import KPIDatabase

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What commands do when a driver misbehaves: a clear error, the exit status 2, and nothing half-written.
@Suite(.enabled(if: FakeDriver.isAvailable, "\(Engines.lacksCompiler)"))
struct CommandFaultTests {
  /// A project whose source behaves as the variable `BEHAVIOUR` says.
  private func project(_ settings: String = "", sum: String = "sum") throws -> CommandRun {
    let text = """
      source warehouse {
        driver "\(try #require(FakeDriver.path))"
        option "behaviour" env BEHAVIOUR
      \(settings)
      }

      table numbers from warehouse "numbers" {
        number: integer optional
        text:   text optional
        day:    date time
      }

      kpi total "Total" = \(sum)(numbers.number) {
        every month
        target at least 1
      }

      metric rows = count(numbers)

      test "two" {
        given numbers {
          number | day
          2      | 2026-01-05
        }
        expect total = 2
      }

      """
    let run = try CommandRun(["main.kpi": text])
    run.variables["BEHAVIOUR"] = "fine"
    return run
  }

  @Test func drivenByAPath() throws {
    let run = try project()
    #expect(run.run("eval total,rows --from 2026-01 --format csv main.kpi") == 2)
    #expect(run.run("eval total,rows --from 2026-01 --format csv") == 0, "\(run.errors)")
    #expect(run.output == "total,rows\n8,6\n")
  }

  /// How the driver behaves, what stands in the source, and what is said about it.
  private static let faults: [(behaviour: String, settings: String, says: String)] = [
    ("cut", "", "broke off in the middle of the answer: Connection reset by peer"),
    ("silent cut", "", "cannot answer"),
    ("short column", "", "is no table: the column `text` is broken"),
    ("no schema", "", "is no table"),
    ("huge offset", "", "is no table: the column `number` is broken"),
    ("error", "", "cannot answer: near"),
    ("hang", "timeout 0.2 seconds", "did not answer within 0.2 s"),
    ("hang in rows", "timeout 0.2 seconds", "did not answer within 0.2 s"),
    ("fine", "uri \"down\"", "Connection refused"),
    ("fine", "option \"unknown\" \"x\"", "does not take the option `unknown`"),
    ("fine", "password env NOBODY", "needs the variable `NOBODY` of the environment"),
  ]

  /// Commands that read data, and the forms they write.
  private static let commands = [
    "eval rows --format json", "eval rows --format csv", "status --format table",
    "eval rows --format table",
    "eval rows --format markdown", "eval rows --engine native --format json",
    "status --format csv --show kpis", "status --format json",
    "status --format markdown", "explain rows --at 2026-01",
    "explain rows --at 2026-01 --format json",
    "report --format markdown", "report --format text",
  ]

  @Test(arguments: faults) func everyCommandFails(
    behaviour: String, settings: String, says: String
  ) throws {
    let run = try project(settings)
    run.variables["BEHAVIOUR"] = behaviour
    // The commands differ in what they do with a fault, not in which it is.
    let commands = CommandFaultTests.commands
    for command in behaviour == "cut" ? commands : Array(commands.prefix(3)) {
      #expect(run.run(command) == 2, "\(command): \(run.output) \(run.errors)")
      #expect((run.output + run.errors).contains(says), "\(command): \(run.output) \(run.errors)")
      #expect((run.output + run.errors).contains("KPI3040"), "\(command)")
      if command.contains("json") {
        _ = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
      } else {
        #expect(run.output == "", "\(command)")
      }
      #expect(!(run.output + run.errors).contains("open-sesame"))
    }
  }

  @Test(arguments: Report.Format.allCases) func checkStaysADocument(format: Report.Format) throws {
    let run = try project()
    run.variables["BEHAVIOUR"] = "cut"
    #expect(run.run("check --data --format \(format.rawValue)") == 2)
    #expect(run.output.contains("in the middle of the answer"))
    #expect(!run.output.contains("open-sesame"))
    switch format {
    case .text, .concise, .github: break
    case .junit:
      #expect(XMLParser(data: Data(run.output.utf8)).parse())
    default: _ = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    }
  }

  @Test func reviewSaysThatItIsBlind() throws {
    let run = try project()
    let before = "diff --as-of 2026-01-31 --against " + (try project(sum: "-sum").folder)
    #expect(run.run(before) == 1, "\(run.errors)")
    #expect(run.output.contains(" -8 ") && run.output.contains(" 8 "))
    run.variables["BEHAVIOUR"] = "cut"
    #expect(run.run(before + " --format json") == 2)
    let document =
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let missing = try #require(document?["values_missing"] as? [String])
    #expect(missing.count == 1 && missing[0].contains("in the middle of the answer"))
    #expect(run.errors.contains("KPI3040"))
    #expect(run.run(before + " --no-values") == 1, "\(run.errors)")
  }

  @Test func reportLeavesTheFolder() throws {
    let run = try project()
    #expect(run.run("report --output pages --as-of 2026-02-10") == 0, "\(run.errors)")
    let before = run.files(in: "pages")
    #expect(before["index.html"] != nil)
    for behaviour in ["cut", "error", "short column"] {
      run.variables["BEHAVIOUR"] = behaviour
      #expect(run.run("report --output pages --as-of 2026-03-10") == 2)
      #expect(run.files(in: "pages") == before)
      #expect(run.run("report --output new --as-of 2026-03-10") == 2)
      #expect(run.files(in: "new").isEmpty)
    }
  }

  @Test func testsNeedNoDatabase() throws {
    let run = try project("uri \"down\"")
    #expect(run.run("test") == 0, "\(run.errors)")
  }

  /// A source that cannot be used is said once, however many tables are asked of it.
  @Test func sourceIsReportedOnce() throws {
    let run = try CommandRun([
      "main.kpi": """
      source warehouse { driver "\(try #require(FakeDriver.path))"  uri "down" }
      table a from warehouse "a" { number: integer }
      table b from warehouse "b" { number: integer }
      metric sums = sum(a.number) + sum(b.number)

      """
    ])
    #expect(run.run("eval sums") == 2)
    #expect(run.errors.ranges(of: "source `warehouse` cannot be used").count == 1)
    #expect(run.errors.contains("main.kpi:1:8"))
  }

  /// Tables are asked at the same time, those of one source through connections of their own: the driver waits for two.
  @Test func tablesAreAskedTogether() throws {
    for second in ["one", "two"] {
      let driver = "driver \"\(try #require(FakeDriver.path))\"  option \"behaviour\" \"together\""
      let run = try CommandRun([
        "main.kpi": """
        source one { \(driver) }
        source two { \(driver) }
        table a from one "a" { number: integer optional }
        table b from \(second) "b" { number: integer optional }
        metric sums = sum(a.number) + sum(b.number)

        """
      ])
      #expect(run.run("eval sums --format csv") == 0, "\(second): \(run.errors)")
      #expect(run.output == "sums\n16\n")
    }
  }

  // MARK: Drivers

  private func drivenBy(_ driver: String) throws -> CommandRun {
    try CommandRun([
      "main.kpi": """
      source warehouse { driver \(driver) }
      table a from warehouse "a" { number: integer }
      metric rows = count(a)

      """
    ])
  }

  @Test func wrongArchitecture() throws {
    var bytes = try Data(contentsOf: URL(fileURLWithPath: try #require(FakeDriver.path)))
    bytes[18] = 243
    bytes[19] = 0
    let run = try drivenBy("\"libelsewhere.so\"")
    try bytes.write(to: URL(fileURLWithPath: run.folder + "/libelsewhere.so"))
    #expect(run.run("eval rows --format json") == 2)
    #expect(run.output.contains("is for riscv64 processors"))
  }

  @Test func missingDriver() throws {
    let run = try drivenBy("snowflake")
    run.variables = [
      "VIRTUAL_ENV": run.folder, "HOME": run.folder, "PATH": "", "ADBC_DRIVER_PATH": "",
    ]
    #expect(run.run("eval rows") == 2)
    #expect(run.errors.contains("no driver `snowflake` is installed"))
    #expect(run.errors.contains("pip install adbc-driver-snowflake"))
    #expect(run.errors.contains("dbc install snowflake"))
  }

  @Test func noDriver() throws {
    let run = try drivenBy("\"not-there.so\"")
    #expect(run.run("eval rows") == 2)
    #expect(run.errors.contains("not-there.so` is installed"), "\(run.errors)")
  }

  @Test func timeoutIsALength() throws {
    let run = try project("timeout 30")
    #expect(run.run("check --only invalid-timeout") == 1)
    #expect(run.output.contains("invalid-timeout"), "\(run.output)")
    let second = try project("timeout 3 months")
    #expect(second.run("check") == 1)
  }
}
