import Foundation
import KPIDiagnostics
import KPIModel
import KPISource
import KPIWorkspace
import Testing

@Suite(.enabled(if: Repository.hasGit, "git is not installed")) struct BlameTests {
  private let today = Day(year: 2026, month: 11, day: 23) ?? .first

  private func history(
    _ repository: Repository, from subfolder: String = ""
  ) throws -> (files: [SourceText], history: ChangeHistory) {
    let folder = FileSystem.join(repository.folder, subfolder)
    let found = Discovery.find([], from: folder)
    let history = try Blame.history(
      of: found.files, from: folder, root: found.root, today: today
    ).get()
    return (found.files, history)
  }

  private func days(_ file: ChangeHistory.File) -> [String] { file.lines.map(\.day.text) }

  @Test func everyLineHasTheDayOfItsLastChange() throws {
    let repository = try Repository()
    try repository.commit([("main.kpi", "a\nb\nc\nd\n")], on: "2026-01-05")
    try repository.commit([("main.kpi", "a\nB\nc\nd\n")], on: "2026-02-10")
    // Formatting is no change of what is meant.
    try repository.commit([("main.kpi", "a\nB\n  c\nd\n")], on: "2026-03-01")
    let short = try repository.git("rev-parse", "--short", "HEAD~1")
    try repository.write("main.kpi", "a\nB\n  c\nnew\nnew\n")
    let (files, history) = try history(repository)
    #expect(history.isComplete)
    let file = try #require(history.files.first)
    #expect(days(file) == ["2026-01-05", "2026-02-10", "2026-01-05", "2026-11-23", "2026-11-23"])
    #expect(file.lines[1].name == short)
    #expect(file.lines[4].name == nil)
    #expect(file.firstDay?.text == "2026-01-05")
    let sources = SourceMap(files)
    func last(_ bytes: Range<Int>) -> String? {
      history.lastChange(of: SourceRange(file: FileID(0), bytes), in: sources)?.day.text
    }
    #expect(last(0..<1) == "2026-01-05")
    #expect(last(0..<2) == "2026-01-05", "a line break belongs to its line")
    #expect(last(0..<3) == "2026-02-10")
    #expect(last(0..<files[0].bytes.count) == "2026-11-23")
    #expect(history.lastChange(ofLines: 90...99, in: FileID(0)) == nil)
    #expect(history.lastChange(ofLines: 1...1, in: FileID(7)) == nil)
  }

  @Test func theDayIsThatOfTheAuthorInUTC() throws {
    let repository = try Repository()
    try repository.write("main.kpi", "a\n")
    try repository.git("add", "--all")
    // In Hanoi it is the next day already.
    try repository.git(
      ["commit", "--quiet", "--message", "late", "--date", "2026-05-02T01:30:00+07:00"],
      on: "2026-06-30")
    let file = try #require(try history(repository).history.files.first)
    #expect(days(file) == ["2026-05-01"])
    #expect(file.firstDay?.text == "2026-05-01")
  }

  @Test func filesKeepTheirAgeWhenTheyMove() throws {
    let text = "company \"Shop\"\n" + (1...20).map { "// line \($0)\n" }.joined()
    let repository = try Repository()
    try repository.commit([("old/a b.kpi", text)], on: "2025-01-05")
    try FileManager.default.moveItem(
      atPath: repository.folder + "/old", toPath: repository.folder + "/kpis")
    try repository.commit([("kpis/doanh thu\n2.kpi", "x\n")], on: "2025-06-01")
    try repository.write("kpis/new.kpi", "y\nz")
    let (files, history) = try history(repository, from: "kpis")
    #expect(files.map(\.path) == ["a b.kpi", "doanh thu\n2.kpi", "new.kpi"])
    #expect(history.files.map(\.firstDay?.text) == ["2025-01-05", "2025-06-01", nil])
    #expect(Set(days(history.files[0])) == ["2025-01-05"])
    #expect(days(history.files[1]) == ["2025-06-01"])
    #expect(days(history.files[2]) == ["2026-11-23", "2026-11-23"])
  }

  @Test func branchesThatWereMergedCount() throws {
    let repository = try Repository()
    try repository.commit([("main.kpi", "a\n")], on: "2026-01-05")
    try repository.git("checkout", "--quiet", "-b", "work")
    try repository.commit([("more.kpi", "b\n")], on: "2026-01-20")
    try repository.git("checkout", "--quiet", "main")
    try repository.commit([("main.kpi", "a\nc\n")], on: "2026-02-01")
    try repository.git(["merge", "--quiet", "--no-edit", "work"], on: "2026-03-01")
    let (_, history) = try history(repository)
    #expect(history.files.map { days($0) } == [["2026-01-05", "2026-02-01"], ["2026-01-20"]])
    #expect(history.files.map(\.firstDay?.text) == ["2026-01-05", "2026-01-20"])
  }

  @Test func aShallowCloneKnowsThatItsPastIsCut() throws {
    let server = try Repository()
    try server.commit([("main.kpi", "a\n")], on: "2025-01-05")
    try server.commit([("main.kpi", "a\nb\n")], on: "2026-01-05")
    #expect(try history(Repository(cloning: server)).history.isComplete)
    let shallow = try history(Repository(cloning: server, ["--depth", "1"])).history
    #expect(!shallow.isComplete)
  }

  @Test func withoutACommitEverythingIsOfToday() throws {
    let repository = try Repository()
    try repository.write("main.kpi", "a\nb\n")
    try repository.write("empty.kpi", "")
    let history = try history(repository).history
    #expect(history.files.map { days($0) } == [[], ["2026-11-23", "2026-11-23"]])
    #expect(history.files.map(\.firstDay) == [nil, nil])
  }

  @Test func withoutARepositoryThereIsNoHistory() throws {
    let folder = try Repository.newFolder()
    defer { FileManager.default.removeFolderAround(folder) }
    try FileSystem.create(folder + "/main.kpi", Array("a\n".utf8))
    let found = Discovery.find([], from: folder)
    let history = Blame.history(of: found.files, from: folder, root: folder, today: today)
    guard case .failure(let failure) = history else {
      Issue.record("there is one")
      return
    }
    #expect(failure.diagnostics.map(\.rule.name) == ["not-a-repository"])
  }
}
