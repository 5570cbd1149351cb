import KPIDiagnostics
import KPIModel
import KPISyntax

extension LintRule {
  static let departmentWithoutLead = LintRule(
    Rule(
      "KPI4019", "department-without-lead", .note, from: .standard,
      title: "Nobody leads the department",
      explanation: """
        The lead is the one who sees all KPIs of a department together and decides between them when improving one \
        costs another. Without a lead such a conflict has nobody to go to.
        """,
      example: "department sales \"Sales\"\n\n" + Samples.kpi("  department sales"),
      mended: "department sales \"Sales\" {\n  lead sales_team\n}\n\n"
        + Samples.kpi("  department sales"))
  ) { context, findings in
    for department in context.specification.departments where department.lead == nil {
      guard let name = context.declarations[.department, department.name]?.name else { continue }
      findings.report(
        "nobody leads \(department.label.map { "\"\($0)\"" } ?? "`\(department.name)`")",
        at: name.range, help: "Add a line `lead …` with a declared owner.")
    }
  }
}
