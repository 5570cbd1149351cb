import KPIDiagnostics
import KPIModel
import KPIPlan
import KPISource
import KPISyntax

extension LintRule {
  static let segmentWithoutSample = LintRule(
    Rule(
      "KPI4119", "segment-without-sample", .warning, from: .standard,
      title: "Small groups are judged by chance",
      explanation: """
        A ratio of a small group jumps: of three customers, one who leaves is 33 %. A target by group holds each of them \
        to account, however few cases stand behind it. `sample count(orders) at least 30` shows such a value and does not \
        judge it. Thirty is a usual least number for a share.
        """,
      example: segments(""), mended: segments("\n  sample count(orders) at least 30"))
  ) { context, findings in
    for kpi in context.kpis where kpi.duties.sample == nil {
      guard let segments = kpi.targets?.all.flatMap(\.segments), !segments.isEmpty,
        let form = context.form(of: kpi.id), form.isRatioOfRows
      else { continue }
      findings.report(
        "`\(kpi.name)` judges every \(segments[0].name), however few cases there are",
        at: kpi.segmentTarget ?? kpi.nameRange,
        help: "Add a line such as `sample count(…) at least 30` with what the ratio is divided by.")
    }
  }

  private static func segments(_ line: String) -> String {
    Samples.orders + Samples.owner + """
      kpi mean_order "Mean order" = sum(orders.amount) / count(orders) {
        owner sales_team
        every month
        target by status {
          "paid"     at least 50 USD
          "refunded" at least 10 USD
        }\(line)
      }
      """
  }
}

extension Formula where Leaf == Measure {
  /// Whether it is something divided by a number of rows or entities.
  fileprivate var isRatioOfRows: Bool {
    var found = false
    forEachQuotient { _, bottom in if !bottom.leaves.isEmpty { found = true } }
    return found
  }
}

extension LintedKPI {
  /// Where the first target by groups is written.
  fileprivate var segmentTarget: SourceRange? {
    for case .target(let target) in syntax.attributes {
      if case .groups = target.body { return target.range }
    }
    return nil
  }
}
