import KPIDiagnostics
import KPIModel

extension LintRule {
  static let missingCadence = LintRule(
    Rule(
      "KPI4002", "missing-cadence", .warning, from: .starter,
      title: "Nobody says how often the KPI is judged",
      explanation: """
        `every month` says by which period a KPI is judged. Without it there is no latest period to look at, so no \
        meeting knows whose turn it is, and the same target means something else by week and by year. Choose the \
        period in which somebody can still act on what the number shows.
        """,
      example: Samples.orders + Samples.owner + """
        kpi revenue "Revenue" = sum(orders.amount) {
          owner sales_team
        }
        """,
      mended: Samples.kpi(""))
  ) { context, findings in
    for kpi in context.kpis where kpi.accountability.cadence == nil {
      findings.report(
        "nobody says how often `\(kpi.name)` is judged", at: kpi.nameRange,
        help: "Add a line such as `every month`.")
    }
  }
}
