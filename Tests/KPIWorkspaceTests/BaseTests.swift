import Foundation
import KPIDiagnostics
import KPISource
import KPIWorkspace
import Testing

@Suite(.enabled(if: Repository.hasGit, "git is not installed")) struct BaseTests {
  @Test func theBaseIsWhereTheBranchBegan() throws {
    let repository = try Repository([("main.kpi", "one"), ("notes.txt", "no")])
    try repository.git("checkout", "--quiet", "-b", "work")
    try repository.commit([("main.kpi", "two"), ("more.kpi", "new")])
    try repository.git("checkout", "--quiet", "main")
    try repository.commit([("main.kpi", "later on main")])
    try repository.git("checkout", "--quiet", "work")
    #expect(repository.base() == ["main.kpi: one"])
    let short = try repository.git("rev-parse", "--short", "HEAD~1")
    #expect(try repository.found().get().title == "main (\(short))")
  }

  @Test func onTheMainBranchTheBaseIsTheLastCommit() throws {
    let repository = try Repository([("main.kpi", "one")])
    try repository.commit([("main.kpi", "two")])
    try repository.write("main.kpi", "not committed")
    #expect(repository.base() == ["main.kpi: two"])
    #expect(try repository.found().get().title.hasPrefix("HEAD ("))
  }

  @Test(arguments: ["before", "v1", "HEAD~1", "main@{0}~1"])
  func revisionsOfAllFormsAreUnderstood(revision: String) throws {
    let repository = try Repository([("main.kpi", "one")])
    try repository.git("branch", "before")
    try repository.git("tag", "--annotate", "--message", "first", "v1")
    try repository.commit([("main.kpi", "two")])
    #expect(repository.base(revision) == ["main.kpi: one"])
  }

  @Test func aFolderIsCompared() throws {
    let repository = try Repository()
    try repository.write("kpis/main.kpi", "now")
    try repository.write("kpis/sales/sales.kpi", "now")
    try repository.write("before/sales/sales.kpi", "then")
    try repository.write("before/build/output.kpi", "no")
    #expect(repository.base("before", of: ["kpis"]) == ["kpis/sales/sales.kpi: then"])
    #expect(repository.base("./before", of: ["kpis/"]) == ["kpis/sales/sales.kpi: then"])
    #expect(repository.base("../before", from: "kpis") == ["sales/sales.kpi: then"])
    #expect(repository.base(repository.folder + "/before", of: ["kpis/main.kpi"]) == [])
  }

  @Test func aFileIsCompared() throws {
    let repository = try Repository()
    try repository.write("now.kpi", "now")
    try repository.write("old/then.kpi", "then")
    #expect(repository.base("old/then.kpi", of: ["now.kpi"]) == ["now.kpi: then"])
    #expect(repository.base("old/then.kpi") == ["then.kpi: then"])
    #expect(repository.base("old/missing.kpi") == ["unreadable-file"])
  }

  @Test func namesThatAreNotThereAreSuggested() throws {
    let repository = try Repository([("main.kpi", "one")])
    guard case .failure(let failure) = repository.found("mian") else {
      Issue.record("found")
      return
    }
    #expect(failure.diagnostics.map(\.help) == ["Did you mean `main`?"])
    #expect(repository.base("--all") == ["unknown-revision"])
  }
}
