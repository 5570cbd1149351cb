import KPIDiagnostics
import KPIModel
import KPIPlan

extension LintRule {
  static let constantKPI = LintRule(
    Rule(
      "KPI4104", "constant-kpi", .warning, from: .starter,
      title: "The KPI is the same whatever happens",
      explanation: """
        The formula looks at no rows, so its value cannot change when the business does. Often it was typed in from \
        a report to have something to show. Define it over the rows that it comes from; a figure to compare with is a \
        `benchmark`, an assumption is a `metric`.
        """,
      example: Samples.orders + Samples.owner + """
        kpi satisfied "Satisfied customers" = 92% {
          owner sales_team
          every month
        }
        """,
      mended: Samples.orders + Samples.owner + """
        kpi satisfied "Customers that keep what they buy" = share(orders where status = "paid") {
          owner sales_team
          every month
        }
        """)
  ) { context, findings in
    for kpi in context.kpis {
      guard context.form(of: kpi.id) != nil, context.measures(of: kpi.id).isEmpty else { continue }
      findings.report(
        "`\(kpi.name)` looks at no rows and is the same whatever happens",
        at: kpi.metric.formulaRange, help: "Define it over the rows that it comes from.")
    }
  }
}
