import KPIModel
import KPISource

/// Who uses what: the mentions of metrics and tables outside of their own declarations.
struct Usage: Sendable {
  /// For each metric the metrics whose formula, target, guard or sample mentions it.
  let dependants: [[MetricID]]
  /// The objectives that each metric measures or is a key result of.
  let objectives: [[ObjectiveID]]
  /// The places in `Specification.initiatives` of those that improve each metric.
  let initiatives: [[Int]]
  /// The places in `Specification.scorecards` of those that include each metric, itself or through an objective.
  let scorecards: [[Int]]
  /// The metrics that a test expects something of.
  let tested: Set<MetricID>

  init(_ specification: Specification, by workers: Workers) {
    var dependants = specification.metrics.map { _ in [MetricID]() }
    let mentions = workers.mapMany(specification.metrics, Usage.metrics)
    for (id, mentioned) in zip(specification.metricIDs, mentions) {
      for used in mentioned where used != id { dependants[used.index].append(id) }
    }
    self.dependants = dependants

    var objectives = specification.metrics.map { _ in [ObjectiveID]() }
    for (index, objective) in specification.objectives.enumerated() {
      for metric in Set(objective.measures + objective.keyResults.map(\.metric)) {
        objectives[metric.index].append(ObjectiveID(index))
      }
    }
    self.objectives = objectives

    var initiatives = specification.metrics.map { _ in [Int]() }
    for (index, initiative) in specification.initiatives.enumerated() {
      for metric in Set(initiative.improves) { initiatives[metric.index].append(index) }
    }
    self.initiatives = initiatives

    var scorecards = specification.metrics.map { _ in [Int]() }
    for (index, scorecard) in specification.scorecards.enumerated() {
      var members: Set<MetricID> = []
      for member in scorecard.members {
        switch member.subject {
        case .metric(let metric): members.insert(metric)
        case .objective(let objective):
          members.formUnion(specification.objectives[objective.index].measures)
        }
      }
      for metric in members { scorecards[metric.index].append(index) }
    }
    self.scorecards = scorecards

    tested = Usage.tested(by: specification.tests)
  }
}

extension Usage {
  /// The metrics that a metric's formula, targets, sample and guards mention.
  @Sendable private static func metrics(mentionedBy metric: Metric) -> Set<MetricID> {
    Set(metric.formulas.flatMap(\.metrics))
  }

  private static func tested(by tests: [Test]) -> Set<MetricID> {
    var tested: Set<MetricID> = []
    for expectation in tests.flatMap(\.expectations) {
      switch expectation {
      case .answer(let answer): tested.formUnion(answer.subject.expression.metrics)
      case .status(let status): tested.insert(status.kpi)
      case .error: break
      }
    }
    return tested
  }
}

extension Usage {
  /// Whether nothing but its own declaration speaks of a metric.
  func isUnused(_ metric: MetricID) -> Bool {
    dependants[metric.index].isEmpty && objectives[metric.index].isEmpty
      && initiatives[metric.index].isEmpty && scorecards[metric.index].isEmpty
  }
}
