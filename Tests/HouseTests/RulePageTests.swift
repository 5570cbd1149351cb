import Foundation
import KPIDiagnostics
import KPILint
import Testing

/// The pages in `Docs/Diagnostics` are written by the catalogue; `UPDATE_GOLDEN=1 swift test` writes them again.
@Suite struct RulePageTests {
  private static let folder = "Docs/Diagnostics"

  @Test func pagesAreCurrent() throws {
    var pages = ["README.md": RulePage.index(of: Catalogue.complete)]
    for rule in Catalogue.complete { pages["\(rule.name).md"] = RulePage(rule).markdown }
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" { try write(pages) }
    let outdated = pages.filter { name, text in
      Repository.file(RulePageTests.folder + "/" + name)?.text != text
    }
    #expect(outdated.keys.sorted() == [], "run UPDATE_GOLDEN=1 swift test")
    let stale = Repository.names(in: RulePageTests.folder).filter { pages[$0] == nil }
    #expect(stale == [], "pages of rules that are gone")
  }

  private func write(_ pages: [String: String]) throws {
    let folder = URL(fileURLWithPath: Repository.root + "/" + RulePageTests.folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in Repository.names(in: RulePageTests.folder) where pages[name] == nil {
      try FileManager.default.removeItem(at: folder.appendingPathComponent(name))
    }
    for (name, text) in pages {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
  }
}
