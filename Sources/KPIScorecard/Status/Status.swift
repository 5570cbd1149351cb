package import KPIModel
package import KPIPlan

/// How a KPI stands in one period. Nothing is on track by default: a value without a target, or a target
/// without a value, has a status that says so.
package enum Status: String, Hashable, Sendable, CaseIterable {
  /// At or past the stretch value.
  case exceeding
  case onTrack = "on track"
  /// Between the target and the threshold.
  case atRisk = "at risk"
  case offTrack = "off track"
  /// There is no value to judge.
  case noData = "no data"
  /// No target is in force for the period.
  case noTarget = "no target"
  /// The period is still running.
  case partial
  /// What follows the rows of the period counts too, and there has not been time for it yet.
  case notMature = "not mature"
  /// Too few cases stand behind the value.
  case smallSample = "small sample"

  /// The word in results.
  package var name: String { rawValue }

  /// The word on the command line: `off-track`.
  package var optionName: String {
    rawValue.split(separator: " ").joined(separator: "-")
  }

  /// Each status has a shape of its own, so that it is told apart without colour.
  package var shape: String {
    switch self {
    case .exceeding: "★"
    case .onTrack: "●"
    case .atRisk: "▲"
    case .offTrack: "■"
    case .noData: "○"
    case .noTarget: "·"
    case .partial: "◐"
    case .notMature: "◌"
    case .smallSample: "∴"
    }
  }

  /// Whether the value was judged and misses the target.
  package var missesTarget: Bool { self == .atRisk || self == .offTrack }
}

/// Where the value went since the period before.
package enum Trend: String, Hashable, Sendable, CaseIterable {
  case up, down, flat

  /// `nil` when one of the values is missing.
  package init?(from previous: Cell, to current: Cell) {
    guard let before = previous.number, let now = current.number else { return nil }
    self = now > before ? .up : now < before ? .down : .flat
  }

  package var arrow: String {
    switch self {
    case .up: "↑"
    case .down: "↓"
    case .flat: "→"
    }
  }

  /// Whether the move is towards the goal; `nil` for none, or where neither way is better as such.
  package func isGood(for goal: Goal<Number>) -> Bool? {
    switch (self, goal) {
    case (.up, .atLeast), (.down, .atMost): true
    case (.down, .atLeast), (.up, .atMost): false
    case (.flat, _), (_, .between): nil
    }
  }
}
