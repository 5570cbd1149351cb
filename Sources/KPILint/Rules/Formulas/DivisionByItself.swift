import KPIDiagnostics
import KPIModel
import KPIPlan
import KPISyntax

extension LintRule {
  static let divisionByItself = LintRule(
    Rule(
      "KPI4116", "division-by-itself", .warning, from: .starter,
      title: "A number is divided by itself",
      explanation: """
        Both sides of a division mean the same, so that it is 1, or missing, whatever happens. Often the filter of one \
        side was forgotten, or covers both: `where` at the end of a formula filters all of it, and a `share` is then \
        the share of what already satisfies its condition. Put parentheses around the side that the filter is for.
        """,
      example: Samples.orders + """
        metric refund_rate = count(orders) / count(orders) where status = "refunded"
        """,
      mended: Samples.orders + """
        metric refund_rate = (count(orders) where status = "refunded") / count(orders)
        """)
  ) { context, findings in
    for formula in context.formulas {
      guard let form = context.form(of: formula.id), form.isDividedByItself,
        !formula.metric.formula.metrics.contains(where: {
          context.form(of: $0)?.isDividedByItself ?? false
        })
      else { continue }
      findings.report(
        "`\(formula.name)` divides a number by itself", at: formula.syntax.range,
        help: "Look for a filter that one of the sides lacks, or that covers both.")
    }
  }
}

extension Formula where Leaf == Measure {
  fileprivate var isDividedByItself: Bool {
    var found = false
    forEachQuotient { top, bottom in if top == bottom { found = true } }
    return found
  }
}
