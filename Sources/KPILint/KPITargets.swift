import KPIModel
import KPISource
import KPISyntax

/// The goals of one target for the whole or for one group, one after another in time.
struct GoalSeries {
  /// The name of the target, where several stand side by side.
  let target: String?
  /// The group, such as `north`; `nil` for the whole.
  let group: String?
  /// By the day from which each is in force.
  let goals: [Effective<Goal<TargetValue>>]

  /// What tells it from the others of its KPI.
  var about: String { [target, group].compactMap(\.self).joined(separator: " ") }

  /// `target of revenue for north`, with the name of the KPI as code.
  func title(of kpi: LintedKPI) -> String {
    "target " + (target.map { "`\($0)` " } ?? "") + "of `\(kpi.name)`"
      + (group.map { " for `\($0)`" } ?? "")
  }
}

extension Target {
  /// The goals of the whole, where there are any, and of each group.
  var series: [GoalSeries] {
    let whole = goals.isEmpty ? [] : [GoalSeries(target: name, group: nil, goals: goals)]
    return whole
      + segments.flatMap(\.groups).map { group in
        GoalSeries(
          target: name, group: group.value.text,
          goals: group.goals.sorted { ($0.from ?? .first) < ($1.from ?? .first) })
      }
  }
}

extension Targets {
  /// The goals of every target, those that give the status first.
  var series: [GoalSeries] { all.flatMap(\.series) }

  /// What holds at the same time: a goal of the whole with the threshold and the stretch beside it.
  struct Standard: Hashable {
    let goal: Goal<TargetValue>
    let threshold: Bounds<TargetValue>?
    let stretch: Bounds<TargetValue>?
  }

  /// Each one once, in the order in which they come into force.
  var standards: [Standard] {
    let starts = judging.goals.map(\.from) + threshold.map(\.from) + stretch.map(\.from)
    var seen: Set<Standard> = []
    return Set(starts.map { $0 ?? .first }).sorted().compactMap { day in
      judging.goals.inForce(on: day).map {
        Standard(
          goal: $0, threshold: threshold.inForce(on: day), stretch: stretch.inForce(on: day))
      }
    }.filter { seen.insert($0).inserted }
  }
}

extension Goal where Value == TargetValue {
  /// Where it is written.
  var origin: SourceRange {
    switch self {
    case .atLeast(let value), .atMost(let value), .between(let value, _): value.origin
    }
  }

  /// Whether it is the same number in every period and group.
  var isConstant: Bool { bounds.isConstant }
}

extension Bounds where Value == TargetValue {
  /// Where they are written.
  var origin: SourceRange {
    switch self {
    case .value(let value), .band(let value, _): value.origin
    }
  }

  /// Whether they are the same numbers in every period and group.
  var isConstant: Bool { values.allSatisfy { $0.constant != nil && $0.phasing == nil } }
}

extension LintedKPI {
  /// Where a goal of the target that gives the status is written: the one in force on a day, or else the last one.
  func goalRange(on day: Day) -> SourceRange {
    guard let target = targets?.judging else { return nameRange }
    let goal =
      target.goals.inForce(on: day) ?? target.goals.last?.value
      ?? target.series.last?.goals.last?.value
    return goal?.origin ?? nameRange
  }
}

extension LintedKPI {
  /// The `from PERIOD …` that a goal is written in.
  func period(of goal: Goal<TargetValue>) -> PeriodTargetSyntax? {
    for case .target(let target) in syntax.attributes {
      if let period = target.body.period(of: goal.origin) { return period }
    }
    return nil
  }
}

extension TargetBodySyntax {
  fileprivate func period(of goal: SourceRange) -> PeriodTargetSyntax? {
    switch self {
    case .goal, .missing: return nil
    case .groups(_, let groups): return groups.lazy.compactMap { $0.body.period(of: goal) }.first
    case .periods(let periods):
      for period in periods {
        if case .goal(let syntax) = period.body, syntax.range == goal { return period }
        if let inner = period.body.period(of: goal) { return inner }
      }
      return nil
    }
  }
}

extension LintContext {
  /// The KPIs that are meant to be used today: neither expired nor deprecated.
  var kpisInUse: [LintedKPI] { kpis.filter(isInUse) }

  func isInUse(_ kpi: LintedKPI) -> Bool {
    kpi.metric.history.deprecation == nil && kpi.duties.expires.map { $0 >= today } ?? true
  }

  /// The values that a metric can have, as far as that is known.
  func possibleValues(of id: MetricID) -> PossibleValues {
    if let range = specification[id].guards.range {
      return PossibleValues(lower: range.lower, upper: range.upper, origin: range.origin)
    }
    return possibleValues(of: specification[id].formula)
  }

  private func possibleValues(of formula: MetricExpression) -> PossibleValues {
    switch formula {
    case .metric(let metric): return possibleValues(of: metric)
    case .filtered(let value, _), .dated(let value, _), .mature(let value, _):
      return possibleValues(of: value)
    case .aggregate(let aggregate):
      switch aggregate.function {
      case .share where aggregate.argument == nil: return PossibleValues(lower: .zero, upper: .one)
      case .count, .countDistinct: return PossibleValues(lower: .zero, upper: nil)
      default: return PossibleValues()
      }
    default: return PossibleValues()
    }
  }
}

/// What is known of the values that a metric can have.
struct PossibleValues {
  var lower: Number?
  var upper: Number?
  /// Where it is declared; `nil` where it follows from the formula.
  var origin: SourceRange?

  func contains(_ value: Number) -> Bool {
    lower.map { value >= $0 } ?? true && upper.map { value <= $0 } ?? true
  }

  /// Whether nothing better than a goal can be.
  func arePerfect(at goal: Goal<TargetValue>) -> Bool {
    guard goal.isConstant else { return false }
    return switch goal {
    case .atLeast(let value): upper.map { $0 == value.constant } ?? false
    case .atMost(let value): lower.map { $0 == value.constant } ?? false
    case .between: false
    }
  }
}
