import KPIDiagnostics
import KPISource
import KPISyntax
import Testing

/// The formal grammar and the parser accept the same texts.
@Suite struct GrammarTests {
  private let grammar = ProjectFiles.read("Grammar/kpi.ebnf").flatMap(Grammar.init)

  @Test func everyProductionIsDefinedAndUsed() throws {
    let grammar = try #require(grammar)
    var used: Set<String> = ["file"]
    for name in grammar.names {
      guard let body = grammar.productions[name] else { continue }
      for reference in Grammar.references(of: body) {
        #expect(reference == "NL" || grammar.productions[reference] != nil, "\(reference)")
        used.insert(reference)
      }
    }
    #expect(Set(grammar.names).subtracting(used).isEmpty)
  }

  @Test func theSamplesDerive() throws {
    let grammar = try #require(grammar)
    for text in [SampleText.whole, SampleText.everything, "", "\n\n", "// only a remark\n"] {
      let derives = grammar.derives(Parsed(text).tree)
      #expect(derives, "\(text.prefix(40))")
    }
  }

  /// Findings about what a grammar of this kind cannot say.
  private static let beyondGrammar: Set<Rule> = [
    .numberTooLarge, .impossibleDate, .nestedTooDeeply, .chainTooLong, .rowLength,
  ]

  @Test func brokenTextsDoNotDerive() throws {
    let grammar = try #require(grammar)
    for broken in RecoveryTests.table {
      let parsed = Parsed(broken.text)
      if parsed.diagnostics.allSatisfy({ Self.beyondGrammar.contains($0.rule) }) { continue }
      let derives = grammar.derives(parsed.tree)
      #expect(!derives, "\(broken.text)")
    }
  }

  @Test func theCatalogueAgrees() throws {
    let grammar = try #require(grammar)
    for rule in Rule.syntax where !Self.beyondGrammar.contains(rule) {
      guard case .specification(let example) = rule.example,
        case .specification(let mended) = rule.mended
      else { continue }
      let (broken, right) = (
        grammar.derives(Parsed(example).tree), grammar.derives(Parsed(mended).tree)
      )
      #expect(!broken, "\(rule.name): the example derives")
      #expect(right, "\(rule.name): the mended example does not derive")
    }
  }

  /// Every specification in the examples, the documentation and the golden cases is accepted by
  /// both or by neither.
  @Test func theProjectsTextsAgree() throws {
    let grammar = try #require(grammar)
    for (place, text) in Self.projectTexts {
      let parsed = Parsed(text)
      // The recogniser goes as deep as the text, and the parser refused to.
      if parsed.diagnostics.contains(where: { $0.rule == .nestedTooDeeply }) { continue }
      let findings = parsed.diagnostics.filter { !Self.beyondGrammar.contains($0.rule) }
      let derives = grammar.derives(parsed.tree)
      #expect(derives == findings.isEmpty, "\(place): \(parsed.report)")
    }
  }

  private static var projectTexts: [(place: String, text: String)] {
    var texts: [(place: String, text: String)] = []
    for path in ProjectFiles.paths(under: "Examples", ending: ".kpi") {
      texts.append((path, ProjectFiles.read(path) ?? ""))
    }
    for path in ProjectFiles.paths(under: "Docs", ending: ".md") {
      for block in ProjectFiles.blocks(of: ProjectFiles.read(path) ?? "") {
        if block.language == "kpi" { texts.append((path, block.text)) }
      }
    }
    for path in ProjectFiles.paths(under: "Tests/KPITests/Cases", ending: ".md") {
      for block in ProjectFiles.blocks(of: ProjectFiles.read(path) ?? "") {
        if block.heading.hasPrefix("## SOURCE") { texts.append((path, block.text)) }
      }
    }
    return texts
  }
}
