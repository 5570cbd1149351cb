import KPIDiagnostics
import KPIModel
import KPIPlan

extension LintRule {
  static let activityAsOutcome = LintRule(
    Rule(
      "KPI4602", "activity-as-outcome", .warning, from: .standard,
      title: "A KPI counts how busy people are",
      explanation: """
        Calls made, posts written, meetings held: with a target to do more of it, there will be more of it, whether \
        anything comes of it or not. Measure what should follow. Where the activity is known to bring the result some time \
        later it is a leading KPI: say `leading`, and hold the result beside it.
        """,
      example: calls("  target at least 500"), mended: calls("  target at least 500\n  leading"))
  ) { context, findings in
    for kpi in context.kpis where kpi.duties.nature != .leading {
      guard case .atLeast? = kpi.targets?.judging.goals.last?.value,
        case .leaf(.rows(let rows))? = context.form(of: kpi.id),
        rows.function == .count || rows.function == .countDistinct, case .events = rows.axis
      else { continue }
      let texts = ([kpi.name] + (kpi.metric.label.map { [$0] } ?? [])).map { Wording($0) }
      let found = activities.first { activity in texts.contains { $0.holds(activity) } }
      guard let found else { continue }
      findings.report(
        "`\(kpi.name)` counts an activity (“\(found.text)”), and its target asks for more of it",
        at: kpi.nameRange,
        help: "Measure what should come of it; or say `leading`, if the result follows later.")
    }
  }

  private static let activities =
    [
      "call", "email", "e-mail", "post", "article", "tweet", "meeting", "demo", "training",
      "workshop", "newsletter", "report", "interview", "inspection", "sales visit",
      "customer visit",
    ].flatMap { [Wording($0 + "s"), Wording($0)] } + vietnameseActivities

  private static let vietnameseActivities: [Wording] = [
    "cuộc gọi", "bài viết", "bài đăng", "cuộc họp", "buổi họp", "buổi đào tạo", "báo cáo",
    "chuyến thăm", "lượt thăm khách", "phỏng vấn",
  ]

  private static func calls(_ lines: String) -> String {
    """
    table calls from "calls.csv" {
      called_on: date time
    }

    owner sales_team "Sales team"

    kpi calls_made "Calls made" = count(calls) {
      owner sales_team
      every month
    \(lines)
    }
    """
  }
}
