import KPIDiagnostics
import KPIModel

extension LintRule {
  static let noData = LintRule(
    Rule(
      code: "KPI4505", name: "no-data", severity: .warning, profile: .starter,
      title: "A KPI has had no value for two periods",
      explanation: """
        In the latest two complete periods there was nothing to compute the KPI from. The export may have stopped, a \
        column may have been renamed, or nothing happened that it measures. Whatever it is, nobody noticed, and a KPI \
        without a value is not on track.

        A sum or a count over no rows is 0, so for these a missing export shows as a value of 0.
        """,
      example: Samples.project(
        "no-data", amounts: [120, 110, 130], through: 8, formula: "average(orders.amount)"),
      mended: Samples.project(
        "no-data", amounts: [120, 110, 130, 125, 120], formula: "average(orders.amount)")),
    needs: .data
  ) { context, findings in
    for record in context.records where record.latest({ $0.status == .noData }) >= 2 {
      let last = record.mature.last { $0.value != nil }?.period
      let calendar = context.specification.company.calendar
      findings.report(
        last.map { "`\(record.kpi.name)` has had no data since \(calendar.text(of: $0))" }
          ?? "`\(record.kpi.name)` has no data in any of the latest \(record.mature.count) periods",
        at: record.kpi.nameRange,
        help: "See with `kpi explain \(record.kpi.name)` what it is computed from, and whether the "
          + "files still bring it.")
    }
  }
}
