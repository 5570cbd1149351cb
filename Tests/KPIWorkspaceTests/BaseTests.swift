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
    #expect(try repository.found().get().title == "\(short), where this branch left main")
  }

  @Test func aBranchThatWentOnIsComparedWithWhereThisOneLeftIt() throws {
    let repository = try Repository([("main.kpi", "one")])
    try repository.git("checkout", "--quiet", "-b", "work")
    try repository.commit([("main.kpi", "two")])
    try repository.git("checkout", "--quiet", "main")
    try repository.commit([("main.kpi", "later on main")])
    let tip = try repository.git("rev-parse", "HEAD")
    try repository.git("checkout", "--quiet", "work")
    let short = try repository.git("rev-parse", "--short", "HEAD~1")
    #expect(repository.base("main") == ["main.kpi: one"])
    #expect(try repository.found("main").get().title == "\(short), where this branch left main")
    // The id of a commit is taken at its word.
    #expect(repository.base(tip) == ["main.kpi: later on main"])
    #expect(repository.base(String(tip.prefix(8))) == ["main.kpi: later on main"])
    // What this branch builds on is what it is compared with.
    try repository.git("merge", "--quiet", "--strategy=ours", "--no-edit", "main")
    #expect(repository.base("main") == ["main.kpi: later on main"])
    #expect(try repository.found("main").get().title.hasPrefix("main ("))
  }

  @Test func whatHasNoPastInCommonIsComparedAsItIs() throws {
    let repository = try Repository([("main.kpi", "one")])
    try repository.git("checkout", "--quiet", "--orphan", "other")
    try repository.commit([("main.kpi", "another beginning")])
    #expect(repository.base("main") == ["main.kpi: one"])
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
    try repository.write("empty/notes.txt", "no specification")
    #expect(repository.base("empty") == ["nothing-to-compare"])
    #expect(repository.base("empty", of: ["kpis/main.kpi"]) == ["nothing-to-compare"])
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
    func help(_ revision: String, _ repository: Repository) -> String? {
      guard case .failure(let failure) = repository.found(revision) else { return nil }
      return failure.diagnostics.first?.help
    }
    let server = try Repository([("main.kpi", "one")])
    try server.git("branch", "release/2026")
    #expect(help("mian", server) == "Did you mean `main`?")
    #expect(server.base("--all") == ["unknown-revision"])
    // A branch that only the server has goes by another name here.
    let repository = try Repository(cloning: server)
    #expect(help("release/2026", repository) == "Did you mean `origin/release/2026`?")
    #expect(help("nothing", repository)?.contains("git branch --all") == true)
  }

  // MARK: Where the project is

  @Test func aProjectMayBeAFolderOfTheRepository() throws {
    let repository = try Repository([
      ("company/kpis/company.kpi", "company \"Shop\"\n"), ("company/kpis/sales/sales.kpi", "s"),
      ("other.kpi", "not part of it"),
    ])
    let expected = ["company.kpi: company \"Shop\"\n", "sales/sales.kpi: s"]
    #expect(repository.base(from: "company/kpis") == expected)
    #expect(
      repository.base(of: ["company/kpis"]) == expected.map { "company/kpis/" + $0 })
    #expect(
      repository.base(of: ["../kpis/sales/sales.kpi"], from: "company/kpis")
        == ["../kpis/sales/sales.kpi: s"])
    // From a folder within it the whole project is looked at, under the paths that `Discovery` gives it.
    let found = Discovery.find([], from: repository.folder + "/company/kpis/sales")
    let base = try repository.found(from: "company/kpis/sales").get()
    #expect(base.files.map(\.path) == found.files.map(\.path))
    #expect(base.root == found.root)
  }

  @Test func pathsOfAllKindsAreTheSameAsOnTheDisk() throws {
    let repository = try Repository([
      ("doanh thu/cửa hàng.kpi", "1"), ("two\nlines/a\tb.kpi", "2"), ("-x.kpi", "3"),
      (":(top)x.kpi", "4"), ("\"quoted\".kpi", "5"), ("a*.kpi", "6"), ("a/deep/er/z.kpi", "7"),
      ("cu\u{309}a.kpi", "8"), (".hidden/a.kpi", "no"), ("node_modules/b.kpi", "no"),
      ("a/build/c.kpi", "no"), ("a/.d.kpi", "no"), ("notes.txt", "no"),
    ])
    let disk = Discovery.find([], from: repository.folder).files
    #expect(disk.count == 8)
    let base = try repository.found().get().files
    #expect(base.map(\.path) == disk.map(\.path))
    #expect(base.map(\.bytes) == disk.map(\.bytes))
    #expect(repository.base(of: ["two\nlines"]) == ["two\nlines/a\tb.kpi: 2"])
    #expect(repository.base(of: ["doanh thu", "a*.kpi"]).count == 2)
  }

  @Test func linksLeadWhereTheyLedThen() throws {
    let repository = try Repository([("shared/units.kpi", "units"), ("kpis/main.kpi", "main")])
    let links = [
      ("kpis/units.kpi", "../shared/units.kpi"), ("kpis/more", "../shared"), ("kpis/again", "."),
      ("kpis/gone.kpi", "../nothing.kpi"), ("kpis/turn", "turn"), ("kpis/out", "/"),
    ]
    for (path, target) in links {
      try FileManager.default.createSymbolicLink(
        atPath: repository.folder + "/" + path, withDestinationPath: target)
    }
    try repository.commit([])
    for (path, _) in links where path != "kpis/units.kpi" {
      try FileManager.default.removeItem(atPath: repository.folder + "/" + path)
    }
    #expect(
      repository.base(of: ["kpis"]) == [
        "kpis/main.kpi: main", "kpis/more/units.kpi: units", "kpis/units.kpi: units",
      ])
  }

  @Test func aFolderThatIsNewHasNoFilesThen() throws {
    let repository = try Repository([("notes.txt", "")])
    try repository.write("kpis/main.kpi", "new")
    #expect(try repository.found(of: ["kpis"]).get().files.isEmpty)
  }

  @Test func aRenamedFolderIsFollowed() throws {
    let text = "company \"Shop\"\n" + (1...20).map { "// line \($0)\n" }.joined()
    let repository = try Repository([
      ("metrics/v1/main.kpi", text), ("metrics/v1/sales/sales.kpi", text + "more"),
    ])
    try repository.git("checkout", "--quiet", "-b", "work")
    try FileManager.default.createDirectory(
      atPath: repository.folder + "/company", withIntermediateDirectories: true)
    try repository.git("mv", "metrics/v1", "company/kpis")
    try repository.commit([("company/kpis/main.kpi", text + "// changed\n")])
    let base = try repository.found(of: ["company/kpis"]).get()
    #expect(base.formerFolder == "metrics/v1")
    #expect(
      repository.base(of: ["company/kpis"]) == [
        "company/kpis/main.kpi: \(text)", "company/kpis/sales/sales.kpi: \(text)more",
      ])
    #expect(repository.base(from: "company/kpis").first == "main.kpi: \(text)")
  }

  // MARK: Which commit

  @Test func theServersMainBranchGoesFirst() throws {
    let server = try Repository([("main.kpi", "one")])
    try server.git("branch", "--move", "trunk")
    let repository = try Repository(cloning: server)
    try repository.git("branch", "main")
    try repository.commit([("main.kpi", "two")])
    #expect(repository.base() == ["main.kpi: one"])
    #expect(try repository.found().get().title.hasPrefix("origin/trunk ("))
  }

  @Test func aDetachedHeadHasABase() throws {
    let repository = try Repository([("main.kpi", "one")])
    try repository.commit([("main.kpi", "two")])
    try repository.git("checkout", "--quiet", "--detach", "HEAD~1")
    try repository.commit([("main.kpi", "aside")])
    #expect(repository.base() == ["main.kpi: one"])
  }

  @Test func aWorktreeIsARepository() throws {
    let repository = try Repository([("kpis/main.kpi", "one")])
    let worktree = try Repository(worktreeOf: repository, branch: "work")
    try worktree.commit([("kpis/main.kpi", "two")])
    #expect(worktree.base(from: "kpis") == ["main.kpi: one"])
    #expect(worktree.base("work", from: "kpis") == ["main.kpi: two"])
  }

  @Test func aBranchGoesBeforeAFolderOfTheSameName() throws {
    let repository = try Repository([("kpis/main.kpi", "one")])
    try repository.git("branch", "before")
    try repository.write("before/main.kpi", "folder")
    #expect(repository.base("before", of: ["kpis"]) == ["kpis/main.kpi: one"])
    #expect(repository.base("before/", of: ["kpis"]) == ["kpis/main.kpi: folder"])
  }

  @Test func withoutAnyCommitThereIsNothingToCompare() throws {
    let repository = try Repository()
    try repository.write("main.kpi", "new")
    #expect(repository.base() == ["nothing-to-compare"])
    #expect(repository.base("main") == ["unknown-revision"])
  }

  @Test func withoutAMainBranchOneMustBeNamed() throws {
    let repository = try Repository([("main.kpi", "one")])
    try repository.git("branch", "--move", "trunk")
    #expect(repository.base() == ["nothing-to-compare"])
    #expect(repository.base("trunk") == ["main.kpi: one"])
  }

  @Test func withoutACommonPastOneMustBeNamed() throws {
    let repository = try Repository([("main.kpi", "one")])
    try repository.git("checkout", "--quiet", "--orphan", "other")
    try repository.commit([("main.kpi", "two")])
    #expect(repository.base() == ["nothing-to-compare"])
    #expect(repository.base("main") == ["main.kpi: one"])
  }

  @Test func aShallowCloneSaysSo() throws {
    let server = try Repository([("main.kpi", "one")])
    try server.git("checkout", "--quiet", "-b", "work")
    try server.commit([("main.kpi", "two")])
    try server.commit([("main.kpi", "three")])
    try server.git("checkout", "--quiet", "main")
    let shallow = ["--depth", "1", "--branch", "work", "--no-single-branch"]
    let repository = try Repository(cloning: server, shallow)
    #expect(repository.base() == ["shallow-clone"])
    #expect(repository.base("HEAD~1") == ["shallow-clone"])
    // Where the branch left another one is not known; what is there can be compared with as it is.
    #expect(repository.base("origin/main") == ["shallow-clone"])
    let main = try server.git("rev-parse", "main")
    #expect(repository.base(main) == ["main.kpi: one"])
    #expect(repository.base("origin/mian") == ["unknown-revision"])
    try repository.git("fetch", "--quiet", "--unshallow")
    #expect(repository.base() == ["main.kpi: one"])
    #expect(repository.base("origin/main") == ["main.kpi: one"])
  }

  /// A build server fetches one commit and no branch.
  @Test func aFetchOfOneCommitIsShallow() throws {
    let server = try Repository([("main.kpi", "one")])
    try server.commit([("main.kpi", "two")])
    let repository = try Repository()
    let work = try server.git("rev-parse", "HEAD")
    try server.git("config", "uploadpack.allowAnySHA1InWant", "true")
    try repository.git("fetch", "--quiet", "--depth", "1", "file://" + server.folder, work)
    try repository.git("checkout", "--quiet", "FETCH_HEAD")
    #expect(repository.base() == ["shallow-clone"])
    #expect(repository.base("main") == ["shallow-clone"])
  }

  // MARK: Without git

  @Test func outsideOfARepositoryOnlyFoldersAreCompared() throws {
    let folder = try Repository.newFolder()
    defer { FileManager.default.removeFolderAround(folder) }
    for name in ["now", "then"] {
      try FileSystem.create(folder + "/\(name)/main.kpi", Array(name.utf8))
    }
    func rule(_ text: String?, searchPath: String? = nil) -> String? {
      let found = Base.find(
        text, for: folder + "/now", paths: ["now"], from: folder, searchPath: searchPath)
      guard case .failure(let failure) = found else { return nil }
      return failure.diagnostics.first?.rule.name
    }
    #expect(rule(nil) == "not-a-repository")
    #expect(rule("main") == "not-a-repository")
    #expect(rule("then") == nil)
    #expect(rule("./nothing") == "unreadable-file")
    #expect(rule(nil, searchPath: folder) == "git-not-installed")
    #expect(rule("then", searchPath: folder) == nil)
  }

  /// In containers the files often belong to another user than the one who runs the check, and git refuses them.
  @Test(.enabled(if: geteuid() == 0, "only root can give files away"))
  func aRepositoryOfAnotherUserSaysHowToTrustIt() throws {
    let repository = try Repository([("main.kpi", "one")])
    _ = try Subprocess.run("chown", ["-R", "12345", repository.folder])
    let plain = try Subprocess.run("git", ["-C", repository.folder, "rev-parse"])
    // Whoever told git to trust every folder has no such trouble.
    guard plain.status != 0 else { return }
    guard case .failure(let failure) = repository.found() else {
      Issue.record("found")
      return
    }
    #expect(failure.diagnostics.map(\.rule.name) == ["git-failed"])
    let help = failure.diagnostics.first?.help ?? ""
    #expect(help.contains("safe.directory \(repository.folder)`"))
  }
}
