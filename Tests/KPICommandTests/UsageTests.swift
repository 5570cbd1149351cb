import KPICommand
import KPIDiagnostics
import Testing

@Suite struct UsageTests {
  @Test func helpAndVersion() throws {
    let session = try Session()
    #expect(session.run("") == 0)
    #expect(session.output.contains("Usage: kpi COMMAND"))
    #expect(session.run("--version") == 0)
    #expect(session.output == "kpi \(Version.current)\n")
    for command in Command.all {
      #expect(session.run("\(command.name) --help") == 0)
      #expect(session.output.hasPrefix("kpi \(command.name): \(command.summary)\n"))
      let help = session.output
      #expect(session.run("help \(command.name)") == 0)
      #expect(session.output == help)
    }
    // Help is for people in a hurry: other mistakes on the line do not stand in its way.
    #expect(session.run("list --wrong --help") == 0)
  }

  @Test(arguments: [
    ("lst", "KPI9001", "Did you mean `list`?"),
    ("list rules --fromat csv", "KPI9002", "Did you mean `--format`?"),
    ("list rules --format", "KPI9003", "`--format FORMAT`"),
    ("list rules --format=", "KPI9003", "Write"),
    ("list rules --format jsn", "KPI9004", "Did you mean `json`? It takes"),
    ("eval --as-of soon", "KPI9004", "a date such as `2026-11-23`"),
    ("eval --as-of 2026-02-30", "KPI9004", "a date such as"),
    ("new --list=yes", "KPI9004", "Write `--list` alone."),
    ("list rules --format csv --format json", "KPI9005", "Leave out one of them"),
    ("explain a b", "KPI9006", "--help"),
    ("explain", "KPI9007", "--help"),
    ("explain unknown-comand", "KPI9008", "Did you mean `unknown-command`?"),
  ])
  func mistakesAreExplained(line: String, code: String, help: String) throws {
    let session = try Session()
    #expect(session.run(line) == 2)
    #expect(session.output == "")
    #expect(session.errors.contains("error[\(code) "))
    #expect(session.errors.contains(help))
  }

  @Test func allMistakesAreToldAtOnce() throws {
    let session = try Session()
    #expect(session.run("list --one --two rules --format xml") == 2)
    #expect(session.errors.split(separator: "\n").count { $0.hasPrefix("error[") } == 3)
  }

  @Test func whoAsksForJSONGetsJSON() throws {
    let session = try Session()
    for line in ["lst --format json", "list --x --format=json", "list --format json nonsense"] {
      #expect(session.run(line) == 2)
      #expect(session.output.hasPrefix("{\n  \"format_version\": \"1.0\",\n  \"diagnostics\": ["))
      #expect(session.errors == "")
    }
  }

  @Test func optionsMayStandAnywhere() throws {
    let session = try Session()
    #expect(session.run("list --format=csv rules") == 0)
    let first = session.output
    #expect(session.run("list rules --format csv") == 0)
    #expect(session.output == first)
    #expect(first.hasPrefix("code,name,severity,title\n"))
    #expect(session.run("explain -- --x") == 2)
    #expect(session.errors.contains("nothing called `--x`"))
  }

  @Test func colourIsForTerminals() throws {
    let session = try Session()
    session.run("lst", isTerminal: true)
    #expect(session.errors.contains("\u{1B}["))
    session.run("lst")
    #expect(!session.errors.contains("\u{1B}["))
  }

  @Test func everyCommandShowsItself() {
    for command in Command.all {
      #expect(!command.examples.isEmpty)
      #expect(command.examples.allSatisfy { $0.line.hasPrefix(command.name) })
      #expect(!command.summary.hasSuffix("."))
      #expect(Set(command.options.map(\.name)).count == command.options.count)
    }
    #expect(Set(Command.all.map(\.name)).count == Command.all.count)
  }
}
