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
      adapted($0, in: quantity, at: syntax, into: &diagnostics)
    }
  }

  /// A value in the unit of a quantity, in which a bare number is meant; a formula without metrics is the number that
  /// it comes to.
  func adapted(
    _ value: Typed<MetricExpression>, in quantity: Quantity, at syntax: ExpressionSyntax,
    into diagnostics: inout [Diagnostic]
  ) -> MetricExpression? {
    guard let found = value.type.quantity else { return nil }
    guard value.type.isBareNumber || found.unit == quantity.unit else {
      diagnostics.append(
        .targetUnitMismatch(
          found: found.style == .percent ? "percent" : found.unit.description,
          formula: quantity.unit.description, number: number(writtenIn: syntax),
          unit: name(of: quantity), at: syntax.range))
      return nil
    }
    guard isClear(value, beside: quantity, at: syntax.range, into: &diagnostics) else {
      return nil
    }
    let adapted = adapted(value, to: quantity)
    guard let number = adapted.constantValue else { return adapted }
    if value.type.isBareNumber, quantity.style == .percent, number.magnitude > .one,
      let shown = number.multiplied(by: Number(100))
    {
      diagnostics.append(.barePercent(number.text, percent: shown.text + "%", at: syntax.range))
    }
    return .constant(number)
  }

  /// The number of a literal as it is written, without its unit or sign of percent.
  private func number(writtenIn syntax: ExpressionSyntax) -> String? {
    guard case .literal(let literal) = syntax else { return nil }
    return String(literal.syntax.text.prefix { !$0.isWhitespace && $0 != "%" })
  }

  /// The multiple of a unit that a quantity is written in.
  private func name(of quantity: Quantity) -> String? {
    if case .scaled(let name, _) = quantity.style { name } else { nil }
  }
}

extension MetricExpressions {
  /// Whether the unit of a number is known: a length of time that is shown in no unit of its own gives it none.
  func isClear(
    _ value: Typed<MetricExpression>, beside quantity: Quantity, at range: SourceRange,
    into diagnostics: inout [Diagnostic]
  ) -> Bool {
    guard value.type.isBareNumber, quantity.unit == .time, quantity.style == .natural,
      let number = value.expression.constantValue, !number.isZero
    else { return true }
    diagnostics.append(.bareDuration(number.text, at: range))
    return false
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
