import KPIModel

extension LintContext {
  /// The metrics that a member of a scorecard stands for: itself, or those that measure the objective.
  func metrics(of member: LintedScorecard.Member) -> [MetricID] {
    switch member.member.subject {
    case .metric(let metric): return [metric]
    case .objective(let objective):
      var seen: Set<MetricID> = []
      return specification.objectives[objective.index].measures
        .filter { seen.insert($0).inserted }
    }
  }

  /// What is expected of a KPI today.
  func goalInForce(of metric: MetricID) -> Goal<TargetValue>? {
    specification[metric].accountability?.targets?.judging.goals.inForce(on: today)
  }
}
