import KPIDiagnostics
import KPIModel

extension LintRule {
  static let openEndedTarget = LintRule(
    Rule(
      "KPI4213", "open-ended-target", .note, from: .strict,
      title: "A target without a beginning or an end",
      explanation: """
        A target that says neither from when nor until when it holds is set once and stays. Nobody has to look at it \
        again, and when it is changed one day all of the past is judged by the new value. Write from when it holds: \
        `target { from 2026 at least … }`, and add a line when it changes. Targets that are worked out, such as \
        `10% above previous year`, move by themselves.
        """,
      example: Samples.kpi("  target at least 100k USD"),
      mended: Samples.kpi("  target { from 2026 at least 100k USD }"))
  ) { context, findings in
    for kpi in context.kpisInUse where kpi.duties.expires == nil {
      for series in kpi.targets?.judging.series ?? [] where series.group == nil {
        guard let only = series.goals.first, series.goals.count == 1, only.from == nil,
          only.end == nil, only.value.isConstant
        else { continue }
        let text = context.lines.text(of: only.value.origin)
        findings.report(
          "the \(series.title(of: kpi)) holds for all time, past and future", at: only.value.origin,
          help: "Say from when: `target { from \(context.today.date.year) \(text) }`.")
      }
    }
  }
}
