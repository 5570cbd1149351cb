import KPIModel
import KPIPlan
import KPISource

/// One thing that the values of a metric are held to in every period and group.
struct ValueCheck {
  let metric: MetricID
  let kind: Kind

  enum Kind {
    case range(ValueRange)
    case invariant(Invariant)
    case sample(Duties.Sample)
  }

  /// The checks of a question: what its metrics and all they use ensure, and the samples of the KPIs asked.
  static func all(of question: Question, _ specification: Specification) -> [ValueCheck] {
    guard question.guardedPeriods?.isEmpty != true else { return [] }
    var checks: [ValueCheck] = []
    for metric in specification.metrics(in: question.outputs.map(\.expression)) {
      let guards = specification[metric].guards
      if let range = guards.range { checks.append(ValueCheck(metric: metric, kind: .range(range))) }
      checks += guards.invariants.map { ValueCheck(metric: metric, kind: .invariant($0)) }
    }
    var asked: Set<MetricID> = []
    for case .metric(let metric) in question.outputs.map(\.expression) {
      guard let sample = specification[metric].accountability?.duties.sample,
        asked.insert(metric).inserted
      else { continue }
      checks.append(ValueCheck(metric: metric, kind: .sample(sample)))
    }
    return checks
  }

  /// Where it is written.
  var origin: SourceRange {
    switch kind {
    case .range(let range): range.origin
    case .invariant(let invariant): invariant.origin
    case .sample(let sample): sample.origin
    }
  }

  /// The values that it looks at.
  var expressions: [MetricExpression] {
    switch kind {
    case .range: [.metric(metric)]
    case .invariant(let invariant): [invariant.condition] + invariant.operands.map(\.expression)
    case .sample(let sample): [.metric(metric), sample.size]
    }
  }

  /// What there is to be said of the metric's value; nothing is said of a missing one.
  func caveat(value: (MetricExpression) -> Cell) -> Caveat? {
    switch kind {
    case .range(let range):
      return value(.metric(metric)).number.flatMap { range.contains($0) ? nil : .outsideRange }
    case .invariant(let invariant):
      return value(invariant.condition) == .value(.zero) ? .invariantBroken : nil
    case .sample(let sample):
      guard value(.metric(metric)).number != nil else { return nil }
      return sample.isEnough(value(sample.size).number) ? nil : .smallSample
    }
  }
}

extension Specification {
  /// The metrics that some formulas mention, and all that these use, in the order of their declarations.
  fileprivate func metrics(in formulas: [MetricExpression]) -> [MetricID] {
    var found: Set<MetricID> = []
    var waiting = formulas.flatMap(\.metrics)
    while let metric = waiting.popLast() {
      if found.insert(metric).inserted { waiting += self[metric].formula.metrics }
    }
    return found.sorted()
  }
}
