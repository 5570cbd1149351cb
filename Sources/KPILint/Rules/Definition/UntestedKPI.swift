import KPIDiagnostics
import KPIModel
import KPIPlan

extension LintRule {
  static let untestedKPI = LintRule(
    Rule(
      "KPI4020", "untested-kpi", .note, from: .strict, title: "No test shows what the KPI counts",
      explanation: """
        A test gives a few rows and says what the KPI is for them. It is the only part of a definition that a department \
        head can check by hand, and it fails when somebody changes what the number means. A test of the metric that \
        the KPI stands for counts as well.
        """,
      example: Samples.kpi(""),
      mended: Samples.kpi("") + """


        test "refunds are part of the revenue" {
          given orders {
            ordered_on | status     | amount
            2026-01-05 | "paid"     | 100 USD
            2026-01-06 | "refunded" |  40 USD
          }
          expect revenue = 140 USD
        }
        """)
  ) { context, findings in
    let tested = Set(context.usage.tested.compactMap(context.meaning))
    for kpi in context.kpis where !context.usage.tested.contains(kpi.id) {
      if let meaning = context.meaning(of: kpi.id), tested.contains(meaning) { continue }
      findings.report(
        "no test shows what `\(kpi.name)` counts", at: kpi.nameRange,
        help: "Add a `test` with a few rows and `expect \(Specification.quoted(kpi.name)) = …`.")
    }
  }
}
