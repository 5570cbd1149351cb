import KPIDiagnostics
import KPILint
import KPISemantics
import KPISource
import KPISyntax
import Testing

/// What opinions about formulas and definitions leave alone, and what they find beyond their examples.
@Suite struct FormulaOpinionTests {
  private static let tables = """
    table orders from "orders.csv" {
      order_id:    text key
      customer_id: text
      ordered_on:  date time
      paid_on:     date optional
      status:      text in ("paid", "refunded", "todo")
      channel:     text optional
      is_gift:     boolean
      amount:      USD
      cost:        USD optional
      price:       USD optional
      discount:    percent optional
    }

    owner team "Team"

    """

  struct Case: Sendable, CustomTestStringConvertible {
    let rule: String
    let text: String
    /// How often the rule is broken.
    let count: Int

    init(_ rule: String, _ text: String, _ count: Int) {
      self.rule = rule
      self.text = text
      self.count = count
    }

    var testDescription: String { "\(rule): \(text)" }
  }

  private static let formulas = [
    // What the author explains is no riddle, and neither is a rate per thousand.
    Case(
      "magic-factor",
      "/// Gifts in 100 orders.\nmetric m = 100 * count(orders where is_gift) / count(orders)", 0),
    Case("magic-factor", "metric m = sum(orders.amount) / count(orders) * 1000", 0),
    Case("magic-factor", "metric m = sum(orders.amount) / (count(orders) / 1000)", 0),
    Case("magic-factor", "metric m = sum(orders.amount) / 1000", 1),
    Case(
      "magic-factor", "metric m = round(count(orders where is_gift) / count(orders) * 100, 1)", 1),
    Case("magic-factor", "metric m = sum(orders.amount / 100)", 1),
    // Only what is added may stand for nothing.
    Case("optional-part-drops-row", "metric m = sum(orders.price - orders.cost)", 0),
    Case("optional-part-drops-row", "metric m = sum(orders.amount - orders.cost)", 1),
    Case("optional-part-drops-row", "metric m = sum(orders.amount * (1 - orders.discount))", 1),
    Case(
      "optional-part-drops-row",
      "metric m = sum(orders.amount + orders.cost where cost is not missing)", 0),
    Case("optional-part-drops-row", "metric m = average(orders.paid_on - orders.ordered_on)", 0),
    Case(
      "missing-values-dropped",
      "metric m = (count(orders where channel != \"web\")) where channel is not missing", 0),
    Case(
      "missing-values-dropped", "metric m = count(orders where channel not in (\"web\", \"shop\"))",
      1),
    Case("missing-values-dropped", "metric m = count(orders where status != \"paid\")", 0),
    Case("missing-values-dropped", "metric m = count(orders) where not (channel = \"web\")", 1),
    // Of those with one, some have two.
    Case(
      "share-of-everyone", "metric m = share(count(orders where is_gift) >= 2 per customer_id)", 0),
    Case(
      "share-of-everyone", "metric m = share(count(orders where is_gift) > 0 per customer_id)", 1),
    Case("share-of-everyone", "metric m = share(sum(orders.amount) > 0 per customer_id)", 0),
    // Said once, where it is written.
    Case(
      "division-by-itself",
      "metric m = share(orders where is_gift) where is_gift\nmetric n = 2 * m", 1),
    Case("division-by-itself", "metric m = count(orders) / total(count(orders))", 0),
    Case("distinct-count-of-key", "metric m = count_distinct(orders.customer_id)", 0),
    Case("boolean-comparison", "metric m = count(orders where is_gift != false)", 1),
    Case("implicit-date", "metric m = count(orders where paid_on is not missing on paid_on)", 0),
    Case("implicit-date", "metric m = share(orders where paid_on is not missing)", 0),
    Case(
      "repeated-filter",
      "metric a = count(orders where is_gift)\nmetric b = sum(orders.amount where is_gift)\nmetric c = average(orders.amount where is_gift)",
      0),
    Case("sum-of-percent-column", "metric m = sum(orders.discount * orders.amount)", 0),
    Case("share-without-range", kpi("a", "share(orders where is_gift)", "unit percent"), 0),
    Case(
      "share-without-range",
      kpi("a", "count(orders where discount > 5%) / count(orders.discount)", "unit percent"), 0),
  ]

  private static let definitions = [
    // A KPI over a metric is the normal way, and another period makes another KPI.
    Case("duplicate-meaning", "metric m = count(orders)\n" + kpi("a", "m"), 0),
    Case(
      "duplicate-meaning",
      "metric m = count(orders)\n" + kpi("a", "m") + kpi("b", "m", every: "year"), 0),
    Case("duplicate-meaning", "metric m = count(orders)\n" + kpi("a", "m") + kpi("b", "m"), 1),
    Case("duplicate-meaning", "metric m = count(orders)\n" + kpi("a", "count(orders)"), 1),
    Case(
      "duplicate-meaning",
      "metric m = count(orders)\nmetric n = count(orders) { deprecated since 2026-01 use m }", 0),
    Case("duplicate-meaning", "metric vat = 10%\nmetric tax = 10%", 0),
    Case("same-label", "metric m \"Orders\" = count(orders)\n" + kpi("a", "m", label: "orders"), 0),
    Case(
      "same-label",
      "metric m \"Đơn hàng\" = count(orders)\n" + kpi("a", "sum(orders.amount)", label: "đơn hàng"),
      1),
    Case("vague-name", kpi("a", "count(orders)", label: "Service quality"), 0),
    Case("vague-name", kpi("a", "count(orders)", label: "Hiệu quả công việc"), 1),
    Case("placeholder", kpi("a", "count(orders where status = \"todo\")"), 0),
    Case("placeholder", kpi("a", "count(orders)", "asks \"…\""), 1),
    Case("placeholder", "owner me \"Me\" { email \"me@example.com\" }", 1),
    Case(
      "deprecated-in-use",
      "metric n = count(orders)\nmetric m = count(orders) { deprecated since 2030-01 use n }\nmetric k = m + 1",
      0),
    Case("unused-table", "table rates from \"r.csv\" {\n  day: date time\n}", 2),
    Case("name-style", "metric doanh_số = count(orders)\nmetric DoanhThu = sum(orders.amount)", 1),
    Case("missing-department", kpi("a", "count(orders)"), 0),
  ]

  private static func kpi(
    _ name: String, _ formula: String, _ line: String = "", label: String = "A",
    every: String = "month"
  ) -> String {
    "kpi \(name) \"\(label)\" = \(formula) {\n  owner team\n  every \(every)\n  \(line)\n}\n"
  }

  @Test(arguments: formulas + definitions)
  func findsWhatIsWrongAndNothingElse(example: Case) throws {
    let rule = try #require(Catalogue.anyRule(named: example.rule))
    let found = OpinionTests.findings(in: Self.tables + example.text, only: rule)
    #expect(found.count == example.count, "\(found)")
    #expect(found.allSatisfy { $0.hasPrefix(rule.code) }, "\(found)")
  }

  @Test(arguments: [
    (
      "boolean-comparison", "metric m = count(orders where is_gift = false)",
      "metric m = count(orders where not is_gift)"
    ),
    (
      "distinct-count-of-key", "metric m = count_distinct(orders.order_id where is_gift)",
      "metric m = count(orders where is_gift)"
    ),
    (
      "duplicate-meaning", "metric m = count(orders)\nmetric n = count(orders)",
      "metric m = count(orders)\nmetric n = m"
    ),
  ])
  func fixMendsIt(name: String, text: String, mended: String) throws {
    let rule = try #require(Catalogue.anyRule(named: name))
    let source = SourceText(path: "main.kpi", text: Self.tables + text)
    let analysis = Analysis.of([parse(source, file: FileID(0)).tree])
    let verdict = Lint(only: [rule], today: OpinionTests.today).verdict([], of: analysis)
    let fix = try #require(verdict.diagnostics.first?.fixes.first)
    var bytes = Array(source.bytes)
    for edit in fix.edits.sorted(by: { $0.range.start > $1.range.start }) {
      bytes.replaceSubrange(edit.range.bytes, with: edit.replacement.utf8)
    }
    #expect(String(decoding: bytes, as: UTF8.self) == Self.tables + mended)
    #expect(fix.applicability == .safe)
  }
}
