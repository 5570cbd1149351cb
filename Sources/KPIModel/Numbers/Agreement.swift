/// When two numbers are the same, in every decision that is made on them: a comparison in a formula, a range, a target,
/// an expectation of a test.
///
/// Exact numbers are compared exactly. Binary arithmetic leaves a rest in the last digits that means nothing, so where
/// one of the two went through it, numbers that agree to 12 significant digits are equal.
extension Number {
  package func agrees(with other: Number) -> Bool { ComparisonOperator.equal.holds(self, other) }

  package func isAtLeast(_ bound: Number) -> Bool {
    ComparisonOperator.greaterOrEqual.holds(self, bound)
  }

  package func isAtMost(_ bound: Number) -> Bool {
    ComparisonOperator.lessOrEqual.holds(self, bound)
  }
}

extension ComparisonOperator {
  /// Whether two numbers satisfy the comparison.
  package func holds(_ left: Number, _ right: Number) -> Bool {
    if case .exact(let left) = left, case .exact(let right) = right { return holds(left, right) }
    return holds(left.doubleValue, right.doubleValue)
  }

  /// Whether two binary numbers satisfy the comparison.
  package func holds(_ left: Double, _ right: Double) -> Bool {
    let isEqual = BinaryNumber.agree(left, right)
    return switch self {
    case .equal: isEqual
    case .notEqual: !isEqual
    case .less: left < right && !isEqual
    case .lessOrEqual: left < right || isEqual
    case .greater: left > right && !isEqual
    case .greaterOrEqual: left > right || isEqual
    }
  }
}

/// What is meant by the last digits of numbers that went through binary arithmetic: nothing.
enum BinaryNumber {
  /// Whether two numbers are the same to 12 significant digits.
  static func agree(_ left: Double, _ right: Double) -> Bool {
    (left - right).magnitude <= 5e-13 * max(left.magnitude, right.magnitude)
  }

  /// The sum; the difference of numbers that agree is 0.
  static func sum(_ left: Double, _ right: Double) -> Double {
    agree(left, -right) ? 0 : left + right
  }

  /// The number, or the half or whole number that it agrees with, so that it is rounded as that one is.
  static func settled(_ value: Double) -> Double {
    let near = (value * 2).rounded() / 2
    return near.isFinite && agree(value, near) ? near : value
  }
}
