import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

extension LintRule {
  static let movedInRunningPeriod = LintRule(
    Rule(
      code: "KPI4218", name: "moved-in-running-period", severity: .warning, profile: .standard,
      title: "The target was moved while its period was running",
      explanation: """
        Well into the period, with the result in sight, the target that it is judged by was changed: the goalposts were \
        moved. Even with the best of reasons nobody trusts the next green. Let the period end by the target that it \
        began with, and write the new one from the next period on: `from 2027-01 at least …`. The first fifth of a \
        period is left for setting its target. Looked at with `kpi check --history`.
        """,
      example: .repository(
        commits: [
          .init("2026-01-05", [.init("main.kpi", Samples.kpi("  target at least 100k USD"))]),
          .init("2026-11-16", [.init("main.kpi", Samples.kpi("  target at least 80k USD"))]),
        ], command: "check --history --only moved-in-running-period --as-of 2026-11-23"),
      mended: .repository(
        commits: [
          .init("2026-01-05", [.init("main.kpi", Samples.kpi("  target at least 100k USD"))]),
          .init(
            "2026-11-16",
            [
              .init(
                "main.kpi",
                Samples.kpi(
                  """
                    target {
                      from 2026    at least 100k USD
                      from 2026-12 at least 80k USD
                    }
                  """))
            ]),
        ], command: "check --history --only moved-in-running-period --as-of 2026-11-23")),
    needs: .history
  ) { context, findings in
    let calendar = context.specification.company.calendar
    for kpi in context.kpisInUse {
      guard let cadence = kpi.accountability.cadence, let target = kpi.targets?.judging else {
        continue
      }
      let period = calendar.period(cadence, containing: context.today)
      let limit = period.start.adding(days: (period.end.number - period.start.number) / 5)
      // A KPI that is new, or was moved from another file, has no line from before.
      guard let oldest = context.oldestChange(of: kpi.range), oldest.day < period.start
      else { continue }
      for series in target.series {
        guard let goal = series.goals.inForce(on: period.start),
          let change = context.change(of: goal, in: series), change.day > limit,
          !context.announces(change, in: series, after: period.start)
        else { continue }
        findings.report(
          "the \(series.title(of: kpi)) was changed on \(change.day.text), while "
            + "\(calendar.text(of: period)) was running",
          at: goal.origin, about: series.about,
          help: "Put the old value back, and write the new one with `from` and the next period.")
      }
    }
  }
}

extension LintContext {
  /// The last change of the line of a goal; `nil` where other goals stand on it too.
  fileprivate func change(
    of goal: Goal<TargetValue>, in series: GoalSeries
  ) -> ChangeHistory.Change? {
    let own = lines.numbers(of: goal.origin)
    let isAlone = series.goals.allSatisfy {
      $0.value.origin == goal.origin || !lines.numbers(of: $0.value.origin).overlaps(own)
    }
    return isAlone ? lastChange(of: goal.origin) : nil
  }

  /// Whether a change wrote a goal for later too: then it gave the old one its dates.
  fileprivate func announces(
    _ change: ChangeHistory.Change, in series: GoalSeries, after day: Day
  ) -> Bool {
    series.goals.contains { goal in
      goal.from.map { $0 > day } ?? false && lastChange(of: goal.value.origin) == change
    }
  }
}
