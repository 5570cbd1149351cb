import KPIModel
import KPIPlan

/// Turns values into scores by the rule of a scorecard.
struct Scoring {
  let scorecard: Scorecard

  // MARK: KPIs

  /// The score of a KPI or a metric that stands so.
  func score(_ line: StatusLine, baseline: Number?) -> Score {
    let judgement = line.judgement
    if let reason = Score.Reason(notJudged: judgement.status) { return .missing(reason) }
    guard let value = line.value.number else { return .missing(.noData) }
    guard let goal = judgement.goal else { return .missing(.noTarget) }
    switch scorecard.rule {
    case .attainment: return capped(attainment(value, goal))
    case .progress: return capped(progress(value, goal, baseline), at: .one)
    case .bands: return points(for: judgement.status)
    }
  }

  /// Value over target, or target over value where lower is better; outside of a band, by the bound that is missed.
  private func attainment(_ value: Number, _ goal: Goal<Number>) -> Score {
    switch goal {
    case .atLeast(let target):
      return target > .zero ? Score(value.divided(by: target)) : .missing(.noAttainment)
    case .atMost(let target):
      guard target > .zero else { return .missing(.noAttainment) }
      // There is nothing left to lower.
      guard value > .zero else { return .value(scorecard.cap ?? .one) }
      return Score(target.divided(by: value))
    case .between(let low, let high):
      if value.isAtLeast(low), value.isAtMost(high) { return .value(.one) }
      return value < low ? attainment(value, .atLeast(low)) : attainment(value, .atMost(high))
    }
  }

  /// The part of the way from the baseline to the target that is gone.
  private func progress(_ value: Number, _ goal: Goal<Number>, _ baseline: Number?) -> Score {
    guard let baseline else { return .missing(.noBaseline) }
    guard let way = goal.distance(of: baseline), let left = goal.distance(of: value) else {
      return .missing(.outOfRange)
    }
    guard way > .zero else { return .missing(.noWay) }
    return Score(way.subtracting(left)?.divided(by: way))
  }

  // MARK: Objectives

  /// The score of an objective: its grade, or the mean of what measures it.
  func score(_ objective: ObjectiveStanding, measuredBy lines: [StatusLine]) -> Score {
    if !objective.keyResults.isEmpty { return score(graded: objective) }
    guard !lines.isEmpty else { return .missing(.notMeasured) }
    switch scorecard.rule {
    case .attainment: return mean(lines.map { score($0, baseline: nil) })
    case .progress: return .missing(.noBaseline)
    case .bands:
      let status = objective.status ?? .noData
      return Score.Reason(notJudged: status).map(Score.missing) ?? points(for: status)
    }
  }

  /// A grade counts as it is by now, also while the period is running.
  private func score(graded objective: ObjectiveStanding) -> Score {
    guard let grade = objective.grade else {
      return .missing(objective.isRunning ? .partial : .noData)
    }
    guard case .bands = scorecard.rule else { return capped(.value(grade), at: .one) }
    let results = objective.keyResults.map { ($0.result.commitment, $0.grade) }
    return points(for: Grade.status(mean: grade, of: results))
  }

  /// The mean of the scores there are, with what stands in for those that are missing.
  private func mean(_ scores: [Score]) -> Score {
    guard scores.contains(where: { $0.number != nil }) else {
      return scores.first ?? .missing(.notMeasured)
    }
    let counted = scores.compactMap { $0.number ?? substitute }
    let sum = counted.reduce(Number.zero) { $0.adding($1) ?? $0 }
    return Score(sum.divided(by: Number(counted.count)))
  }

  // MARK: Limits

  /// What stands in for a missing score.
  var substitute: Number? {
    if case .counts(let number) = scorecard.missing { number } else { nil }
  }

  /// The points for a status; one without points has those of the next worse one, and the worst has none.
  private func points(for status: Status) -> Score {
    guard case .bands(let points) = scorecard.rule else { return .missing(.noTarget) }
    let ranks: [Status] = [.exceeding, .onTrack, .atRisk, .offTrack]
    let found = ranks.drop { $0 != status }.lazy.compactMap { points[$0] }.first
    return capped(.value(found ?? .zero))
  }

  private func capped(_ score: Score, at usual: Number? = nil) -> Score {
    guard case .value(let number) = score else { return score }
    let limit = scorecard.cap ?? usual
    return .value(max(.zero, limit.map { min($0, number) } ?? number))
  }
}

extension Score {
  /// The number; `nil` is past the range.
  fileprivate init(_ number: Number?) { self = number.map(Score.value) ?? .missing(.outOfRange) }
}

extension Score.Reason {
  /// Why a value with this status has no score; `nil` where it was judged.
  fileprivate init?(notJudged status: Status) {
    switch status {
    case .noData: self = .noData
    case .noTarget: self = .noTarget
    case .notMature: self = .notMature
    case .smallSample: self = .smallSample
    case .partial: self = .partial
    case .exceeding, .onTrack, .atRisk, .offTrack: return nil
    }
  }
}

extension Goal<Number> {
  /// How far a value is from reaching it, negative where it is past it; `nil` past the range.
  fileprivate func distance(of value: Number) -> Number? {
    switch self {
    case .atLeast(let target): return target.subtracting(value)
    case .atMost(let target): return value.subtracting(target)
    case .between(let low, let high):
      guard let below = low.subtracting(value), let above = value.subtracting(high) else {
        return nil
      }
      return max(.zero, below, above)
    }
  }
}
