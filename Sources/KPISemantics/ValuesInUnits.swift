import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

/// Values that stand beside a metric: targets, benchmarks, the ends of ranges.
extension MetricExpressions {
  /// A value in a quantity; `nil` when it was reported.
  func value(
    _ syntax: ExpressionSyntax, in quantity: Quantity, into diagnostics: inout [Diagnostic]
  ) -> MetricExpression? {
    number(syntax, in: .init(), into: &diagnostics).flatMap {
      adapted($0, in: quantity, at: syntax.range, into: &diagnostics)
    }
  }

  /// A value in the unit of a quantity, in which a bare number is meant; a formula without metrics is the number that
  /// it comes to.
  func adapted(
    _ value: Typed<MetricExpression>, in quantity: Quantity, at range: SourceRange,
    into diagnostics: inout [Diagnostic]
  ) -> MetricExpression? {
    guard let found = value.type.quantity else { return nil }
    guard value.type.isBareNumber || found.unit == quantity.unit else {
      diagnostics.append(
        .targetUnitMismatch(
          found: found.unit.description, formula: quantity.unit.description, at: range))
      return nil
    }
    let adapted = adapted(value, to: quantity)
    guard let number = adapted.constantValue else { return adapted }
    if value.type.isBareNumber, quantity.style == .percent, number.magnitude > .one,
      let shown = number.multiplied(by: Number(100))
    {
      diagnostics.append(.barePercent(number.text, percent: shown.text + "%", at: range))
    }
    return .constant(number)
  }
}

extension MetricExpression {
  /// The value of an expression that mentions no metric; `nil` for any other.
  var constantValue: Number? {
    switch self {
    case .constant(let number): return number
    case .negated(let value): return value.constantValue?.negated
    case .arithmetic(let operation, let left, let right):
      guard let left = left.constantValue, let right = right.constantValue else { return nil }
      switch operation {
      case .add: return left.adding(right)
      case .subtract: return left.subtracting(right)
      case .multiply: return left.multiplied(by: right)
      case .divide: return left.divided(by: right)
      }
    default: return nil
    }
  }
}
