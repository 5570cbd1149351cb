import KPIDiagnostics
import KPIModel

extension LintRule {
  static let neverEnoughSample = LintRule(
    Rule(
      code: "KPI4511", name: "never-enough-sample", severity: .warning, profile: .standard,
      title: "A KPI has too few cases to be judged, every time",
      explanation: """
        In each of the latest periods there were fewer cases than `sample` asks for, so the KPI was never judged and its \
        target says nothing. Judge it by longer periods (`every quarter`), or by a sample that can be reached.
        """,
      example: Samples.project(
        "never-enough-sample", amounts: [90, 120, 110, 95], through: 10,
        formula: "average(orders.amount)", "sample count(orders) at least 30"),
      mended: Samples.project(
        "never-enough-sample", amounts: [90, 120, 110, 95], through: 10,
        formula: "average(orders.amount)", "sample count(orders) at least 1")),
    needs: .data
  ) { context, findings in
    for record in context.records {
      let judged = record.mature.filter { $0.status != .noData && $0.status != .noTarget }
      guard judged.count >= 3, judged.allSatisfy({ $0.status == .smallSample }) else { continue }
      findings.report(
        "`\(record.kpi.name)` had too few cases to be judged in each of the latest "
          + "\(judged.count) periods",
        at: record.kpi.duties.sample?.origin ?? record.kpi.nameRange,
        help: "Judge it by longer periods, or by a sample that can be reached.")
    }
  }
}
