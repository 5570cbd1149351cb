import KPIDiagnostics
import KPIFormat
import KPILint
import KPIModel
import KPISemantics
import KPISource
import KPISyntax
import KPITemplates
import Testing

/// A starter is the first specification somebody sees: it is held to what is asked of everyone else's.
@Suite struct StarterTests {
  @Test(arguments: Sample.all) func checksWithoutFindings(_ sample: Sample) throws {
    let analysis = try analysis(of: sample.starter)
    let findings = lint(analysis, .starter)
    #expect(findings.map(\.message) == [])
  }

  /// What is an example is said to be one as soon as the company looks closely, and nothing else is found then.
  @Test(arguments: Sample.all.filter(\.isOfDepartments)) func examplesAreFindings(_ sample: Sample)
    throws
  {
    let analysis = try analysis(of: sample.starter)
    let findings = lint(analysis, .standard)
    let kpis = analysis.specification.metrics.filter(\.isKPI)
    let owners = analysis.specification.owners
    #expect(findings.count { $0.rule.name == "never-reviewed" } == kpis.count)
    #expect(findings.count { $0.rule.name == "placeholder" } == owners.count + 2)
    for kpi in kpis {
      let isFound = findings.contains {
        $0.rule.name == "placeholder-target" && $0.message.contains("`\(kpi.name)`")
      }
      #expect(isFound, "the target of \(kpi.name)")
    }
    let others = Set(findings.map(\.rule.name)).subtracting([
      "never-reviewed", "placeholder", "placeholder-target", "initiative-without-due",
      "assumption-without-expiry",
    ])
    #expect(others == [])
  }

  @Test(arguments: Sample.all) func kpisAreComplete(_ sample: Sample) throws {
    let specification = try analysis(of: sample.starter).specification
    let kpis = specification.metrics.filter(\.isKPI)
    #expect(kpis.count >= 5)
    for kpi in kpis {
      let accountability = try #require(kpi.accountability, "\(kpi.name)")
      #expect(accountability.owner != nil && accountability.targets != nil, "\(kpi.name)")
      #expect(accountability.question != nil && accountability.review != nil, "\(kpi.name)")
      #expect(kpi.translations.count == (sample.edition.second == nil ? 0 : 1), "\(kpi.name)")
    }
  }

  @Test(arguments: Sample.all) func filesAreInOrder(_ sample: Sample) throws {
    let files = sample.starter.files
    let paths = files.map(\.path)
    #expect(paths == paths.sorted())
    #expect(Set(paths).count == paths.count)
    #expect(paths.contains("README.md") && paths.contains(".github/workflows/kpi.yml"))
    for (path, bytes) in files {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!path.hasPrefix("/") && !path.contains(".."), "\(path)")
      #expect(text.last == "\n", "\(path)")
      #expect(!text.contains { "«»¤".contains($0) }, "\(path)")
      #expect(bytes.count < 90_000, "\(path)")
      if path.hasSuffix(".kpi") { #expect(layout(text, path) == text, "\(path)") }
    }
  }

  @Test func theSameEveryTime() {
    let edition = Edition(.english)
    let pairs = [
      (Starter.shop(in: edition), Starter.shop(in: edition)),
      (
        Starter.departments(Departments.all, in: edition),
        Starter.departments(Departments.all, in: edition)
      ), (Starter.company(in: edition), Starter.company(in: edition)),
    ]
    for (first, second) in pairs {
      #expect(first.files.map(\.path) == second.files.map(\.path))
      #expect(first.files.map(\.bytes) == second.files.map(\.bytes))
    }
  }

  /// Each KPI of a department is one of its page's decisions, and each of the page's KPIs is there.
  @Test(arguments: Departments.all.map(\.name)) func pageSpeaksOfEveryKPI(name: String) throws {
    let department = try #require(Departments.all.first { $0.name == name })
    let starter = Starter.departments([department], in: Edition(.vietnamese))
    let page = try #require(starter.files.first { $0.path == "\(name)/README.md" })
    let lines = String(decoding: page.bytes, as: UTF8.self).split(separator: "\n")
    let kpis = try analysis(of: starter).specification.metrics.filter(\.isKPI)
    let rows = kpis.map { kpi in lines.filter { $0.contains("| `\(kpi.name)` |") } }
    #expect(rows.allSatisfy { $0.count == 1 })
    #expect(lines.count { $0.contains("` | ") } == kpis.count)
    for (kpi, row) in zip(kpis, rows) {
      #expect(row.first?.hasPrefix("| \(kpi.label ?? "") |") == true, "\(kpi.name)")
    }
  }

  /// The rows themselves, counted here from the text: what a generator writes is not to be taken on trust.
  @Test func shopRows() throws {
    let files = Starter.shop(in: Edition(.english)).files
    func rows(_ path: String) throws -> [[Substring]] {
      let bytes = try #require(files.first { $0.path == path }).bytes
      return String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst()
        .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    }
    let orders = try rows("data/orders.csv")
    let customers = try rows("data/customers.csv")
    let joined = Dictionary(uniqueKeysWithValues: customers.map { ($0[0], $0[1]) })
    #expect(orders.allSatisfy { $0.count == 8 } && customers.allSatisfy { $0.count == 3 })
    #expect(Set(orders.map { $0[0] }).count == orders.count)
    for order in orders {
      #expect(joined[order[1]].map { $0 <= order[2] } == true, "\(order[0]) precedes its customer")
      #expect((order[3] == "web") == order[7].isEmpty, "\(order[0])")
    }
    let days = orders.map { $0[2] }
    #expect(days == days.sorted())
    #expect(days.first?.hasPrefix("2025-05-") == true && days.last?.hasPrefix("2026-10-") == true)
  }

  // MARK: Parts

  private func analysis(of starter: Starter) throws -> Analysis {
    var trees: [SyntaxTree] = []
    for (index, file) in starter.files.filter({ $0.path.hasSuffix(".kpi") }).enumerated() {
      let source = SourceText(path: file.path, bytes: file.bytes)
      let (tree, problems) = parse(source, file: FileID(index))
      trees.append(tree)
      #expect(problems.map(\.message) == [], "\(file.path)")
    }
    return Analysis.of(trees)
  }

  private func lint(_ analysis: Analysis, _ profile: Profile) -> [Diagnostic] {
    let lint = Lint(profile: profile, today: Day(20_780))
    return lint.verdict(analysis.diagnostics, of: analysis).diagnostics
  }

  private func layout(_ text: String, _ path: String) -> String {
    let source = SourceText(path: path, bytes: Array(text.utf8))
    return format(parse(source, file: FileID(0)).tree).text
  }
}

/// A starter in one of the languages; made once for all tests.
struct Sample: CustomTestStringConvertible, Sendable {
  let name: String
  let edition: Edition
  let starter: Starter

  /// The shop, each department alone, all of them beside each other, and the company that has its own strategy.
  static let all: [Sample] = Edition.all.flatMap { edition in
    [
      Sample(name: shop, edition: edition, starter: .shop(in: edition)),
      Sample(name: "company", edition: edition, starter: .company(in: edition)),
      Sample(
        name: "each", edition: edition, starter: .departments(Departments.all, in: edition)),
    ]
      + Departments.all.map {
        Sample(name: $0.name, edition: edition, starter: .departments([$0], in: edition))
      }
  }

  private static let shop = "shop"

  var isOfDepartments: Bool { name != Sample.shop }

  var testDescription: String {
    "\(name) in " + edition.languages.map(\.rawValue).joined(separator: ",")
  }
}
