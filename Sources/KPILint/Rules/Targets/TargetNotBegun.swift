import KPIDiagnostics
import KPIModel

extension LintRule {
  static let targetNotBegun = LintRule(
    Rule(
      "KPI4206", "target-not-begun", .note, from: .standard,
      title: "The first target lies far ahead",
      explanation: """
        The first target begins more than half a year from now. Until then the KPI has the status `no target`, \
        and when the day comes nobody remembers why this value was chosen. Often it is only the year that is \
        mistyped. Set a target for the time until then, be it a modest one.
        """,
      example: Samples.kpi("  target { from 2028 at least 100k USD }"),
      mended: Samples.kpi("  target { from 2026 at least 100k USD }"))
  ) { context, findings in
    let limit = context.today.adding(months: 6)
    for kpi in context.kpisInUse {
      for series in kpi.targets?.judging.series ?? [] {
        guard let first = series.goals.first, let start = first.from, start > limit else {
          continue
        }
        findings.report(
          "nothing is expected of `\(kpi.name)`" + (series.group.map { " for `\($0)`" } ?? "")
            + " before \(start.text), when its first target begins",
          at: first.value.origin, about: series.about,
          help: "Add a target for the time until then, or correct the period after `from`.")
      }
    }
  }
}
