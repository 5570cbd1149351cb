import KPIDiagnostics
import KPIModel
import KPISyntax
import KPIText

extension LintRule {
  static let longFormula = LintRule(
    Rule(
      "KPI4115", "long-formula", .note, from: .strict, title: "One formula says too much at once",
      explanation: """
        A formula of more than eight aggregates is not read to the end, and none of its parts can be asked for or tested \
        alone. Give the parts names: a metric each, in the words that people use for them. The number stays the same.
        """,
      example: Samples.orders + "metric odd =\n  " + parts(9) + "\n",
      mended: Samples.orders + "metric small =\n  " + parts(4) + "\n\nmetric odd =\n  small + "
        + parts(5) + "\n")
  ) { context, findings in
    // Few formulas have so many calls of any kind.
    for formula in context.formulas
    where formula.syntax.syntax.descendants(.callExpression).count > most {
      let count = formula.calls(aggregates.contains).count
      guard count > most else { continue }
      findings.report(
        "`\(formula.name)` is made of \(TextFlow.count(count, "aggregate")) in one formula",
        at: context.nameRange(of: formula.id), help: "Give its parts names of their own.")
    }
  }

  private static let most = 8

  private static let aggregates: Set = [
    "sum", "count", "count_distinct", "average", "median", "percentile", "stddev", "share", "top",
    "converted", "retention", "new", "returning", "lost",
  ]

  private static func parts(_ count: Int) -> String {
    (1...count).map { "sum(orders.amount where quantity = \($0))" }.joined(separator: "\n  + ")
  }
}
