import KPICommand
import KPIDiagnostics
import KPILint
import KPIWorkspace
import Testing

@Suite struct CommandTests {
  @Test func explainShowsThePage() throws {
    let session = try Session()
    #expect(session.run("explain KPI9001") == 0)
    let page = session.output
    #expect(page.hasPrefix("error[KPI9001 unknown-command]: There is no such command\n"))
    session.run("explain unknown-command")
    #expect(session.output == page)
    session.run("explain kpi9001 --format markdown")
    #expect(session.output.hasPrefix("# unknown-command\n"))
  }

  @Test func listShowsEveryRule() throws {
    let session = try Session()
    #expect(session.run("list rules --format csv") == 0)
    #expect(session.output.split(separator: "\n").count == Catalogue.complete.count + 1)
  }

  @Test func checkMendsWhatHasOneMend() throws {
    let session = try Session([
      (
        "main.kpi",
        """
        table orders from "orders.csv" {
          ordered_on: date time
          amount:     USD
        }

        metric revenue = sum(orders.amuont)
        metric doubled = revenu * 2
        metric odd = nothing_like_it + 1

        """
      )
    ])
    #expect(session.run("check --fix --format concise") == 1)
    #expect(session.output.contains("nothing_like_it"))
    #expect(!session.output.contains("revenu`"))
    let text = try session.read("main.kpi")
    #expect(text.contains("sum(orders.amount)"))
    #expect(text.contains("= revenue * 2"))
  }

  @Test func tableProposesADeclaration() throws {
    let session = try Session([("data/orders.csv", "order_id,amount\n1,2.50\n2,3\n")])
    #expect(session.run("table data/orders.csv") == 0)
    #expect(session.output.contains("table orders from \"data/orders.csv\" {\n"))
    #expect(session.output.contains("  amount:   number  // money? then write its currency"))
    #expect(session.run("table data/orders.csv --name sales") == 0)
    #expect(session.output.contains("table sales from"))
    #expect(session.run("table missing.csv") == 2)
    #expect(session.run("table data") == 2)
  }

  @Test func newWritesAProjectAndNeverOverwrites() throws {
    let session = try Session()
    #expect(session.run("new demo") == 0)
    #expect(session.output.contains("Next:\n  cd demo\n  kpi check\n"))
    let company = try session.read("demo/company.kpi")
    #expect(company.contains("company \""))
    #expect(
      try session.read("demo/.github/workflows/kpi.yml").contains(".kpi-source/.github/actions/kpi")
    )
    #expect(session.run("new demo") == 2)
    #expect(session.errors.contains("error[KPI9013 existing-file]"))
    #expect(try session.read("demo/company.kpi") == company)
    #expect(session.run("new --list") == 0)
    #expect(session.output.contains("marketing"))
  }

  /// A file that is named stands for its tests, and the specification is still that of the project around it.
  @Test func testsOfAFileRunInItsProject() throws {
    func test(_ name: String, _ value: Int) -> String {
      "test \"\(name)\" {\n  given orders {\n    amount\n    5\n  }\n  expect sales = \(value)\n}\n"
    }
    let session = try Session([
      ("shop/company.kpi", "company \"Shop\" {\n  currency USD\n}\n"),
      (
        "shop/orders.kpi",
        "table orders from \"orders.csv\" {\n  amount: number\n}\n\nmetric sales = sum(orders.amount)\n"
      ),
      ("shop/good.kpi", test("right", 5)), ("shop/more/bad.kpi", test("wrong", 6)),
    ])
    #expect(session.run("test shop/good.kpi") == 0, "\(session.errors)")
    #expect(session.output == "1 passed\n")
    #expect(session.run("test shop/more/bad.kpi") == 1)
    #expect(session.output.hasSuffix("0 passed, 1 failed\n"))
    #expect(session.run("test ./shop/good.kpi \(session.folder)/shop/more/bad.kpi") == 1)
    #expect(session.output.hasSuffix("1 passed, 1 failed\n"))
    #expect(session.run("test shop/orders.kpi") == 0)
    #expect(session.output == "no tests\n")
    #expect(session.run("test shop/none.kpi") == 2)
    #expect(session.run("test shop") == 1)
    #expect(session.output.hasSuffix("1 passed, 1 failed\n"))
  }

  /// The examples of the catalogue that are command lines raise just what they say.
  @Test(arguments: Catalogue.complete.filter { !Rule.revisions.contains($0) })
  func examplesRaiseTheirRule(rule: Rule) throws { try check(rule) }

  @Test(.enabled(if: hasGit, "git is not installed"), arguments: Rule.revisions)
  func examplesWithGitRaiseTheirRule(rule: Rule) throws { try check(rule) }

  private static let hasGit = (try? Subprocess.run("git", ["--version"]))?.status == 0

  private func check(_ rule: Rule) throws {
    guard case .project = rule.example else { return }
    #expect(try findings(rule.example) == [rule.code])
    #expect(try findings(rule.mended) == [])
  }

  private static let ofTheHistory = Catalogue.complete.filter { rule in
    if case .repository = rule.example { true } else { false }
  }

  /// The examples of the catalogue that need a past do too.
  @Test(.enabled(if: Session.hasGit, "git is not installed"), arguments: ofTheHistory)
  func examplesOfTheHistoryRaiseTheirRule(rule: Rule) throws {
    #expect(try findings(rule.example) == [rule.code])
    #expect(try findings(rule.mended) == [])
  }

  private func findings(_ example: Rule.Example) throws -> Set<String> {
    switch example {
    case .specification: return []
    case .project(let files, let command, let around):
      let session = try Session(files.map { ($0.path, $0.text) } + Self.files(around))
      let variables = around == .withoutGit ? ["PATH": session.folder] : [:]
      return findings(of: command, in: session, variables)
    case .repository(let commits, let command):
      let session = try Session()
      for commit in commits {
        try session.commit(commit.files.map { ($0.path, $0.text) }, on: commit.date)
      }
      return findings(of: command, in: session)
    }
  }

  private func findings(
    of command: String, in session: Session, _ variables: [String: String] = [:]
  ) -> Set<String> {
    session.run(command, variables: variables)
    // The findings of tests and checks are what was asked for.
    let isAboutFindings = command == "test" || command.hasPrefix("check")
    let text = session.errors + (isAboutFindings ? session.output : "")
    let lines = text.split(separator: "\n").filter {
      $0.hasPrefix("error[") || $0.hasPrefix("warning[") || $0.hasPrefix("note[")
    }
    return Set(
      lines.compactMap { $0.split(separator: "[").last?.split(separator: " ").first }.map(
        String.init))
  }

  /// The least that git takes for a repository.
  private static func files(
    _ around: Rule.Example.Surroundings
  ) -> [(path: String, text: String)] {
    let repository = [
      (path: ".git/HEAD", text: "ref: refs/heads/main\n"), (".git/objects/.keep", ""),
      (".git/refs/.keep", ""),
    ]
    switch around {
    case .plain, .withoutGit: return []
    case .newRepository: return repository
    case .shallowClone:
      return repository + [(".git/shallow", String(repeating: "3f2a1c9b", count: 5) + "\n")]
    case .damagedRepository: return repository + [(".git/config", "[core\n")]
    }
  }
}
