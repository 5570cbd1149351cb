import KPIDiagnostics
import KPIModel
import KPIPlan
import KPIScorecard

/// What some metrics of one specification are judged by in some periods.
struct SideValues {
  struct Key: Hashable {
    let metric: MetricID
    let period: Period
  }

  /// What one metric is judged by in one period.
  struct Judged {
    /// The whole and each group that has a target of its own.
    let evidence: [(group: String?, evidence: Evidence)]
    /// Whether any rows stand behind the value.
    let hasRows: Bool

    /// What the whole (`nil`) or a group is judged by.
    subscript(group: String?) -> Evidence? { evidence.first { $0.group == group }?.evidence }
  }

  /// What is to be known of one metric.
  struct Asked {
    let metric: MetricID
    let grain: Grain
    let periods: [Period]
    /// Groups that are looked at without a target of their own.
    let groups: [BoardValues.Group]
  }

  private(set) var judged: [Key: Judged] = [:]
  /// Why there are no values.
  private(set) var problem: String?
  /// The databases that could not be asked.
  private(set) var faults: [Diagnostic] = []

  /// Looks everything up twice: first to learn what to ask, then with the answers.
  init(_ project: Project, _ asked: [Asked], asOf: Day, threads: Int) {
    let judgings = asked.flatMap { asked in
      asked.periods.map { period in
        (
          Key(metric: asked.metric, period: period),
          KPIJudging(asked.metric, in: period, asked.grain, asOf: asOf, project.analysis),
          asked.groups
        )
      }
    }
    var values = BoardValues(asOf: asOf)
    for (_, judging, groups) in judgings {
      _ = judging.evidence(&values, and: groups)
      _ = judging.rowCount(&values)
    }
    let questions = values.questions
    guard !questions.isEmpty else { return }
    let evaluation = project.answer(questions, threads: threads)
    guard evaluation.answers.count == questions.count else {
      faults = evaluation.diagnostics.filter(\.isFault)
      problem = evaluation.diagnostics.first { $0.severity == .error }?.message ?? "unknown"
      return
    }
    values.take(evaluation.answers)
    for (key, judging, groups) in judgings {
      let rowCount = judging.rowCount(&values).number ?? .zero
      judged[key] = Judged(
        evidence: judging.evidence(&values, and: groups), hasRows: !rowCount.isZero)
    }
  }
}
