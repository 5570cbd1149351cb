import KPIDiagnostics
import KPIModel
import KPIPlan
import KPISource

extension LintRule {
  static let repeatedFilter = LintRule(
    Rule(
      "KPI4102", "repeated-filter", .note, from: .standard,
      title: "The same long condition stands in several formulas",
      explanation: """
        A condition of several parts is a definition: which orders count, who is an active customer. Written out in \
        three formulas or more it is changed in two of them one day, and the numbers do not fit together any more. \
        Define it once as a dimension, `dimension counted { case { when … then "yes" else "no" } }`, and \
        filter by that, or filter a metric that has the condition already. Conditions of one part are not reported.
        """,
      example: Samples.orders + """
        metric revenue = sum(orders.amount where status = "paid" and quantity > 0)
        metric taken   = count(orders where status = "paid" and quantity > 0)
        metric pieces  = sum(orders.quantity where quantity > 0 and status = "paid")
        """,
      mended: Samples.orders + """
        dimension counts {
          case { when orders.status = "paid" and orders.quantity > 0 then "yes" else "no" }
        }

        metric revenue = sum(orders.amount) where counts = "yes"
        metric taken   = count(orders) where counts = "yes"
        metric pieces  = sum(orders.quantity) where counts = "yes"
        """)
  ) { context, findings in
    var places: [Set<AttributeExpression>: [MetricID]] = [:]
    for formula in context.formulas where !formula.conditions.isEmpty {
      for condition in Set(formula.conditions.compactMap(\.parts)) {
        places[condition, default: []].append(formula.id)
      }
    }
    for (condition, metrics) in places where metrics.count >= 3 {
      let text = FormulaText(context.specification)
      let shown = condition.map { text.text(of: $0) }.sorted().joined(separator: " and ")
      findings.report(
        "the condition `\(shown)` stands in \(metrics.count) formulas",
        at: context.nameRange(of: metrics[0]), about: shown,
        help: "Define it once as a dimension, and filter by that.",
        labels: metrics.dropFirst().prefix(4).map { .init(context.nameRange(of: $0), "here too") })
    }
  }
}

extension RowExpression {
  /// What must hold together, where that is more than one thing.
  fileprivate var parts: Set<RowExpression>? {
    guard case .all(let parts) = self else { return nil }
    let all = Set(parts.flatMap { $0.parts ?? [$0] })
    return all.count > 1 ? all : nil
  }
}
