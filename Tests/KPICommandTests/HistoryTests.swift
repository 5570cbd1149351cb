import Testing

/// What `kpi check --history` knows of the past.
@Suite(.enabled(if: Session.hasGit, "git is not installed")) struct HistoryTests {
  private static func files(target: String, more: String = "") -> [(path: String, text: String)] {
    let text = """
      owner sales_team "Sales team"

      table orders from "orders.csv" {
        ordered_on: date time
        amount:     USD
      }

      kpi revenue "Revenue" = sum(orders.amount) {
        owner  sales_team
        every  month
        \(target)
      }
      \(more)
      """
    return [("main.kpi", text)]
  }

  private static let kept = files(target: "target at least 100 USD")
  private static let moved = files(target: "target at least 80 USD")
  private static let check =
    "check --history --only moved-in-running-period --as-of 2026-11-23 --format concise"

  @Test func withoutHistoryNothingIsSaidOfThePast() throws {
    let session = try Session()
    try session.commit(Self.kept, on: "2024-01-05")
    session.run("check --only old-kpi --as-of 2026-11-23")
    #expect(!session.output.contains("old-kpi"))
    session.run("check --history --only old-kpi --as-of 2026-11-23")
    #expect(session.output.contains("`revenue` is there since 2024-01-05 at the latest"))
  }

  @Test func aTargetThatIsMovedIsSeenBeforeItIsCommitted() throws {
    let session = try Session()
    try session.commit(Self.kept, on: "2026-01-05")
    session.run(Self.check)
    #expect(!session.output.contains("moved-in-running-period"))
    try session.write("main.kpi", Self.moved[0].text)
    session.run(Self.check)
    #expect(session.output.contains("was changed on 2026-11-23, while 2026-11 was running"))
  }

  @Test(arguments: [("2026-11-02", false), ("2026-11-07", false), ("2026-11-08", true)])
  func theBeginningOfAPeriodIsThereForItsTarget(day: String, isLate: Bool) throws {
    let session = try Session()
    try session.commit(Self.kept, on: "2026-01-05")
    try session.commit(Self.moved, on: day)
    session.run(Self.check)
    #expect(session.output.contains("moved-in-running-period") == isLate)
  }

  /// Other lines, white space and KPIs that are new are no moved targets.
  @Test func onlyTheTargetItselfCounts() throws {
    let session = try Session()
    try session.commit(Self.kept, on: "2026-01-05")
    let spaced = "target   at least 100 USD\n  asks \"Do we sell enough?\""
    let new = "kpi sales \"Sales\" = sum(orders.amount) { every month target at least 1 USD }\n"
    try session.commit(Self.files(target: spaced, more: new), on: "2026-11-20")
    session.run(Self.check)
    #expect(!session.output.contains("moved-in-running-period"))
  }

  @Test func outsideOfARepositoryTheOtherOpinionsAreGiven() throws {
    let session = try Session(Self.files(target: ""))
    #expect(session.run("check --history --only missing-target,old-kpi --format concise") == 0)
    #expect(session.output.contains("history-left-out"))
    #expect(session.output.contains("is not in a git repository"))
    #expect(session.output.contains("missing-target"))
  }

  @Test func aPartOfTheHistoryIsNotTakenForAllOfIt() throws {
    let whole = try Session()
    try whole.commit(Self.kept, on: "2024-01-05")
    try whole.commit(Self.moved, on: "2026-11-20")
    let session = try Session()
    try session.git(
      [
        "-c", "protocol.file.allow=always", "clone", "--quiet", "--depth", "1",
        "file://" + whole.folder, ".",
      ], on: "2026-11-20")
    session.run(Self.check)
    #expect(session.output.contains("only the latest part of it was fetched"))
    #expect(!session.output.contains("moved-in-running-period"))
  }
}
