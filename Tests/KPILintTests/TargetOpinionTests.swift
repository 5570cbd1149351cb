import KPIDiagnostics
import Testing

@testable import KPILint

/// Where opinions about targets and reviews are given, and where they would be false alarms. Seen from 2026-11-23.
@Suite struct TargetOpinionTests {
  private func count(_ name: String, _ lines: String, formula: String = "sum(orders.amount)")
    throws -> Int
  {
    let rule = try #require(Catalogue.anyRule(named: name))
    let text =
      Samples.orders + Samples.owner + """
        metric order_count = count(orders)

        kpi revenue "Revenue" = \(formula) {
          owner sales_team
          every month
          \(lines)
        }

        """
    let found = OpinionTests.findings(in: text, only: rule)
    let others = found.filter { !$0.hasPrefix(rule.code) }
    #expect(others == [])
    return found.count
  }

  @Test(arguments: [
    // A gap that is over cannot be closed any more.
    ("target { from 2025 to 2025 at least 1 USD  from 2026-03 at least 2 USD }", 0),
    ("target { from 2026 to 2026 at least 1 USD  from 2027-01 at least 2 USD }", 0),
    ("target { from 2026 to 2026 at least 1 USD  from 2027-02 at least 2 USD }", 1),
    // No month begins between.
    ("target { from 2026 to 2027-01-05 at least 1 USD  from 2027-01-20 at least 2 USD }", 0),
    (
      "target by status { \"paid\" { from 2026 to 2026 at least 1 USD  from 2028 at least 2 USD } }",
      1
    ),
  ])
  func gaps(lines: String, expected: Int) throws {
    #expect(try count("target-gap", lines) == expected)
  }

  @Test(arguments: [
    ("target { from 2026 to 2026-10 at least 1 USD }", 1),
    ("target { from 2026 to 2026-11 at least 1 USD }", 0),
    ("target { from 2026 to 2026-10 at least 1 USD  from 2026-11 at least 1 USD }", 0),
    // The one before does not come back.
    ("target { from 2025 at least 1 USD  from 2026 to 2026-10 at least 2 USD }", 1),
    // An expired KPI is reported as that.
    ("target { from 2026 to 2026-10 at least 1 USD }\n  expires 2026-10-31", 0),
    (
      "target at least 1 USD\n  target by status { \"paid\" { from 2026 to 2026-10 at least 1 USD } }",
      1
    ),
    // A forecast that has ended gives no status.
    ("target at least 1 USD\n  target forecast { from 2026 to 2026-10 at least 1 USD }", 0),
  ])
  func ends(lines: String, expected: Int) throws {
    #expect(try count("target-expired", lines) == expected)
  }

  @Test(arguments: [
    ("count(orders)", "target at least -1", 1),
    ("count(orders)", "target at least 0", 0),
    ("count(orders where status = \"paid\")", "target at most -1", 1),
    ("order_count", "target at most -1", 1),
    ("order_count where status = \"paid\"", "target at most -1", 1),
    ("share(orders where status = \"paid\")", "target at least 101%", 1),
    ("share(orders where status = \"paid\")", "target at least 50%\n  stretch 150%", 1),
    ("share(orders where status = \"paid\")", "target at least 100%", 0),
    // A bare percentage was reported as that.
    ("sum(orders.amount)", "in 0 USD..100 USD\n  target at least 50 USD\n  threshold 40 USD", 0),
    ("sum(orders.amount)", "in 0 USD..100 USD\n  target between 50 USD and 120 USD", 1),
    // What is spread over months is larger than a month.
    (
      "sum(orders.amount)",
      "in 0 USD..100 USD\n  target { from 2026 at least 900 USD phased evenly }", 0
    ),
  ])
  func ranges(formula: String, lines: String, expected: Int) throws {
    #expect(try count("target-outside-range", lines, formula: formula) == expected)
  }

  @Test(arguments: [
    ("target at most 0", 0),
    ("target at most 5", 1),
    ("target at least 5\n  target by status { \"paid\" at least 4 }", 0),
    ("", 0),
  ])
  func thresholds(lines: String, expected: Int) throws {
    #expect(try count("missing-threshold", lines, formula: "count(orders)") == expected)
  }

  @Test(arguments: [
    ("target at least 99.9%\n  threshold 99.5%", 0),
    ("target at least 99.9%\n  threshold 99.8995%", 1),
    ("target at least 50%\n  threshold 49.9%", 1),
    ("target at least 50%\n  threshold 49%", 0),
  ])
  func tolerances(lines: String, expected: Int) throws {
    #expect(
      try count(
        "tolerance-too-thin", lines, formula: "share(orders where status = \"paid\")") == expected)
  }

  @Test(arguments: [
    ("target { from 2026 at least 5 USD  from 2027 at least 5 USD }", 1),
    ("target { from 2026 at least 5 USD  from 2027 at most 5 USD }", 0),
    // After a pause the same value is a decision.
    ("target { from 2026 to 2026-06 at least 5 USD  from 2027 at least 5 USD }", 0),
    ("target { from 2026 to 2026 at least 5 USD  from 2027 at least 5 USD }", 1),
    (
      "target { from 2026 at least 5% above previous year  from 2027 at least 5% above previous year }",
      0
    ),
  ])
  func repeatedValues(lines: String, expected: Int) throws {
    #expect(try count("unchanged-target", lines) == expected)
  }

  /// A quarter after 23 August is 23 November.
  @Test(arguments: [
    ("review every quarter, last 2026-08-23", 0),
    ("review every quarter, last 2026-08-22", 1),
    ("review every week, last 2026-11-15", 1),
    ("review every year, last 2025-11-23", 0),
    ("review every quarter", 0),
    ("review every quarter, last 2025-01-01\n  deprecated since 2026-09", 0),
  ])
  func reviews(lines: String, expected: Int) throws {
    #expect(try count("stale-review", lines) == expected)
  }

  @Test(arguments: [
    ("company \"Shop\"\n", 0),
    ("company \"Shop\" { holidays { 2026-01-01 \"New Year\" } }\n", 0),
    ("company \"Shop\" { holidays { 2024-01-01 \"A\"  2025-12-25 \"B\" } }\n", 1),
    ("company \"Shop\" { holidays { 2025-12-29 to 2026-01-02 \"New Year\" } }\n", 0),
  ])
  func holidays(text: String, expected: Int) throws {
    let rule = try #require(Catalogue.anyRule(named: "holidays-run-out"))
    #expect(OpinionTests.findings(in: text, only: rule).count == expected)
  }
}
