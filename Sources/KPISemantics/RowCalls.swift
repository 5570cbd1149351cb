import KPIDiagnostics
import KPIModel
import KPISyntax

/// Calls of functions of a row's values.
extension RowExpressions {
  func call(
    _ syntax: CallSyntax, into diagnostics: inout [Diagnostic]
  ) -> Typed<Expression>? {
    guard let name = syntax.name else { return nil }
    if let direction = EventSequence.Direction(rawValue: name.text) {
      return sequence(direction, syntax, into: &diagnostics).map { Typed($0, .boolean) }
    }
    if name.text == "convert" { return conversion(syntax, into: &diagnostics) }
    guard let function = RowFunction(rawValue: name.text) else {
      diagnostics.append(
        FunctionNames.isMetricLevel(name.text)
          ? .nestedAggregate(name.text, at: syntax.range)
          : .unknownFunction(
            name.text, arguments: syntax.arguments.map(\.value.syntax.text),
            known: FunctionNames.rowLevel, at: name.range, call: syntax.range))
      return nil
    }
    guard function != .age || hasMoment else {
      diagnostics.append(.ageWithoutMoment(at: syntax.range))
      return nil
    }
    var arguments: [(ExpressionSyntax, Typed<Expression>)] = []
    for argument in syntax.arguments {
      if let label = argument.label {
        diagnostics.append(.unexpectedLabel(label.text, function: name.text, at: label.range))
        return nil
      }
      guard let value = resolve(argument.value, into: &diagnostics) else { return nil }
      arguments.append((argument.value, value))
    }
    let signature = RowSignature(function)
    guard signature.counts.contains(arguments.count) else {
      diagnostics.append(
        .wrongArguments(name.text, expected: signature.shape, at: syntax.range))
      return nil
    }
    if signature.isAlike {
      guard let unified = unify(arguments, into: &diagnostics) else { return nil }
      guard function == .coalesce || unified.type.scalar != .boolean && unified.type.scalar != .text
      else {
        diagnostics.append(
          .typeMismatch(
            expected: "a number or a date", found: unified.type.scalar.name, at: syntax.range))
        return nil
      }
      guard function == .coalesce || !unified.type.isMixed else {
        diagnostics.append(.mixedCurrencies(at: syntax.range))
        return nil
      }
      return Typed(.function(function, unified.expressions), unified.type)
    }
    for (index, argument) in arguments.enumerated()
    where !signature.accepts(argument.1.type.scalar, at: index) {
      diagnostics.append(
        .typeMismatch(
          expected: signature.expected(at: index), found: argument.1.type.scalar.name,
          subject: argument.0.syntax.text, at: argument.0.range))
      return nil
    }
    if function == .band { return band(arguments, into: &diagnostics) }
    if function == .round, arguments.count > 1, !RoundingDigits.areValid(arguments[1].0) {
      diagnostics.append(
        .wrongArguments(name.text, expected: signature.shape, at: arguments[1].0.range))
      return nil
    }
    return Typed(
      .function(function, arguments.map(\.1.expression)),
      signature.result(arguments.first?.1.type ?? .plain))
  }

  /// A number with bounds that ascend, written out in its unit.
  private func band(
    _ arguments: [(ExpressionSyntax, Typed<Expression>)], into diagnostics: inout [Diagnostic]
  ) -> Typed<Expression>? {
    guard let unified = unify(arguments, into: &diagnostics) else { return nil }
    guard !unified.type.isMixed else {
      diagnostics.append(.mixedCurrencies(at: arguments[0].0.range))
      return nil
    }
    var last: Rational?
    for (index, bound) in unified.expressions.enumerated().dropFirst() {
      guard case .literal(.number(let number)) = bound, last.map({ $0 < number }) ?? true else {
        diagnostics.append(
          .wrongArguments(
            "band", expected: RowSignature(.band).shape, at: arguments[index].0.range))
        return nil
      }
      last = number
    }
    return Typed(.function(.band, unified.expressions), unified.type)
  }
}
