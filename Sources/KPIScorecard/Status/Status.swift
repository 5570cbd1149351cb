package import KPIModel
package import KPIPlan

extension Status {
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
}

/// Where the value went since the period before.
package enum Trend: String, Hashable, Sendable, CaseIterable {
  case up, down, flat

  /// `nil` when one of the values is missing.
  package init?(from previous: Cell, to current: Cell) {
    guard let before = previous.number, let now = current.number else { return nil }
    self = now.agrees(with: before) ? .flat : now > before ? .up : .down
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
