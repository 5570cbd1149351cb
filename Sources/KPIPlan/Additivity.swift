import KPIModel

extension Formula where Leaf == Measure {
  /// Whether the values of parts of a period add up to its value: a sum, with constant factors, of counts and
  /// sums of events that happen in the period, or in the one it is moved to. Nothing else is additive: a ratio, a
  /// stock, a number of different customers or a running total is not the sum of its parts.
  package var isAdditive: Bool {
    switch self {
    case .leaf(let measure): measure.isAdditive
    case .sum(let parts): parts.allSatisfy(\.isAdditive)
    case .product(let factors):
      factors.count { !$0.isConstant } == 1 && factors.allSatisfy { $0.isConstant || $0.isAdditive }
    case .constant, .quotient, .comparison, .all, .any, .not, .isMissing, .choice, .function: false
    }
  }

  private var isConstant: Bool {
    if case .constant = self { true } else { false }
  }

  /// How many rows the measures see together; none means that a 0 is no more than the lack of data.
  package var rowCount: Formula<Measure> {
    var counts: [Formula] = []
    for rows in rowMeasures {
      var counted = rows
      counted.function = .count
      counted.argument = nil
      let count = Formula.leaf(.rows(counted))
      if !counts.contains(count) { counts.append(count) }
    }
    return counts.count == 1 ? counts[0] : .sum(counts)
  }
}

extension Measure {
  fileprivate var isAdditive: Bool {
    guard case .rows(let rows) = self, case .events = rows.axis, rows.window.extent == .period
    else {
      return false
    }
    return rows.function == .count || rows.function == .sum
  }

  /// The measure, or those that the values of its entities are made of.
  package var rowMeasures: [RowMeasure] {
    switch self {
    case .rows(let rows): return [rows]
    case .days: return []
    case .entities(let entities):
      let rows = entities.formulas.flatMap(\.rowMeasures)
      guard entities.entity.grain != nil else { return rows }
      return rows.map { inner in
        var seen = inner
        seen.window = entities.window
        return seen
      }
    }
  }
}
