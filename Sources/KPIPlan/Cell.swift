package import KPIModel

/// One value of an answer, or the reason why there is none.
package enum Cell: Hashable, Sendable {
  case value(Number)
  case missing(MissingReason)

  package var number: Number? {
    if case .value(let number) = self { number } else { nil }
  }

  /// The value; the reason is thrown where there is none.
  package func get() throws(MissingReason) -> Number {
    switch self {
    case .value(let number): return number
    case .missing(let reason): throw reason
    }
  }
}

// MARK: - Evaluation

extension Formula {
  /// Computes the formula from the values of its leaves.
  package func evaluate(_ value: (Leaf) -> Cell) -> Cell {
    switch self {
    case .constant(let number): return .value(number)
    case .leaf(let leaf): return value(leaf)
    case .sum(let parts): return Formula.fold(parts, value) { $0.adding($1) }
    case .product(let parts): return Formula.fold(parts, value) { $0.multiplied(by: $1) }
    case .quotient(let top, let bottom):
      return Formula.divide(top.evaluate(value), bottom.evaluate(value))
    case .choice(let branches, let otherwise):
      for branch in branches where branch.condition.truth(value) == true {
        return branch.value.evaluate(value)
      }
      return otherwise?.evaluate(value) ?? .missing(.noValue)
    case .function(let function, let arguments):
      return function.apply(to: arguments.map { $0.evaluate(value) })
    case .comparison, .all, .any, .not, .isMissing:
      guard let truth = truth(value) else { return .missing(.noValue) }
      return .value(truth ? .one : .zero)
    }
  }

  /// The truth of a condition; `nil` when a missing value leaves it open.
  package func truth(_ value: (Leaf) -> Cell) -> Bool? {
    switch self {
    case .comparison(let operation, let left, let right):
      guard let left = left.evaluate(value).number, let right = right.evaluate(value).number else {
        return nil
      }
      return operation.holds(left, right)
    case .all(let parts):
      let truths = parts.map { $0.truth(value) }
      return truths.contains(false) ? false : truths.contains(nil) ? nil : true
    case .any(let parts):
      let truths = parts.map { $0.truth(value) }
      return truths.contains(true) ? true : truths.contains(nil) ? nil : false
    case .not(let part): return part.truth(value).map { !$0 }
    case .isMissing(let part): return part.evaluate(value).number == nil
    case .constant, .leaf, .sum, .product, .quotient, .choice, .function:
      return evaluate(value).number.map { !$0.isZero }
    }
  }

  private static func fold(
    _ parts: [Formula], _ value: (Leaf) -> Cell, _ combine: (Number, Number) -> Number?
  ) -> Cell {
    var result: Number?
    for part in parts {
      let cell = part.evaluate(value)
      guard let next = cell.number else { return cell }
      guard let previous = result else {
        result = next
        continue
      }
      guard let combined = combine(previous, next) else { return .missing(.outOfRange) }
      result = combined
    }
    return result.map(Cell.value) ?? .missing(.noValue)
  }

  private static func divide(_ top: Cell, _ bottom: Cell) -> Cell {
    guard let dividend = top.number else { return top }
    guard let divisor = bottom.number else { return bottom }
    guard !divisor.isZero else { return .missing(.divisionByZero) }
    return dividend.divided(by: divisor).map(Cell.value) ?? .missing(.outOfRange)
  }
}

extension MetricFunction {
  /// Applies the function; a missing argument makes the result missing, except for `coalesce`.
  package func apply(to arguments: [Cell]) -> Cell {
    if self == .coalesce {
      return arguments.first { $0.number != nil } ?? arguments.last ?? .missing(.noValue)
    }
    if let missing = arguments.first(where: { $0.number == nil }) { return missing }
    let numbers = arguments.compactMap(\.number)
    guard let first = numbers.first else { return .missing(.noValue) }
    switch self {
    case .abs: return .value(first.magnitude)
    case .floor: return .value(first.floor)
    case .ceiling: return .value(first.negated.floor.negated)
    case .min: return .value(numbers.min() ?? first)
    case .max: return .value(numbers.max() ?? first)
    case .round:
      let digits = numbers.count > 1 ? numbers[1].doubleValue : 0
      return .value(first.rounded(digits: Int(Swift.min(Swift.max(digits, 0), 15))))
    case .sqrt:
      guard !first.isNegative, let root = Number(first.doubleValue.squareRoot()) else {
        return .missing(.outOfRange)
      }
      return .value(root)
    case .coalesce: return .value(first)
    }
  }
}
