import KPIDiagnostics
import KPIModel
import KPIPlan
import KPISemantics
import KPISource
import KPISyntax

/// A specification of one file, with the normal forms of its metrics.
struct Project {
  let analysis: Analysis

  init(_ text: String) {
    let (tree, _) = parse(SourceText(path: "main.kpi", text: text), file: FileID(0))
    analysis = Analysis.of([tree])
  }

  /// A metric `m` with the formula, beside the shared tables and metrics.
  init(formula: String) { self.init(Project.tables + "metric m = \(formula)") }

  var specification: Specification { analysis.specification }

  /// The normal form in the language's own words, or what keeps it from being one.
  func normalForm(of name: String = "m") -> String {
    guard !analysis.hasErrors else {
      return analysis.diagnostics.map(\.message).joined(separator: "; ")
    }
    guard let metric = specification.metric(named: name) else { return "no metric \(name)" }
    var normaliser = Normaliser(specification)
    do {
      return FormulaText(specification).text(of: try normaliser.normalForm(of: metric))
    } catch {
      return "\(error)"
    }
  }

  /// The form itself, which two equal meanings share.
  func formula(of name: String = "m") throws -> Formula<Measure>? {
    guard !analysis.hasErrors, let metric = specification.metric(named: name) else { return nil }
    var normaliser = Normaliser(specification)
    return try normaliser.normalForm(of: metric)
  }

  static let tables = """
    table customers from "customers.csv" {
      customer_id: text key
      segment:     text
      region:      text
    }

    table orders from "orders.csv" {
      order_id:    text key
      customer_id: text -> customers
      ordered_on:  date time
      paid_on:     date optional
      status:      text
      channel:     text
      amount:      USD
      tip:         USD optional
      quantity:    integer
    }

    table visits from "visits.csv" {
      visited_on: date time
      source:     text
    }

    table staff from "staff.csv" {
      hired_on: date
      left_on:  date optional
      span from hired_on to left_on
    }

    table stock from "stock.csv" {
      counted_on: date snapshot
      units:      integer
    }

    dimension origin {
      orders.channel
      visits.source
    }

    metric revenue = sum(orders.amount where status = "paid")
    metric order_count = count(orders)
    metric order_value = revenue / order_count
    metric headcount = closing(count(staff))

    """
}
