import KPIDiagnostics
import KPISyntax
import Testing

/// Every rule of the syntax band says the truth about itself.
@Suite struct CatalogueTests {
  @Test(arguments: Rule.syntax.map(\.name))
  func exampleRaisesExactlyItsRule(_ name: String) throws {
    let rule = try #require(Catalogue.rule(named: name))
    guard case .specification(let example) = rule.example,
      case .specification(let mended) = rule.mended
    else {
      Issue.record("an example of syntax is a specification")
      return
    }
    let broken = Parsed(example)
    #expect(broken.diagnostics.map(\.rule.name) == [name], "\(broken.report)")
    let right = Parsed(mended)
    #expect(right.findings == [], "\(right.report)")
  }

  @Test func codesAndNamesAreUnique() {
    #expect(Set(Catalogue.all.map(\.code)).count == Catalogue.all.count)
    #expect(Set(Catalogue.all.map(\.name)).count == Catalogue.all.count)
    #expect(Rule.syntax.allSatisfy { $0.code >= "KPI1001" && $0.code <= "KPI1099" })
    #expect(Rule.syntax.map(\.code) == Rule.syntax.map(\.code).sorted())
  }
}
