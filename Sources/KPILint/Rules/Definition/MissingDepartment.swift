import KPIDiagnostics
import KPIModel

extension LintRule {
  static let missingDepartment = LintRule(
    Rule(
      "KPI4007", "missing-department", .note, from: .standard,
      title: "The KPI belongs to no department",
      explanation: """
        Where a company divides its KPIs by department, one without is on nobody's list: `kpi status` of a department \
        leaves it out, and so do its meetings. Companies that declare no department are not asked for one.
        """,
      example: "department sales \"Sales\"\n\n" + Samples.kpi(""),
      mended: "department sales \"Sales\"\n\n" + Samples.kpi("  department sales"))
  ) { context, findings in
    guard !context.specification.departments.isEmpty else { return }
    for kpi in context.kpis where kpi.accountability.department == nil {
      findings.report(
        "`\(kpi.name)` belongs to no department", at: kpi.nameRange,
        help: "Add a line `department …` with one of "
          + "\(nameList(context.specification.departments.map(\.name))).")
    }
  }
}
