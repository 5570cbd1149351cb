import Foundation
import KPIDiagnostics
import KPISource
import KPIWorkspace
import Testing

@Suite(.serialized, .enabled(if: Repository.hasGit, "git is not installed")) struct BundleTests {
  /// A repository of two branches, each with a specification of its own.
  private func repository() throws -> Repository {
    let repository = try Repository([("kpis/main.kpi", "one")])
    try repository.git("checkout", "--quiet", "-b", "work")
    try repository.commit([("kpis/main.kpi", "two")])
    try repository.write("kpis/main.kpi", "three")
    return repository
  }

  @Test func theCurrentBranchIsReadUnlessOneIsNamed() throws {
    let repository = try repository()
    try repository.git("bundle", "create", "all.bundle", "HEAD", "main", "work")
    #expect(repository.base("all.bundle", from: "") == ["kpis/main.kpi: two"])
    #expect(repository.base("../all.bundle", from: "kpis") == ["main.kpi: two"])
    #expect(repository.base("all.bundle#main", of: ["kpis"]) == ["kpis/main.kpi: one"])
    #expect(repository.base("./all.bundle#refs/heads/main", of: ["kpis"]) == ["kpis/main.kpi: one"])
    #expect(repository.base("all.bundle#mian") == ["unknown-revision"])
    #expect(repository.base("none.bundle") == ["unreadable-file"])
    let short = try repository.git("rev-parse", "--short", "main")
    #expect(try repository.found("all.bundle#main").get().title == "all.bundle#main (\(short))")
  }

  @Test func withoutACurrentBranchTheOnlyOneIsRead() throws {
    let repository = try repository()
    try repository.git("bundle", "create", "one.bundle", "main")
    try repository.git("bundle", "create", "two.bundle", "main", "work")
    #expect(repository.base("one.bundle") == ["kpis/main.kpi: one"])
    #expect(repository.base("two.bundle") == ["nothing-to-compare"])
    #expect(repository.base("two.bundle#work") == ["kpis/main.kpi: two"])
  }

  @Test func aBundleThatReliesOnOtherCommitsIsRefused() throws {
    let repository = try repository()
    try repository.git("bundle", "create", "part.bundle", "main..work")
    #expect(repository.base("part.bundle") == ["unreadable-bundle"])
    try repository.write("broken.bundle", "no bundle\n")
    #expect(repository.base("broken.bundle") == ["unreadable-bundle"])
  }

  @Test func aProjectOutsideOfARepositoryIsAllOfTheBundle() throws {
    let repository = try repository()
    try repository.git("bundle", "create", "all.bundle", "--all")
    let folder = try Repository.newFolder()
    defer { FileManager.default.removeFolderAround(folder) }
    try FileSystem.create(folder + "/kpis/main.kpi", Array("now".utf8))
    let found = Base.find(
      repository.folder + "/all.bundle#main", for: folder, paths: [], from: folder)
    #expect(try found.get().files.map(\.path) == ["kpis/main.kpi"])
  }

  @Test func nothingStaysBehind() throws {
    let repository = try repository()
    try repository.git("bundle", "create", "all.bundle", "HEAD", "main")
    let temporary = FileManager.default.temporaryDirectory.path
    func folders() throws -> Set<String> {
      Set(try FileSystem.names(in: temporary).filter { $0.wholeMatch(of: /kpi-.{6}/) != nil })
    }
    let before = try folders()
    #expect(repository.base("all.bundle") == ["kpis/main.kpi: two"])
    #expect(repository.base("all.bundle#no") == ["unknown-revision"])
    // Other tests may have such folders too, but not for long.
    let deadline = Date(timeIntervalSinceNow: 20)
    while try !folders().isSubset(of: before), Date() < deadline { usleep(50_000) }
    #expect(try folders().isSubset(of: before))
  }
}
