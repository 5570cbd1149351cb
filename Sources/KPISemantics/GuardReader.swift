import KPIDiagnostics
import KPIModel
import KPISyntax

/// Reads what a metric's values must satisfy: ranges and invariants.
struct GuardReader {
  let expressions: MetricExpressions

  func read(
    _ declaration: MetricDeclaration, _ resolved: ResolvedMetric?,
    into diagnostics: inout [Diagnostic]
  ) -> Guards {
    var guards = Guards()
    var first: RangeAttributeSyntax?
    func read(_ syntax: RangeAttributeSyntax) {
      if let first {
        diagnostics.append(.duplicateAttribute("in", at: syntax.range, first: first.range))
      }
      first = first ?? syntax
      guards.range = resolved.flatMap { range(syntax, in: $0.quantity, into: &diagnostics) }
    }
    func read(_ syntax: ExpressionAttributeSyntax) {
      if let invariant = invariant(syntax.value, into: &diagnostics) {
        guards.invariants.append(invariant)
      }
    }
    switch declaration.attributes {
    case .metric(let attributes):
      for attribute in attributes {
        if case .range(let view) = attribute { read(view) }
        if case .ensures(let view) = attribute { read(view) }
      }
    case .kpi(let attributes):
      for attribute in attributes {
        if case .range(let view) = attribute { read(view) }
        if case .ensures(let view) = attribute { read(view) }
      }
    }
    return guards
  }

  private func range(
    _ syntax: RangeAttributeSyntax, in quantity: Quantity, into diagnostics: inout [Diagnostic]
  ) -> ValueRange? {
    func end(_ syntax: ExpressionSyntax?) -> Number? {
      syntax.flatMap {
        expressions.value($0, in: quantity, into: &diagnostics)?.constantValue
      }
    }
    let (lower, upper) = (end(syntax.lower), end(syntax.upper))
    if let lower, let upper, lower > upper {
      diagnostics.append(.emptyBand(at: syntax.range))
      return nil
    }
    return ValueRange(lower: lower, upper: upper, origin: syntax.range)
  }

  private func invariant(
    _ syntax: ExpressionSyntax, into diagnostics: inout [Diagnostic]
  ) -> Invariant? {
    guard let condition = expressions.condition(syntax, in: .init(), into: &diagnostics) else {
      return nil
    }
    let traits = expressions.traits(of: condition)
    guard traits.depth <= FormulaLimits.depth, traits.size <= FormulaLimits.size else {
      diagnostics.append(.formulaTooLong(at: syntax.range))
      return nil
    }
    return Invariant(
      condition: condition, operands: syntax.compared.compactMap(operand), origin: syntax.range)
  }

  /// A side of a comparison that is worth telling, since it is not written out.
  private func operand(_ syntax: ExpressionSyntax) -> WrittenFormula? {
    var reported: [Diagnostic] = []
    guard let value = expressions.resolve(syntax, into: &reported),
      let quantity = value.type.quantity, value.expression.constantValue == nil
    else { return nil }
    return WrittenFormula(
      expression: value.expression, quantity: quantity, origin: syntax.range)
  }
}

extension ExpressionSyntax {
  /// The sides of the comparisons that a condition is made of, in the order written.
  fileprivate var compared: [ExpressionSyntax] {
    switch self {
    case .parenthesized(let inner): inner.inner.compared
    case .not(let not): not.operand.compared
    case .between(let between): [between.operand, between.lower, between.upper]
    case .binary(let binary):
      switch binary.steps.first?.operator {
      case .and, .or: ([binary.first] + binary.steps.map(\.operand)).flatMap(\.compared)
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
        [binary.first] + binary.steps.prefix(1).map(\.operand)
      case .add, .subtract, .multiply, .divide, nil: []
      }
    case .literal, .path, .negation, .isMissing, .conditional, .call, .filtered, .per, .inList,
      .phrase, .missing:
      []
    }
  }
}
