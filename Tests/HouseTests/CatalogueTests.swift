import KPIDiagnostics
import KPILint
import Testing

/// A rule's code and name are a promise: each stands for one thing, and each rule can be looked up.
@Suite struct CatalogueTests {
  @Test func codesAndNamesAreUnique() {
    #expect(repeated(Catalogue.complete.map(\.code)) == [])
    #expect(repeated(Catalogue.complete.map(\.name)) == [])
  }

  @Test(arguments: Catalogue.complete.map(\.name))
  func saysWhatItMeans(name: String) throws {
    let rule = try #require(Catalogue.anyRule(named: name))
    #expect(rule.code.wholeMatch(of: /KPI[0-9]{4}/) != nil)
    #expect(rule.name.wholeMatch(of: /[a-z]+(?:-[a-z0-9]+)*/) != nil)
    #expect(!rule.title.isEmpty && !rule.title.hasSuffix("."), "a title has no full stop")
    #expect(rule.explanation.count >= 40 && rule.explanation.hasSuffix("."), "sentences")
    #expect(Catalogue.anyRule(named: rule.code.lowercased()) == rule)
  }

  /// A rule that no list names is raised and cannot be explained.
  @Test func everyDeclaredRuleIsListed() {
    let files = ["Sources/KPIDiagnostics/Catalogue", "Sources/KPILint"].flatMap {
      Repository.files(in: $0, withExtensions: ["swift"])
    }
    let declared = files.flatMap { file in
      file.text.matches(of: /\bRule\(\s*(?:code:\s*)?"(KPI[0-9]{4})"/).map { String($0.1) }
    }
    let declarations = files.map { $0.text.matches(of: /\bRule\(\s*(?:code:\s*)?"/).count }
    #expect(declared.count == declarations.reduce(0, +))
    #expect(declared.sorted() == Catalogue.complete.map(\.code).sorted())
  }

  private func repeated(_ texts: [String]) -> [String] {
    Dictionary(grouping: texts, by: { $0 }).filter { $0.value.count > 1 }.keys.sorted()
  }
}
