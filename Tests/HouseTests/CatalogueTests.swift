import KPIDiagnostics
import Testing

@Suite struct CatalogueTests {
  @Test func codesAndNamesAreUniqueAndWellFormed() {
    #expect(Set(Catalogue.all.map(\.code)).count == Catalogue.all.count)
    #expect(Set(Catalogue.all.map(\.name)).count == Catalogue.all.count)
    for rule in Catalogue.all {
      #expect(
        rule.code.count == 7 && rule.code.hasPrefix("KPI") && Int(rule.code.dropFirst(3)) != nil)
      let words = rule.name.split(separator: "-", omittingEmptySubsequences: false)
      #expect(
        words.allSatisfy { word in
          !word.isEmpty && word.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber) }
        }, "\(rule.name)")
    }
    #expect(Catalogue.all.map(\.code) == Catalogue.all.map(\.code).sorted())
  }

  @Test func everyRuleIsExplained() {
    for rule in Catalogue.all {
      #expect(rule.explanation.count >= 30, "\(rule.name)")
      #expect(rule.explanation.last.map { ".…?`".contains($0) } == true, "\(rule.name)")
      #expect(!rule.title.isEmpty && !rule.title.hasSuffix("."), "\(rule.name)")
    }
  }

  @Test func everyRuleInTheSourcesIsListed() throws {
    var codes: Set<String> = []
    for path in try Repository.swiftFiles(below: "Sources/KPIDiagnostics/Catalogue") {
      for part in try Repository.text(path).split(separator: "\"KPI").dropFirst() {
        let code = part.prefix { $0 != "\"" }
        if code.count == 4, Int(code) != nil { codes.insert("KPI" + code) }
      }
    }
    #expect(codes == Set(Catalogue.all.map(\.code)))
  }
}
