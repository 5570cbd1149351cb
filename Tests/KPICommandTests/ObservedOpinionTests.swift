import KPIDiagnostics
import Testing

/// `kpi check --data`: opinions about how the KPIs stand, from the files to the exit status.
@Suite struct ObservedOpinionTests {
  private static let specification = """
    owner sales_team "Sales team"

    table orders from "orders.csv" {
      ordered_on: date time
      amount:     USD
    }

    metric sold = sum(orders.amount)

    kpi revenue "Revenue" = sold {
      owner     sales_team
      every     month
      target    at least 100 USD
      threshold 80 USD
    }


    """

  private static func initiative(_ improves: String, _ state: String) -> String {
    "initiative till \"A till\" {\n  improves \(improves)\n  state    \(state)\n}\n"
  }

  /// The names of what is found on 23 November 2026 where the months up to October had these amounts.
  private func found(
    _ amounts: [Int], _ declarations: String = "", options: String = "--data"
  ) throws -> [String] {
    let rows = amounts.enumerated().map { "2026-\($0 + 11 - amounts.count)-15,\($1)\n" }
    let session = try Session([
      ("main.kpi", Self.specification + declarations),
      ("orders.csv", "ordered_on,amount\n" + rows.map(Self.padded).joined()),
    ])
    let rules = "off-track-without-initiative,unhealthy-for-long,off-track-without-action,no-data"
    let status = session.run("check \(options) --only \(rules) --as-of 2026-11-23 --format concise")
    #expect(status == 0 && session.errors.isEmpty, "\(session.errors)")
    return session.output.matches(of: /KPI4[0-9]{3} ([a-z-]+)/).map { String($0.1) }.sorted()
  }

  private static func padded(_ row: String) -> String {
    row.replacing(/^2026-(\d)-/) { "2026-0\($0.1)-" }
  }

  @Test func offTrackForMonthsWithoutWork() throws {
    let amounts = [120, 110, 90, 50, 40]
    let action = "off-track-without-action"
    #expect(try found(amounts) == [action, "off-track-without-initiative"])
    // With work under way the question is another one.
    let both = [action, "unhealthy-for-long"]
    #expect(try found(amounts, Self.initiative("revenue", "active")) == both)
    #expect(try found(amounts, Self.initiative("sold", "active")) == both)
    // Work that is over, or on something else, is none.
    let alone = [action, "off-track-without-initiative"]
    #expect(try found(amounts, Self.initiative("revenue", "done")) == alone)
    let other = "metric number = count(orders)\n\n" + Self.initiative("number", "active")
    #expect(try found(amounts, other) == alone)
  }

  @Test func oneBadMonthIsNoTrend() throws {
    #expect(try found([120, 110, 105, 40]) == [])
    #expect(try found([50, 40, 120]) == [])
    #expect(try found([120, 90, 90]) == [])
    #expect(try found([120, 90, 90, 90]) == ["unhealthy-for-long"])
  }

  @Test func nothingIsEvaluatedUnasked() throws {
    #expect(try found([50, 40, 30], options: "") == [])
  }

  /// A table that only tests give rows keeps its own KPIs from being looked at, and no others.
  @Test func tablesWithoutAPlaceAreLeftOut() throws {
    let other = """
      table calls {
        called_on: date time
      }

      kpi calls_made "Calls" = count(calls) {
        every  month
        target at least 5
      }
      """
    #expect(
      try found([120, 50, 40], other) == [
        "off-track-without-action", "off-track-without-initiative",
      ])
  }

  /// A file that cannot be read is an error and not the lack of findings.
  @Test(arguments: [nil, "ordered_on,amount\n2026-10-15,much\n", "ordered_on\n2026-10-15\n"])
  func dataThatCannotBeReadIsReported(file: String?) throws {
    let session = try Session(
      [("main.kpi", Self.specification)] + (file.map { [("orders.csv", $0)] } ?? []))
    #expect(session.run("check --data --as-of 2026-11-23 --format concise") != 0)
    let text = session.output + session.errors
    #expect(text.contains(/error\[?[: ]?.*KPI3|KPI3[0-9]{3}/), "\(text)")
    #expect(text.contains("orders"), "\(text)")
    #expect(session.run("check --as-of 2026-11-23 --format concise") == 0)
  }
}
