import Testing

/// What `kpi check` mends, and what it leaves for later.
@Suite struct CheckTests {
  private static let data = """
    owner sales_team "Sales team"

    table orders from "orders.csv" {
      ordered_on: date time
      amount:     USD
    }


    """

  private static func kpi(_ name: String, _ lines: String) -> String {
    """
    kpi \(name) "\(name)" = sum(orders.amount) {
      owner sales_team
      every month
    \(lines)
    }

    """
  }

  // MARK: Fixes

  /// The repeated line changes nothing; the pause before 2027-04 does.
  private static let dated =
    data
    + kpi(
      "revenue",
      """
        target {
          from 2026 at least 100 USD
          from 2026-06 to 2026-12 at least 110 USD
          from 2027-04 at least 120 USD
          from 2028 at least 120 USD
        }
      """)

  private static let opinions = "--only unchanged-target,target-gap --as-of 2026-11-23"

  @Test func onlySafeFixesAreMadeUnasked() throws {
    let session = try Session([("main.kpi", Self.dated)])
    #expect(session.run("check --fix \(Self.opinions) --format concise") == 0)
    #expect(session.errors.contains("mended 1 finding\n"))
    #expect(session.output.contains("target-gap"))
    #expect(!session.output.contains("unchanged-target"))
    let text = try session.read("main.kpi")
    #expect(!text.contains("from 2028"))
    #expect(text.contains("from 2026-06 to 2026-12 at least 110 USD"))
    #expect(text.contains("from 2027-04 at least 120 USD\n  }"))
  }

  @Test func fixesThatChangeAStatusAreAskedFor() throws {
    let session = try Session([("main.kpi", Self.dated)])
    #expect(session.run("check --fix --unsafe-fixes \(Self.opinions) --format concise") == 0)
    #expect(session.errors.contains("mended 2 findings\n"))
    #expect(!session.output.contains("target-gap"))
    let text = try session.read("main.kpi")
    #expect(text.contains("from 2026-06 at least 110 USD\n"))
    #expect(!text.contains("from 2028"))
    // What is mended stays mended.
    session.run("check --fix --unsafe-fixes \(Self.opinions)")
    #expect(!session.errors.contains("mended"))
    #expect(try session.read("main.kpi") == text)
  }

  @Test func withoutFixFilesAreLeftAlone() throws {
    let session = try Session([("main.kpi", Self.dated)])
    session.run("check --unsafe-fixes \(Self.opinions)")
    #expect(try session.read("main.kpi") == Self.dated)
  }

  // MARK: Baseline

  private static let before = data + kpi("revenue", "") + kpi("sales", "")
  private static let check = "check --only missing-target --fail-on warning --format concise"

  @Test func aBaselineLeavesOnlyWhatIsNew() throws {
    let session = try Session([("main.kpi", Self.before)])
    #expect(session.run("\(Self.check) --write-baseline known.txt") == 1)
    #expect(session.errors.contains("wrote 2 findings to known.txt\n"))
    #expect(session.run("\(Self.check) --baseline known.txt") == 0)
    #expect(!session.output.contains("missing-target"))
    // Lines move, a KPI is added.
    try session.write("main.kpi", "\n\n// Moved.\n" + Self.before + Self.kpi("margin", ""))
    #expect(session.run("\(Self.check) --baseline known.txt") == 1)
    #expect(session.output.contains("`margin` has no target"))
    #expect(!session.output.contains("`revenue` has no target"))
  }

  @Test func aBaselineIsPrunedOfWhatIsMended() throws {
    let session = try Session([("main.kpi", Self.before)])
    session.run("\(Self.check) --write-baseline known.txt")
    let mended =
      Self.data + Self.kpi("revenue", "  target at least 100 USD") + Self.kpi("sales", "")
    try session.write("main.kpi", mended)
    let known = try session.read("known.txt")
    #expect(session.run("\(Self.check) --baseline known.txt") == 0)
    #expect(session.errors.contains("1 finding of known.txt does not occur any more"))
    #expect(try session.read("known.txt") == known)
    #expect(session.run("\(Self.check) --baseline known.txt --prune-baseline") == 0)
    #expect(session.errors.contains("took 1 finding out of known.txt\n"))
    let pruned = try session.read("known.txt")
    #expect(pruned.contains("kpi sales") && !pruned.contains("kpi revenue"))
    // What comes back is new.
    try session.write("main.kpi", Self.before)
    #expect(session.run("\(Self.check) --baseline known.txt") == 1)
    #expect(session.output.contains("`revenue` has no target"))
  }

  @Test func whatTheBaselineLeavesOutIsToldToMachines() throws {
    let session = try Session([("main.kpi", Self.before)])
    session.run("\(Self.check) --write-baseline known.txt")
    let machine = "check --only missing-target --baseline known.txt --format sarif"
    #expect(session.run(machine) == 0)
    #expect(session.output.contains("\"suppressions\""))
    #expect(session.output.contains("\"external\""))
  }

  @Test func errorsAreInNoBaseline() throws {
    let session = try Session([("main.kpi", "metric broken = missing_thing\n")])
    #expect(session.run("check --write-baseline known.txt") == 1)
    #expect(session.errors.contains("known.txt is left as it is"))
    #expect(session.run("check --baseline known.txt") == 2)
    try session.write("known.txt", "# Findings.\n")
    #expect(session.run("check --baseline known.txt") == 1)
  }

  /// What the company denies is counted as an error, and hides no opinion.
  @Test func aDeniedOpinionDoesNotKeepABaselineFromBeingWritten() throws {
    let denying = "company \"Shop\" {\n  lint { deny missing-target }\n}\n"
    let session = try Session([("main.kpi", denying + Self.before)])
    #expect(session.run("check --profile strict --write-baseline known.txt") == 1)
    let known = try session.read("known.txt")
    #expect(known.contains("kpi revenue") && !known.contains("missing-target"))
  }

  /// What a run does not look for may still be there.
  @Test(arguments: [
    "--only missing-owner", "--profile none", "--profile starter", "main.kpi", "broken",
  ])
  func aBaselineKeepsWhatWasNotLookedFor(_ options: String) throws {
    let session = try Session([("main.kpi", Self.before)])
    session.run("check --profile strict --write-baseline known.txt")
    let known = try session.read("known.txt")
    let rules = Set(known.split(separator: "\n").map { $0.prefix { $0 != "\t" } })
    #expect(known.contains("missing-target") && rules.count > 2)
    if options == "broken" {
      try session.write("main.kpi", Self.before + "metric broken = missing_thing\n")
    }
    let asked = options == "broken" ? "" : options
    session.run("check --baseline known.txt --prune-baseline \(asked)")
    #expect(try session.read("known.txt") == known)
    session.run("check --write-baseline known.txt \(asked)")
    #expect(try session.read("known.txt") == known)
  }

  // MARK: Files

  /// A file alone means something else than with the others that it refers to.
  @Test func aFileIsCheckedWithItsProject() throws {
    let session = try Session([
      ("company.kpi", "company \"Shop\" {\n  currency USD\n}\n"), ("data.kpi", Self.data),
      ("sales.kpi", Self.kpi("revenue", "")), ("more.kpi", Self.kpi("sales", "")),
    ])
    #expect(session.run("\(Self.check) sales.kpi") == 1)
    #expect(session.output.contains("`revenue` has no target"))
    #expect(!session.output.contains("`sales`"))
    #expect(session.output.contains("1 warning in 1 file"))
    try session.write("more.kpi", "metric broken = missing_thing\n")
    #expect(session.run("\(Self.check) sales.kpi") == 0)
    #expect(session.errors.contains("1 error in other files of the project"))
    #expect(session.run("\(Self.check) more.kpi") == 1)
  }

  @Test func aBaselineThatCannotBeReadEndsTheRun() throws {
    let session = try Session([("main.kpi", Self.before)])
    #expect(session.run("check --baseline missing.txt") == 2)
    #expect(session.errors.contains("missing.txt"))
    #expect(session.run("check --write-baseline no/such/folder/known.txt") == 2)
  }
}
