import KPICommand
import Testing

@Suite struct FormatTests {
  private let crooked = "metric  a=b\n\nunit kg\n"
  private let straight = "metric a = b\n\nunit kg\n"

  private func session() throws -> Session {
    try Session([("a.kpi", crooked), ("deep/b.kpi", straight), ("c.txt", crooked)])
  }

  @Test func rewritesWhatIsNotCanonical() throws {
    let session = try session()
    #expect(session.run("fmt") == 0)
    #expect(session.output == "a.kpi\n")
    #expect(session.errors == "")
    #expect(try session.read("a.kpi") == straight)
    #expect(try session.read("c.txt") == crooked)
    #expect(session.run("fmt") == 0)
    #expect(session.output == "")
  }

  @Test func checkWritesNothing() throws {
    let session = try session()
    #expect(session.run("fmt --check") == 1)
    #expect(session.output == "a.kpi\n")
    #expect(try session.read("a.kpi") == crooked)
    #expect(session.run("fmt --check deep") == 0)
    #expect(session.output == "")
  }

  @Test func diffShowsWhatWouldChange() throws {
    let session = try session()
    let diff = """
      --- a.kpi
      +++ a.kpi
      @@ -1,3 +1,3 @@
      -metric  a=b
      +metric a = b
       
       unit kg

      """
    #expect(session.run("fmt --diff") == 0)
    #expect(session.output == diff)
    #expect(session.run("fmt --diff --check") == 1)
    #expect(session.output == diff)
    #expect(try session.read("a.kpi") == crooked)
  }

  @Test func aDashIsStandardInput() throws {
    let session = try session()
    #expect(session.run("fmt -", input: crooked) == 0)
    #expect(session.output == straight)
    #expect(session.run("fmt --check -", input: crooked) == 1)
    #expect(session.output == "")
    #expect(session.run("fmt - --check", input: straight) == 0)
    #expect(session.run("fmt - --diff", input: crooked) == 0)
    #expect(session.output.hasPrefix("--- standard input\n"))
    #expect(session.run("fmt - a.kpi") == 2)
    #expect(session.errors.contains("unexpected-argument"))
    #expect(try session.read("a.kpi") == crooked)
  }

  @Test func namesTheLinesLeftAlone() throws {
    let broken = "kpi  x  =  {\n  owner\n}\nsum\n"
    let session = try Session([("a.kpi", "\n" + crooked + broken + "unit  m\n")])
    session.run("fmt --check")
    #expect(session.errors.hasPrefix("a.kpi: lines 5 to 8 are left as written"))
    #expect(session.run("fmt") == 0)
    #expect(
      session.errors
        == "a.kpi: lines 4 to 7 are left as written, since `kpi check` finds mistakes there\n")
    #expect(try session.read("a.kpi") == straight + broken + "unit m\n")
  }

  @Test func saysWhatCannotBeRead() throws {
    let session = try session()
    #expect(session.run("fmt nothing.kpi") == 2)
    #expect(session.errors.contains("unreadable-file"))
  }

  /// What other commands write is laid out already.
  @Test func startersAndProposalsAreCanonical() throws {
    let session = try Session([("orders.csv", "order_id,amount\n1,2.50\n2,3\n")])
    #expect(session.run("new demo") == 0)
    #expect(session.run("fmt --diff demo") == 0)
    #expect(session.output == "")
    session.run("table orders.csv")
    let proposal = session.output
    session.run("fmt -", input: proposal)
    #expect(session.output == proposal)
  }
}
