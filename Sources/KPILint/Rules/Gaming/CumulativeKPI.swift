import KPIDiagnostics
import KPIModel
import KPIPlan

extension LintRule {
  static let cumulativeKPI = LintRule(
    Rule(
      "KPI4603", "cumulative-kpi", .warning, from: .standard,
      title: "A KPI can only ever rise",
      explanation: """
        A total since the beginning grows whatever happens: registered users, orders ever taken. It is good news every \
        month and says nothing about any. Measure what the period adds, or how many are still there.
        """,
      example: Samples.orders + Samples.owner + """
        kpi orders_ever "Orders so far" = cumulative(count(orders)) {
          owner sales_team
          every month
          target at least 10k
        }
        """,
      mended: Samples.orders + Samples.owner + """
        kpi orders_taken "Orders" = count(orders) {
          owner sales_team
          every month
          target at least 500
        }
        """)
  ) { context, findings in
    for kpi in context.kpis {
      // An upper limit on what rises only, such as a budget, does say something.
      if case .atMost? = kpi.targets?.judging.goals.last?.value { continue }
      guard let form = context.form(of: kpi.id), form.onlyRises else { continue }
      findings.report(
        "`\(kpi.name)` adds up everything since the beginning, so it can never get worse",
        at: kpi.metric.formulaRange,
        help: "Measure what each period adds: leave out `cumulative` or `before`.")
    }
  }
}

extension Formula where Leaf == Measure {
  /// Whether it is a count or a sum of all events up to some day. Sums may hold negative amounts, and are meant to grow
  /// all the same.
  fileprivate var onlyRises: Bool {
    guard case .leaf(.rows(let rows)) = self, case .events = rows.axis,
      rows.window.extent == .cumulative || rows.window.extent == .before
    else { return false }
    return rows.function.isZeroOverNothing
  }
}
