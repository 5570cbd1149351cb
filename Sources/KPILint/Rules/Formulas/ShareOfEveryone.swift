import KPIDiagnostics
import KPIModel
import KPIPlan
import KPISyntax

extension LintRule {
  static let shareOfEveryone = LintRule(
    Rule(
      "KPI4109", "share-of-everyone", .warning, from: .standard,
      title: "The share is always 100 %",
      explanation: """
        With `per`, an entity takes part where the formula has rows of it. `share(count(orders where status = \
        "refunded") >= 1 per customer_id)` looks at customers that have refunded orders, and of these everybody has \
        one. To make all customers take part, let the condition speak of all their orders as well: `… >= 1 and \
        count(orders) >= 1 per customer_id`.
        """,
      example: customers + """
        metric refunding = share(count(orders where status = "refunded") >= 1 per customer_id)
        """,
      mended: customers + """
        metric refunding =
          share(count(orders where status = "refunded") >= 1 and count(orders) >= 1 per customer_id)
        """)
  ) { context, findings in
    for formula in context.formulas {
      guard let form = context.form(of: formula.id), form.hasShareOfEveryone,
        !formula.metric.formula.metrics.contains(where: {
          context.form(of: $0)?.hasShareOfEveryone ?? false
        })
      else { continue }
      findings.report(
        "the share in `\(formula.name)` is always 100 %: those without such rows do not take part",
        at: formula.calls { $0 == "share" }.first?.range ?? formula.syntax.range,
        help:
          "Add a condition on all rows of those who should take part: `… and count(orders) >= 1`.")
    }
  }

  private static let customers = """
    table orders from "orders.csv" {
      order_id:    text key
      customer_id: text
      ordered_on:  date time
      status:      text in ("paid", "refunded")
    }

    """
}

extension Formula where Leaf == Measure {
  /// Whether it divides those for whom a condition holds by those who have rows, and every one with rows meets it.
  fileprivate var hasShareOfEveryone: Bool {
    var found = false
    forEachQuotient { top, bottom in
      guard case .leaf(.entities(let part)) = top, case .leaf(.entities(let whole)) = bottom,
        part.function == .countSatisfying, whole.function == .count, part.value == whole.value,
        part.entity == whole.entity, part.window == whole.window, part.entity.grain == nil
      else { return }
      if part.value.holdsForOneRow { found = true }
    }
    return found
  }

  /// Whether it is a condition that one row of its only measure is enough for.
  private var holdsForOneRow: Bool {
    guard case .comparison(let operation, .leaf(.rows(let rows)), .constant(let bound)) = self,
      rows.function == .count
    else { return false }
    return operation == .greater && bound == .zero || operation == .greaterOrEqual && bound == .one
  }
}
