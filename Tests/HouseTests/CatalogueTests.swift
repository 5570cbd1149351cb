import KPIDiagnostics
import Testing

/// A rule's code and name are a promise: each stands for one thing, and each rule can be looked up.
@Suite struct CatalogueTests {
  @Test func codesAndNamesAreUnique() {
    #expect(repeated(Catalogue.all.map(\.code)) == [])
    #expect(repeated(Catalogue.all.map(\.name)) == [])
  }

  @Test(arguments: Catalogue.all.map(\.name))
  func saysWhatItMeans(name: String) throws {
    let rule = try #require(Catalogue.rule(named: name))
    #expect(rule.code.wholeMatch(of: /KPI[0-9]{4}/) != nil)
    #expect(rule.name.wholeMatch(of: /[a-z]+(?:-[a-z0-9]+)*/) != nil)
    #expect(!rule.title.isEmpty && !rule.title.hasSuffix("."), "a title has no full stop")
    #expect(rule.explanation.count >= 40 && rule.explanation.hasSuffix("."), "sentences")
    #expect(Catalogue.rule(named: rule.code.lowercased()) == rule)
  }

  /// A rule that no list names is raised and cannot be explained.
  @Test func everyDeclaredRuleIsListed() {
    let files = Repository.files(
      in: "Sources/KPIDiagnostics/Catalogue", withExtensions: ["swift"])
    let declared = files.flatMap { file in
      file.text.matches(of: /= Rule\(\s*(?:code:\s*)?"(KPI[0-9]{4})"/).map { String($0.1) }
    }
    let declarations = files.map { $0.text.matches(of: /\bRule\(\s*(?:code:\s*)?"/).count }
    #expect(declared.count == declarations.reduce(0, +))
    #expect(declared.sorted() == Catalogue.all.map(\.code).sorted())
  }

  private func repeated(_ texts: [String]) -> [String] {
    Dictionary(grouping: texts, by: { $0 }).filter { $0.value.count > 1 }.keys.sorted()
  }
}
