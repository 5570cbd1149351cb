import KPIDiagnostics
import KPIModel

extension LintRule {
  static let onlyLagging = LintRule(
    Rule(
      "KPI4314", "only-lagging", .warning, from: .standard,
      title: "No KPI tells what is coming",
      explanation: """
        A lagging KPI says how it went; when it is bad it is too late for that period. A leading one, such as offers sent \
        or shelves filled, moves earlier and can still be acted on. Here at least three KPIs are said to be `lagging` and \
        none `leading`.
        """,
      example: Samples.fiveKPIs("lagging", ""),
      mended: Samples.fiveKPIs(
        "lagging",
        """
        kpi pending "Orders not yet paid" = count(orders where not (status in ("paid", "refunded"))) {
          owner sales_team
          every month
          leading
        }
        """))
  ) { context, findings in
    let natures = context.kpis.compactMap(\.duties.nature)
    guard natures.count >= 3, !natures.contains(.leading) else { return }
    findings.report(
      "\(natures.count) KPIs are lagging, and none is leading", aboutAllOf: context,
      help: "Add a KPI that moves before the result does, and say `leading` in it.")
  }
}
