import KPIDiagnostics
import KPISemantics
import KPISource
import KPISyntax
import Testing

@Suite struct CatalogueTests {
  /// The codes of everything that is found in one file, syntax first.
  private func findings(in text: String) -> [String] {
    let source = SourceText(path: "main.kpi", text: text)
    let (tree, problems) = parse(source, file: FileID(0))
    let analysis = Analysis.of([tree])
    return (problems + analysis.diagnostics).map {
      "\($0.rule.code) \($0.rule.name): \($0.message)"
    }
  }

  @Test(arguments: Catalogue.all)
  func exampleRaisesExactlyItsRule(rule: Rule) {
    guard case .specification(let text) = rule.example else { return }
    let found = findings(in: text)
    #expect(
      !found.isEmpty && found.allSatisfy { $0.hasPrefix(rule.code) },
      "\(rule.name) raises \(found)")
  }

  @Test(arguments: Catalogue.all)
  func mendedExampleIsClean(rule: Rule) {
    guard case .specification(let text) = rule.mended else { return }
    #expect(findings(in: text) == [], "\(rule.name)")
  }
}

extension Rule: CustomTestStringConvertible {
  /// The name of the rule.
  public var testDescription: String { name }
}
