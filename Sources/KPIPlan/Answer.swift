package import KPIModel

/// The values that answer a question, in the order of periods and then of groups.
package struct Answer: Sendable {
  package let rows: [Row]

  package struct Row: Sendable {
    /// `nil` when no grain was asked.
    package let period: Period?
    /// Whether the period is still running on the as-of day.
    package let isPartial: Bool
    /// One value for each breakdown; `nil` where the rows lack it.
    package let keys: [Scalar?]
    /// One cell for each output.
    package let cells: [Cell]
    /// One cell for each hidden output.
    package let hidden: [Cell]
    /// What there is to be said of values, by output.
    package let caveats: [Int: Caveat]

    package init(
      period: Period?, isPartial: Bool, keys: [Scalar?], cells: [Cell], hidden: [Cell] = [],
      caveats: [Int: Caveat] = [:]
    ) {
      self.period = period
      self.isPartial = isPartial
      self.keys = keys
      self.cells = cells
      self.hidden = hidden
      self.caveats = caveats
    }
  }

  package init(rows: [Row]) { self.rows = rows }
}

/// Why a value is to be read with care, the gravest reason first.
package enum Caveat: String, Hashable, Sendable, CaseIterable, Comparable {
  /// The metric says that it can have no such value.
  case outsideRange = "outside range"
  /// What the metric says always holds does not hold.
  case invariantBroken = "invariant broken"
  /// Fewer cases stand behind it than the KPI asks for.
  case smallSample = "small sample"

  package static func < (left: Self, right: Self) -> Bool { left.weight < right.weight }

  private var weight: Int {
    switch self {
    case .outsideRange: 0
    case .invariantBroken: 1
    case .smallSample: 2
    }
  }
}
