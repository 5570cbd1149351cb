import KPIDiagnostics
import KPIModel

extension LintRule {
  static let initiativeWithoutEffect = LintRule(
    Rule(
      code: "KPI4508", name: "initiative-without-effect", severity: .note, profile: .standard,
      title: "An initiative is done, and its KPI is no better",
      explanation: """
        The work is done and its day has passed, but the latest complete period that began after that day misses the \
        target and is no better than the last one before. Ask what kept it from helping before more of the same is begun.
        """,
      example: Samples.project(
        "initiative-without-effect", amounts: [90, 80, 60, 60, 50], "",
        initiative(due: "2026-08-15")),
      mended: Samples.project(
        "initiative-without-effect", amounts: [90, 80, 60, 95, 120], "",
        initiative(due: "2026-08-15"))),
    needs: .data
  ) { context, findings in
    let records = Dictionary(
      context.records.map { ($0.kpi.id, $0) }, uniquingKeysWith: { first, _ in first })
    for initiative in context.initiatives where initiative.isDone {
      guard let due = initiative.initiative.due else { continue }
      for (metric, range) in initiative.improves {
        guard let record = records[metric], record.isNoBetter(since: due) else { continue }
        findings.report(
          "`\(initiative.name)` is done, and `\(record.kpi.name)` is no better than before",
          at: range, about: record.kpi.name,
          help: "Ask what kept it from helping, and declare what is tried next.")
      }
    }
  }

  private static func initiative(due: String) -> String {
    """
    initiative web_shop "A web shop" {
      improves revenue
      owner    sales_team
      due      \(due)
      state    done
    }
    """
  }
}

extension TrackRecord {
  /// Whether the latest period, which began after a day, misses the target and is no better than the last period
  /// that was over by then.
  fileprivate func isNoBetter(since day: Day) -> Bool {
    guard let latest = mature.last, latest.period.start > day, latest.status.missesTarget,
      let now = latest.value,
      let before = mature.last(where: { $0.period.end <= day })?.value
    else { return false }
    return switch kpi.targets?.judging.goals.inForce(on: latest.period.start) {
    case .atLeast: now <= before
    case .atMost: now >= before
    case .between, nil: false
    }
  }
}
