import KPIDiagnostics
import KPIModel
import KPISource

extension LintRule {
  static let untouchedTarget = LintRule(
    Rule(
      code: "KPI4407", name: "untouched-target", severity: .warning, profile: .standard,
      title: "The target has been the same for a year",
      explanation: """
        The KPI was worked on and its target was not: for more than twelve months it is the same number, and the KPI \
        names no review in which it was confirmed. The business of last year is not that of this one. Decide anew, and \
        write the target with the period from which it holds, or the day of the review that kept it. Looked at with \
        `kpi check --history`.
        """,
      example: .repository(
        commits: [
          .init("2025-05-12", [.init("main.kpi", Samples.kpi("  target at least 100k USD"))]),
          .init(
            "2026-10-05",
            [
              .init(
                "main.kpi",
                Samples.kpi("  target at least 100k USD\n  asks \"Do we sell enough?\""))
            ]),
        ], command: "check --history --only untouched-target --as-of 2026-11-23"),
      mended: .repository(
        commits: [
          .init("2025-05-12", [.init("main.kpi", Samples.kpi("  target at least 100k USD"))]),
          .init(
            "2026-10-05",
            [
              .init(
                "main.kpi",
                Samples.kpi(
                  """
                    target {
                      from 2025-05 at least 100k USD
                      from 2027    at least 120k USD
                    }
                  """))
            ]),
        ], command: "check --history --only untouched-target --as-of 2026-11-23")),
    needs: .history
  ) { context, findings in
    let limit = context.today.adding(months: -12)
    for kpi in context.kpisInUse where kpi.accountability.review?.last == nil {
      let goals = (kpi.targets?.judging.series ?? []).flatMap(\.goals)
      // Targets that are worked out move by themselves.
      guard !goals.isEmpty, goals.allSatisfy({ $0.value.isConstant }),
        let definition = context.lastChange(of: kpi.range), definition.day >= limit
      else { continue }
      let changes = goals.compactMap { context.lastChange(of: $0.value.origin)?.day }
      guard let latest = changes.max(), latest < limit,
        goals.allSatisfy({ ($0.from ?? .first) < limit })
      else { continue }
      findings.report(
        "the target of `\(kpi.name)` is the same since \(latest.text)",
        at: kpi.goalRange(on: context.today),
        help:
          "Decide anew, and write the target with `from`, or the day of the review that kept it.")
    }
  }
}
