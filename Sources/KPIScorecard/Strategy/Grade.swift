package import KPIModel

/// The grades of key results and objectives, from 0 to 1, and what they say.
enum Grade {
  /// From here on an aspirational key result is on track, and a committed one at risk.
  private static let good = Number.exact(Rational(7, over: 10) ?? .zero)
  /// From here on an aspirational key result is at risk.
  private static let fair = Number.exact(Rational(4, over: 10) ?? .zero)

  /// Where a grade stands. What was committed to is expected in full; what is aspired to is on track from 0.7 on, since
  /// it is set so high that all of it is the exception.
  static func status(_ grade: Number, _ commitment: Objective.KeyResult.Commitment?) -> Status {
    let isGood = grade.isAtLeast(good)
    switch commitment {
    case .committed: return grade.isAtLeast(.one) ? .onTrack : isGood ? .atRisk : .offTrack
    case .aspirational, nil:
      if grade.isAtLeast(.one) { return .exceeding }
      return isGood ? .onTrack : grade.isAtLeast(fair) ? .atRisk : .offTrack
    }
  }

  /// The mean of the grades, one that is missing counting as 0; `nil` where all are.
  static func mean(_ grades: [Number?]) -> Number? {
    guard grades.contains(where: { $0 != nil }) else { return nil }
    var sum = Number.zero
    for case let grade? in grades { sum = sum.adding(grade) ?? sum }
    return sum.divided(by: Number(grades.count))
  }

  /// The status of an objective with this mean: no better than its committed key results.
  static func status(
    mean: Number, of results: [(commitment: Objective.KeyResult.Commitment?, grade: Number?)]
  ) -> Status {
    let committed = results.filter { $0.commitment == .committed }
    let statuses = committed.map { status($0.grade ?? .zero, .committed) }
    return Status.worst(of: statuses + [status(mean, nil)]) ?? .noData
  }
}

extension Objective.KeyResult {
  /// How much of the way from the baseline to the goal is gone, from 0 to 1; `nil` where there is no way to go.
  package func grade(of value: Number) -> Number? {
    guard let way = goal.subtracting(baseline), let gone = value.subtracting(baseline) else {
      return nil
    }
    return gone.divided(by: way).map { min(max($0, .zero), .one) }
  }

  /// The grade at the end if the way goes on as it went in a part of the time.
  package func grade(of value: Number, afterPart elapsed: Number) -> Number? {
    guard let gone = value.subtracting(baseline)?.divided(by: elapsed),
      let end = baseline.adding(gone)
    else { return nil }
    return grade(of: end)
  }
}
