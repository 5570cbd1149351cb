import Foundation
import Testing

@testable import KPISQL

/// The SQL of typical readings in every dialect, each reading a file; `UPDATE_GOLDEN=1 swift test` writes them again.
@Suite struct GoldenTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    var names = "m"
    var by = ""
    var filter: String?
    var columns: [String: PhysicalType]?

    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "filtered-aggregates",
      text: Shop.tables + """
        metric paid   = sum(orders.amount where status = "paid")
        metric share  = share(orders where status = "paid" and quantity >= 2)
        metric mean   = average(orders.amount)
        metric latest = max(orders.quantity)

        """, names: "paid,share,mean,latest", by: "month"),
    Case(
      name: "reference",
      text: Shop.tables + """
        metric m = sum(orders.quantity * 1.5 where customer.segment = "trade")

        """, by: "quarter,segment"),
    Case(
      name: "grouping-sets",
      text: Shop.tables + """
        metric buyers  = count_distinct(orders.customer)
        metric typical = median(orders.amount where status = "paid")
        metric m       = sum(orders.amount)

        """, names: "buyers,typical,m", by: "month,status"),
    // No cell is put together with another one, so each customer is counted where the rows are.
    Case(
      name: "distinct-by-week",
      text: Shop.tables + """
        metric buyers = count_distinct(orders.customer)
        metric m      = sum(orders.amount)

        """, names: "buyers,m", by: "week,status"),
    Case(
      name: "distinct-by-fiscal-quarter",
      text: Shop.tables.replacing(
        "timezone", with: "fiscal starts february\n  timezone", maxReplacements: 1)
        + "metric m = count_distinct(orders.customer)\n", by: "fiscal_quarter"),
    // A visit of nobody has no time by which it could be counted.
    Case(
      name: "time-of-a-reference",
      text: """
        table members from "members.csv" {
          id:        text key
          joined_on: date
        }
        table visits from "visits.csv" {
          on:     date time
          member: text -> members optional
        }
        metric m = count(visits on member.joined_on)

        """),
    Case(
      name: "many-filters",
      text: Shop.tables + """
        metric paid    = sum(orders.amount where status = "paid")
        metric open    = count(orders where status = "open")
        metric large   = max(orders.quantity where quantity > 100)
        metric average = average(orders.amount where customer = "c1")
        metric all     = count(orders)

        """, names: "paid,open,large,average,all", by: "month"),
    Case(
      name: "spans",
      text: Shop.tables + """
        metric headcount = closing(count(staff))
        metric hours     = closing(sum(staff.hours where team != "interns"))

        """, names: "headcount,hours", by: "month,team"),
    Case(
      name: "time-zone",
      text: Shop.tables + """
        metric m = sum(orders.quantity where hour(ordered_at) >= 18 and weekday(ordered_at) <= 5)

        """, by: "day",
      columns: [
        "order_id": .text, "ordered_at": .timestampWithZone, "quantity": .integer,
      ]),
    Case(
      name: "calendar",
      text: Shop.tables + """
        metric m = sum(orders.amount
          where year(paid_on) = 2026 and quarter(paid_on) <= 2 or paid_on > date(ordered_at) or paid_on is missing)

        """, by: "year"),
    // Rates are no matter of the database: amounts come by their currencies and days.
    Case(
      name: "money-of-several-currencies",
      text: Shop.tables + """
        metric received = sum(\(Shop.converted))
        metric refunds  = sum(\(Shop.converted) where kind = "refund")
        metric typical  = average(\(Shop.converted))
        metric payments_made = count(payments)

        """, names: "received,refunds,typical,payments_made", by: "month,kind"),
    Case(
      name: "unusual-names-and-texts",
      text: """
        table `order's "list"` {
          `the "day"`: date time
          kind:         text from "ki`nd\\\\"
          amount:       integer
        }

        metric m = sum(`order's "list"`.amount
          where kind in ("it's", "back\\\\slash", "two\\nlines", "'; DROP TABLE x; --", "“quoted”"))

        """, by: "month"),
  ]

  private static let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Golden"

  @Test(arguments: cases) func sql(example: Case) throws {
    let readings = try Readings(example.text, example.names, by: example.by, where: example.filter)
    let found = Dialect.all.map { dialect in
      let text = Result { try readings.text(dialect, columns: example.columns) }
      switch text {
      case .success(let text): return "-- \(dialect.title)\n\n\(text)"
      case .failure(let refusal): return "-- \(dialect.title): refused, \(refusal)\n"
      }
    }.joined(separator: "\n")
    let path = GoldenTests.folder + "/\(example.name).sql"
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(found.utf8).write(to: URL(fileURLWithPath: path))
    }
    let expected = FileManager.default.contents(atPath: path)
    #expect(expected.map { String(decoding: $0, as: UTF8.self) } == found)
  }

  @Test func everyFileIsOfACase() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: GoldenTests.folder)
    #expect(files.sorted() == GoldenTests.cases.map { $0.name + ".sql" }.sorted())
  }
}
