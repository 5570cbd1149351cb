import KPIModel

/// Row conditions in one form: flat, sorted conjunctions with columns before literals.
///
/// Only rewrites that hold for missing values too are made.
struct FilterForm {
  private let text: FormulaText
  /// What dates the rows.
  private let time: ColumnPath?

  init(_ text: FormulaText, datedBy time: ColumnPath?) {
    self.text = text
    self.time = time
  }

  var specification: Specification { text.specification }

  /// All of the conditions as one; `nil` when there is none.
  func conjunction(_ conditions: [TableExpression]) -> TableExpression? {
    let parts = conditions.map(value)
    return parts.count > 1 ? all(parts) : parts.first
  }

  /// An expression in its form: negations at the leaves, comparisons turned the usual way round.
  func value(_ expression: TableExpression) -> TableExpression {
    switch expression {
    case .comparison(let operation, let left, let right):
      return comparison(operation, value(left), value(right))
    case .all(let parts): return all(parts.map(value))
    case .any(let parts): return any(parts.map(value))
    case .not(let part): return negation(of: value(part))
    case .isIn(let part, let scalars): return membership(value(part), scalars)
    case .negated, .arithmetic(.multiply, _, _), .arithmetic(.divide, _, _):
      return RowProduct(expression, self).expression
    case .arithmetic(.add, let left, let right): return sum(value(left), value(right))
    case .arithmetic(.subtract, let left, let right): return difference(value(left), value(right))
    case .function(.band, let arguments): return band(arguments.map(value))
    case .function(let function, let arguments): return .function(function, arguments.map(value))
    case .isMissing(let part): return .isMissing(value(part))
    case .choice(let branches, let otherwise):
      return .choice(
        branches.map {
          TableExpression.Branch(condition: value($0.condition), value: value($0.value))
        }, otherwise: otherwise.map(value))
    case .lookup(let lookup, let arguments, let own):
      return .lookup(
        form(of: lookup), arguments.map(value), at: own.map(value) ?? time.map { .field($0) })
    case .literal, .field: return expression
    }
  }

  /// A band as the choice that it stands for, from the highest bound down.
  private func band(_ arguments: [TableExpression]) -> TableExpression {
    guard let number = arguments.first else { return .function(.band, arguments) }
    return .choice(
      arguments.dropFirst().reversed().map { bound in
        TableExpression.Branch(
          condition: .comparison(.greaterOrEqual, number, bound), value: bound)
      }, otherwise: nil)
  }

  /// The rows that are looked for have times of their own.
  private func form(of lookup: Lookup) -> Lookup {
    switch lookup {
    case .sequence(let sequence):
      let steps = sequence.steps.map { step in
        let form = FilterForm(text, datedBy: step.axis)
        return EventSequence.Step(
          table: step.table, filter: step.filter.map(form.value), keys: step.keys.map(form.value),
          axis: step.axis)
      }
      return .sequence(
        EventSequence(
          direction: sequence.direction, steps: steps, after: sequence.after,
          within: sequence.within))
    case .conversion: return lookup
    }
  }

  // MARK: Conditions

  private func all(_ parts: [TableExpression]) -> TableExpression {
    let parts = ordered(
      parts.flatMap { part in if case .all(let inner) = part { inner } else { [part] } })
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private func any(_ parts: [TableExpression]) -> TableExpression {
    let parts = ordered(
      parts.flatMap { part in if case .any(let inner) = part { inner } else { [part] } })
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  /// The parts in the order of their texts, each once.
  private func ordered(_ parts: [TableExpression]) -> [TableExpression] {
    guard parts.count > 1 else { return parts }
    var result: [TableExpression] = []
    for (_, part) in parts.map({ (text.text(of: $0), $0) }).sorted(by: { $0.0 < $1.0 })
    where part != result.last {
      result.append(part)
    }
    return result
  }

  private func comparison(
    _ operation: ComparisonOperator, _ left: TableExpression, _ right: TableExpression
  ) -> TableExpression {
    switch (left, right) {
    case (.literal, .literal): break
    case (.literal, _): return comparison(operation.mirrored, right, left)
    case (_, .literal(.boolean(let wanted))) where operation == .equal || operation == .notEqual:
      return wanted == (operation == .equal) ? left : negation(of: left)
    case (_, .literal): break
    default:
      if text.text(of: right) < text.text(of: left) {
        return .comparison(operation.mirrored, right, left)
      }
    }
    return .comparison(operation, left, right)
  }

  private func membership(_ part: TableExpression, _ scalars: [Scalar]) -> TableExpression {
    let values = Array(Set(scalars)).sorted()
    return values.count == 1 ? .comparison(.equal, part, .literal(values[0])) : .isIn(part, values)
  }

  /// The opposite of a condition that is in its form; what is missing stays missing.
  private func negation(of condition: TableExpression) -> TableExpression {
    switch condition {
    case .not(let part): part
    case .comparison(let operation, let left, let right):
      .comparison(operation.opposite, left, right)
    case .all(let parts): any(parts.map(negation))
    case .any(let parts): all(parts.map(negation))
    default: .not(condition)
    }
  }

  // MARK: Arithmetic

  /// Terms in the order of their texts, two at a time, so that no sum is grouped anew.
  private func sum(_ left: TableExpression, _ right: TableExpression) -> TableExpression {
    if case .literal(.number(let left)) = left, case .literal(.number(let right)) = right,
      let sum = left.adding(right)
    {
      return .literal(.number(sum))
    }
    return text.text(of: right) < text.text(of: left)
      ? .arithmetic(.add, right, left) : .arithmetic(.add, left, right)
  }

  private func difference(_ left: TableExpression, _ right: TableExpression) -> TableExpression {
    if case .literal(.number(let left)) = left, case .literal(.number(let right)) = right,
      let difference = left.subtracting(right)
    {
      return .literal(.number(difference))
    }
    return .arithmetic(.subtract, left, right)
  }

  /// The parts of a product in the order of their texts.
  func ordered(products parts: [TableExpression]) -> [TableExpression] {
    guard parts.count > 1 else { return parts }
    return parts.map { (text.text(of: $0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }
}

extension ComparisonOperator {
  /// The operator that holds where this one does not.
  fileprivate var opposite: ComparisonOperator {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    }
  }
}
