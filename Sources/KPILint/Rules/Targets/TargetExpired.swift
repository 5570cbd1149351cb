import KPIDiagnostics
import KPIModel

extension LintRule {
  static let targetExpired = LintRule(
    Rule(
      "KPI4205", "target-expired", .warning, from: .starter, title: "The last target has ended",
      explanation: """
        A target with `to` ends with that period. After the last one the KPI goes on being measured and is \
        never judged again: its status is `no target`, which nobody notices among the green ones. Decide on the next \
        target and add a line for it, or retire the KPI.
        """,
      example: Samples.kpi("  target { from 2025 to 2025 at least 100k USD }"),
      mended: Samples.kpi(
        """
          target {
            from 2025 to 2025 at least 100k USD
            from 2026 at least 110k USD
          }
        """))
  ) { context, findings in
    for kpi in context.kpisInUse {
      for series in kpi.targets?.judging.series ?? [] {
        guard let last = series.goals.last, let end = last.end, end <= context.today else {
          continue
        }
        findings.report(
          "the \(series.title(of: kpi)) ended on \(end.adding(days: -1).text), and nothing is "
            + "expected of it since",
          at: last.value.origin, about: series.about,
          help: "Add a line `from … \(context.lines.text(of: last.value.origin))` with the value "
            + "that holds now, or retire the KPI.")
      }
    }
  }
}
