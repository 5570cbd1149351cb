import KPICommand
import KPIDiagnostics
import KPIWorkspace
import Testing

@Suite struct GeneratedDocsTests {
  @Test func everyRuleHasItsPage() throws {
    for rule in Catalogue.all {
      try Repository.expect(RulePage(rule).markdown, at: "Docs/Diagnostics/\(rule.name).md")
    }
    try Repository.expect(RulePage.index(of: Catalogue.all), at: "Docs/Diagnostics/README.md")
  }

  @Test func noPageIsLeftOver() throws {
    let pages = try FileSystem.names(in: Repository.folder + "/Docs/Diagnostics")
    let expected = Set(Catalogue.all.map { $0.name + ".md" } + ["README.md"])
    #expect(pages.filter { !expected.contains($0) } == [])
  }

  @Test func theCommandLineIsDescribed() throws {
    try Repository.expect(Help.document(of: Command.all), at: "Docs/CommandLine.md")
  }
}
