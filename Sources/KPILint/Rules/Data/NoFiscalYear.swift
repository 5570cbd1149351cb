import KPIDiagnostics
import KPIModel
import KPISyntax

extension LintRule {
  static let noFiscalYear = LintRule(
    Rule(
      "KPI4804", "no-fiscal-year", .note, from: .standard,
      title: "Fiscal years are asked for, and nobody says when they start",
      explanation: """
        Something is judged or added up by fiscal periods, and the company does not say when its fiscal year starts. \
        Without `fiscal` it is the calendar year. Write `fiscal starts january` where that is meant.
        """,
      example: "company \"Shop\"\n\n"
        + Samples.kpi("").replacing("every month", with: "every fiscal quarter"),
      mended: "company \"Shop\" {\n  fiscal starts april\n}\n\n"
        + Samples.kpi("").replacing("every month", with: "every fiscal quarter"))
  ) { context, findings in
    let saysFiscal = context.companyAttributes.contains {
      if case .fiscal = $0 { true } else { false }
    }
    guard !saysFiscal, let metric = context.specification.metrics.first(where: \.asksForFiscalYears)
    else { return }
    findings.report(
      "`\(metric.name)` goes by fiscal periods, and the company does not say when they start",
      aboutAllOf: context,
      help: "Add a line `fiscal starts january` to the company, with the month of yours.")
  }
}

extension Metric {
  fileprivate var asksForFiscalYears: Bool {
    accountability?.cadence?.isFiscal ?? false || formula.addsUpFiscalPeriods
  }
}

extension MetricExpression {
  fileprivate var addsUpFiscalPeriods: Bool {
    if case .toDate(_, let grain) = self, grain.isFiscal { return true }
    return children.contains(where: \.addsUpFiscalPeriods)
  }
}
