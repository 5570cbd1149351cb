package import KPIDiagnostics
package import KPIModel
package import KPIPlan
package import KPIScorecard

/// The values of one metric in some periods, before and after.
package struct Figures: Sendable {
  /// The metric's name in the head, or in the base where it is gone.
  package let metric: String
  package let grain: Grain
  package let before: Quantity
  package let after: Quantity
  /// The whole first, then the groups that have targets of their own.
  package let series: [Series]
  /// The periods that the base judges by, where it does so by others.
  package let former: Former?

  package init(
    metric: String, grain: Grain, before: Quantity, after: Quantity, series: [Series],
    former: Former?
  ) {
    self.metric = metric
    self.grain = grain
    self.before = before
    self.after = after
    self.series = series
    self.former = former
  }

  /// The periods of another cadence.
  package struct Former: Sendable {
    package let grain: Grain
    package let series: [Series]

    package init(grain: Grain, series: [Series]) {
      self.grain = grain
      self.series = series
    }
  }

  /// How a period stands that values are judged by now.
  package struct Standing: Sendable {
    package let period: String
    package let status: Status

    package init(period: String, _ status: Status) {
      self.period = period
      self.status = status
    }
  }

  /// The periods of the whole, or of one group.
  package struct Series: Sendable {
    /// `segment=enterprise`; `nil` for the whole.
    package let group: String?
    /// In the order of time; the last one may still be running.
    package let rows: [Row]

    package init(group: String?, rows: [Row]) {
      self.group = group
      self.rows = rows
    }

    /// The last periods that are over, and every one before them that must not be overlooked.
    func closed(last count: Int) -> [Row] {
      let closed = rows.filter { !$0.isRunning }
      return closed.enumerated().filter { $0 >= closed.count - count || $1.hidesRed }
        .map(\.element)
    }
  }

  package struct Row: Sendable {
    package let period: String
    package let isRunning: Bool
    /// `nil` where this side has no values.
    package let before: Reading?
    package let after: Reading?
    /// How the new value would stand by the old target.
    package let byOldTarget: Status?
    /// Whether both sides judge by such periods.
    package let isJudgedAlike: Bool
    /// What the head judges instead of this period: the period itself, or those of another cadence that share days
    /// with it.
    package let standings: [Standing]

    package init(
      period: String, isRunning: Bool, before: Reading?, after: Reading?, byOldTarget: Status?,
      isJudgedAlike: Bool, standings: [Standing]
    ) {
      self.isJudgedAlike = isJudgedAlike
      self.standings = standings
      self.period = period
      self.isRunning = isRunning
      self.before = before
      self.after = after
      self.byOldTarget = byOldTarget
    }
  }

  /// A value with what it is worth.
  package struct Reading: Sendable {
    package let value: Cell
    package let judgement: Judgement
    package let threshold: Bounds<Number>?

    package init(_ evidence: Evidence) {
      value = evidence.value
      judgement = evidence.judgement
      threshold = try? evidence.threshold?.map { (end) throws(MissingReason) in try end.get() }
    }
  }

  /// The periods of the whole that are over.
  package var closed: [Row] { series.first?.rows.filter { !$0.isRunning } ?? [] }

  /// Whether there are periods that are over, all of them with the value that they had.
  var isUnchanged: Bool {
    before.unit == after.unit && !closed.isEmpty
      && closed.allSatisfy { $0.before != nil && $0.before?.value == $0.after?.value }
  }
}

extension Figures.Row {
  /// Whether it stands otherwise than before.
  package var isFlipped: Bool {
    guard isJudgedAlike, let before, let after else { return false }
    return before.judgement.status != after.judgement.status
  }

  /// Whether the period is over and missed its target, and no longer seems to only because the target moved: by the old
  /// one it would miss it still. The same where only another cadence hides it.
  var hidesRed: Bool {
    guard !isRunning, !standings.isEmpty, let before, let after else { return false }
    return before.judgement.status.missesTarget && !standings.contains { $0.status.missesTarget }
      && after.value.number != nil && byOldTarget?.missesTarget ?? false
  }

  /// Whether both sides have the same value and it stands as before.
  var isSame: Bool {
    guard let before, let after else { return false }
    return before.value == after.value && !isFlipped
  }

  /// Whether the value is another one, or stands otherwise.
  var isDifferent: Bool { before != nil && after != nil && !isSame }

  /// Whether less is expected of the running period than before.
  var isLoosened: Bool {
    guard isRunning, isJudgedAlike, let before, let after, let old = before.judgement.goal,
      let new = after.judgement.goal
    else { return false }
    return new.isLooser(than: old)
      || after.judgement.goal == before.judgement.goal
        && new.isLooser(after.threshold, than: before.threshold)
  }
}

extension Goal<Number> {
  fileprivate func isLooser(than other: Goal<Number>) -> Bool {
    switch (self, other) {
    case (.atLeast(let new), .atLeast(let old)): new < old
    case (.atMost(let new), .atMost(let old)): new > old
    case (.between(let low, let high), .between(let oldLow, let oldHigh)):
      low < oldLow || high > oldHigh
    // Another direction lets in what was out of bounds before.
    default: true
    }
  }

  fileprivate func isLooser(_ limit: Bounds<Number>?, than other: Bounds<Number>?) -> Bool {
    switch (limit, other) {
    case (.some, nil): true
    case (.value(let new), .value(let old)):
      if case .atMost = self { new > old } else { new < old }
    case (.band(let low, let high), .band(let oldLow, let oldHigh)): low < oldLow || high > oldHigh
    default: false
    }
  }
}

/// What the numbers say about a change.
package struct Valuation: Sendable {
  package let figures: [Figures]
  /// Why there are no values, or not all; a line each.
  package let problems: [String]

  /// The databases that could not be asked.
  package let faults: [Diagnostic]

  package init(figures: [Figures], problems: [String], faults: [Diagnostic] = []) {
    self.figures = figures
    self.problems = problems
    self.faults = faults
  }

  package func figures(of metric: String) -> Figures? { figures.first { $0.metric == metric } }
}
