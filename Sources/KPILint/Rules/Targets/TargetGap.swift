import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

extension LintRule {
  static let targetGap = LintRule(
    Rule(
      "KPI4204", "target-gap", .warning, from: .standard,
      title: "For some time between two targets there is none",
      explanation: """
        A target with `to` ends, and the one before it does not come back. Periods that begin before the next one \
        starts have the status `no target`: the KPI drops out of the report just then. Begin the next target right \
        after the last one, or leave `to` out: a target holds until the next `from`. A pause that is meant, as in a \
        season without business, is allowed where it stands: `allow target-gap because "closed in summer"`.
        """,
      example: Samples.kpi(
        """
          target {
            from 2026 to 2026-12 at least 100k USD
            from 2027-04 at least 120k USD
          }
        """),
      mended: Samples.kpi(
        """
          target {
            from 2026 at least 100k USD
            from 2027-04 at least 120k USD
          }
        """))
  ) { context, findings in
    let calendar = context.specification.company.calendar
    for kpi in context.kpisInUse {
      for series in kpi.targets?.judging.series ?? [] {
        for (goal, next) in zip(series.goals, series.goals.dropFirst()) {
          // What lies in the past cannot be mended: a target that is set afterwards is none.
          guard let end = goal.end, let start = next.from, end < start, start > context.today,
            calendar.hasStart(of: kpi.accountability.cadence, in: end..<start)
          else { continue }
          findings.report(
            "the \(series.title(of: kpi)) ends on \(end.adding(days: -1).text), and the next one "
              + "begins on \(start.text)",
            at: next.value.origin, about: series.about,
            help: "Begin it right after, or take out the `to` of the one before.",
            labels: [.init(goal.value.origin, "this one ends before")],
            fixes: kpi.extending(goal.value))
        }
      }
    }
  }
}

extension LintedKPI {
  /// Lets a goal hold until the next one begins.
  fileprivate func extending(_ goal: Goal<TargetValue>) -> [Diagnostic.Fix] {
    guard let period = period(of: goal), let from = period.from, let to = period.to else {
      return []
    }
    let end = SourceRange(
      file: to.range.file, from.range.bytes.upperBound..<to.range.bytes.upperBound)
    return [
      Diagnostic.Fix(
        "Let the target before hold until then", [TextEdit(range: end, replacement: "")], .unsafe)
    ]
  }
}

extension Calendar {
  /// Whether a period of a grain begins within days; one that does not is judged by what holds before or after them.
  fileprivate func hasStart(of grain: Grain?, in days: Range<Day>) -> Bool {
    guard let grain else { return !days.isEmpty }
    let period = period(grain, containing: days.lowerBound)
    return period.start == days.lowerBound || period.end < days.upperBound
  }
}
