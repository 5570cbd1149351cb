package import KPIModel

/// Arithmetic over measures: the normal form of a metric.
///
/// `Leaf` is a `Measure` in the normal form of a metric, and a `MeasureID` in a plan, where equal measures of
/// all outputs are shared. Subtraction is a sum with a product by -1.
package indirect enum Formula<Leaf: Hashable & Sendable>: Hashable, Sendable {
  case constant(Number)
  case leaf(Leaf)
  case sum([Formula])
  case product([Formula])
  case quotient(Formula, Formula)
  case comparison(ComparisonOperator, Formula, Formula)
  case all([Formula])
  case any([Formula])
  case not(Formula)
  case isMissing(Formula)
  case choice([Branch], otherwise: Formula?)
  case function(MetricFunction, [Formula])

  package struct Branch: Hashable, Sendable {
    package let condition: Formula
    package let value: Formula

    package init(condition: Formula, value: Formula) {
      self.condition = condition
      self.value = value
    }
  }
}

extension Formula {
  package func map<Other: Hashable & Sendable, Failure: Error>(
    _ transform: (Leaf) throws(Failure) -> Other
  ) throws(Failure) -> Formula<Other> {
    switch self {
    case .constant(let number): return .constant(number)
    case .leaf(let leaf): return .leaf(try transform(leaf))
    case .sum(let parts): return .sum(try Formula.map(parts, transform))
    case .product(let parts): return .product(try Formula.map(parts, transform))
    case .quotient(let top, let bottom):
      return .quotient(try top.map(transform), try bottom.map(transform))
    case .comparison(let operation, let left, let right):
      return .comparison(operation, try left.map(transform), try right.map(transform))
    case .all(let parts): return .all(try Formula.map(parts, transform))
    case .any(let parts): return .any(try Formula.map(parts, transform))
    case .not(let value): return .not(try value.map(transform))
    case .isMissing(let value): return .isMissing(try value.map(transform))
    case .choice(let branches, let otherwise):
      var mapped: [Formula<Other>.Branch] = []
      for branch in branches {
        mapped.append(
          Formula<Other>.Branch(
            condition: try branch.condition.map(transform), value: try branch.value.map(transform)))
      }
      guard let otherwise else { return .choice(mapped, otherwise: nil) }
      return .choice(mapped, otherwise: try otherwise.map(transform))
    case .function(let function, let arguments):
      return .function(function, try Formula.map(arguments, transform))
    }
  }

  private static func map<Other: Hashable & Sendable, Failure: Error>(
    _ formulas: [Formula], _ transform: (Leaf) throws(Failure) -> Other
  ) throws(Failure) -> [Formula<Other>] {
    var result: [Formula<Other>] = []
    for formula in formulas { result.append(try formula.map(transform)) }
    return result
  }

  /// The formulas directly inside, in the order of the formula.
  package var parts: [Formula] {
    switch self {
    case .constant, .leaf: []
    case .sum(let parts), .product(let parts), .all(let parts), .any(let parts),
      .function(_, let parts):
      parts
    case .quotient(let left, let right), .comparison(_, let left, let right): [left, right]
    case .not(let part), .isMissing(let part): [part]
    case .choice(let branches, let otherwise):
      branches.flatMap { [$0.condition, $0.value] } + (otherwise.map { [$0] } ?? [])
    }
  }

  /// Whether it is made of numbers alone.
  package var isConstant: Bool {
    if case .leaf = self { false } else { parts.allSatisfy(\.isConstant) }
  }

  /// The leaves, each once, in the order of the formula.
  package var leaves: [Leaf] {
    var found: [Leaf] = []
    collectLeaves(into: &found)
    guard found.count > 1 else { return found }
    if found.count <= 8 {
      // So few are compared sooner than they are put into a set.
      return found.indices.filter { !found[..<$0].contains(found[$0]) }.map { found[$0] }
    }
    var seen: Set<Leaf> = []
    return found.filter { seen.insert($0).inserted }
  }

  private func collectLeaves(into leaves: inout [Leaf]) {
    if case .leaf(let leaf) = self { return leaves.append(leaf) }
    for part in parts { part.collectLeaves(into: &leaves) }
  }
}

extension Formula where Leaf == Measure {
  /// The measures over rows that it is made of.
  package var rowMeasures: [RowMeasure] { leaves.flatMap(\.rowMeasures) }
}
