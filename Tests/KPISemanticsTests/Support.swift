import KPIDiagnostics
import KPISemantics
import KPISource
import KPISyntax

/// A specification of one file, checked.
struct Checked {
  let source: SourceText
  let analysis: Analysis
  let diagnostics: [Diagnostic]

  init(_ text: String) {
    source = SourceText(path: "main.kpi", text: text)
    let (tree, problems) = parse(source, file: FileID(0))
    analysis = Analysis.of([tree])
    diagnostics = problems + analysis.diagnostics
  }

  /// `rule-name: the text that is marked`, for each finding.
  var findings: [String] {
    diagnostics.map { finding in
      guard case .source(let range) = finding.location else { return finding.rule.name }
      return "\(finding.rule.name): \(source[range.bytes])"
    }
  }

  /// Findings with their sentences, for a failed test to show.
  var report: String {
    zip(findings, diagnostics).map { "\($0)\n  \($1.message); \($1.help ?? "")" }
      .joined(separator: "\n")
  }
}

/// Tables that the tests share: events, snapshots, spans and reference data.
enum Tables {
  static let shop = """
    unit kg
    unit cent = 0.01 USD
    owner team "Team"

    table customers from "customers.csv" {
      customer_id:  text key
      segment:      text in ("smb", "enterprise")
      signed_up_on: date
    }

    table products from "products.csv" {
      sku:   text key
      type:  text
      price: USD
    }

    table orders from "orders.csv" {
      order_id:    text key
      customer_id: text -> customers
      ordered_at:  timestamp time
      shipped_on:  date optional
      status:      text in ("paid", "refunded")
      channel:     text in ("web", "shop")
      amount:      USD
      fee:         cent
      weight:      kg
      wait:        duration minutes optional
      rate:        percent
    }

    table items from "items.csv" {
      order_id: text -> orders
      sku:      text -> products
      quantity: integer
      time order_id.ordered_at
    }

    table visits from "visits.csv" {
      visited_on: date time
      source:     text in ("web", "ads")
      visitors:   integer
    }

    table stock from "stock.csv" {
      counted_on: date snapshot
      sku:        text -> products
      units:      integer
    }

    table staff from "staff.csv" {
      staff_id: text key
      hired_on: date
      left_on:  date optional
      span from hired_on to left_on
    }

    dimension origin {
      orders.channel
      visits.source
    }

    metric revenue = sum(orders.amount where status = "paid")
    metric order_count = count(orders)
    metric waiting = average(orders.wait) { unit minutes }
    metric headcount = closing(count(staff))

    """
}
