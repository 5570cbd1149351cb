/// `+ - * /`.
package enum ArithmeticOperator: String, Hashable, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
}

/// `= != < <= > >=`.
package enum ComparisonOperator: String, Hashable, Sendable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  /// The operator that says the same with the sides exchanged.
  package var mirrored: ComparisonOperator {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }

  /// Whether two ordered values satisfy the comparison.
  package func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}

/// A function of one row's values.
package enum RowFunction: String, Hashable, Sendable, CaseIterable {
  // Numbers.
  case abs, round, floor, ceiling, min, max
  // Any type.
  case coalesce
  // Texts.
  case lower, upper, trim, length, contains
  case startsWith = "starts_with"
  case endsWith = "ends_with"
  case concat
  // Dates and timestamps.
  case year, quarter, month, day, weekday, hour
  case date
  /// The moment at which a stock is read, less the date or timestamp.
  case age
  /// The lower bound of the band that a number falls in, of bounds that ascend.
  case band
}

/// A function of metric values.
package enum MetricFunction: String, Hashable, Sendable, CaseIterable {
  case abs, round, floor, ceiling, min, max, coalesce, sqrt
}
