import KPIDiagnostics
import KPIModel
import KPISemantics
import KPISource
import KPISyntax
import KPITemplates
import Testing

/// A starter is the first specification somebody sees: it is held to what is asked of everyone else's.
@Suite struct StarterTests {
  @Test(arguments: Templates.all.map(\.name))
  func checksWithoutFindings(name: String) throws {
    let template = try #require(Templates.named(name))
    var found: [String] = []
    var trees: [SyntaxTree] = []
    for (index, file) in template.files().filter({ $0.path.hasSuffix(".kpi") }).enumerated() {
      let source = SourceText(path: file.path, bytes: file.bytes)
      let (tree, problems) = parse(source, file: FileID(index))
      trees.append(tree)
      found += problems.map(\.message)
    }
    let analysis = Analysis.of(trees)
    found += analysis.diagnostics.map(\.message)
    #expect(found == [])
    let kpis = analysis.specification.metrics.filter(\.isKPI)
    #expect(kpis.count >= 5)
    for kpi in kpis {
      #expect(kpi.accountability?.owner != nil && kpi.accountability?.targets != nil, "\(kpi.name)")
      #expect(
        kpi.accountability?.question != nil && kpi.accountability?.review != nil, "\(kpi.name)")
    }
  }

  @Test(arguments: Templates.all.map(\.name))
  func bringsWhatADepartmentNeeds(name: String) throws {
    let template = try #require(Templates.named(name))
    let paths = template.files().map(\.path)
    #expect(paths == paths.sorted())
    #expect(Set(paths).count == paths.count)
    #expect(paths.contains("README.md") && paths.contains(".github/workflows/kpi.yml"))
    for file in template.files() {
      #expect(!file.path.hasPrefix("/") && !file.path.contains(".."), "\(file.path)")
      #expect(file.bytes.last == UInt8(ascii: "\n"), "\(file.path)")
    }
  }

  @Test func theSameEveryTime() {
    for template in Templates.all {
      let (first, second) = (template.files(), template.files())
      #expect(first.map(\.path) == second.map(\.path))
      #expect(first.map(\.bytes) == second.map(\.bytes))
    }
  }

  @Test func unknownNames() {
    #expect(Templates.named("shop")?.title == "A small shop")
    #expect(Templates.named("Shop") == nil)
  }

  /// The rows themselves, counted here from the text: what a generator writes is not to be taken on trust.
  @Test func shopRows() throws {
    let files = try #require(Templates.named("shop")).files()
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
}
