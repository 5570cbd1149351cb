import KPIModel

/// Row conditions in one form: flat, sorted conjunctions with columns before literals.
///
/// Only rewrites that hold for missing values too are made.
struct FilterForm {
  let specification: Specification

  init(_ specification: Specification) { self.specification = specification }

  /// All of the conditions as one; `nil` when there is none.
  func conjunction(_ conditions: [TableExpression]) -> TableExpression? {
    let parts = flat(conditions.map(FilterForm.value)) { part in
      if case .all(let inner) = part { inner } else { nil }
    }
    return parts.count > 1 ? .all(parts) : parts.first
  }

  private func flat(
    _ parts: [TableExpression], _ inner: (TableExpression) -> [TableExpression]?
  ) -> [TableExpression] {
    var result: [String: TableExpression] = [:]
    var waiting = parts
    while let part = waiting.popLast() {
      if let inner = inner(part) {
        waiting += inner
      } else {
        result[FormulaText(specification).text(of: part)] = part
      }
    }
    return result.sorted { $0.key < $1.key }.map(\.value)
  }

  /// An expression with its comparisons turned the usual way round.
  static func value(_ expression: TableExpression) -> TableExpression {
    switch expression {
    case .comparison(let operation, .literal(let literal), let right):
      if case .literal = right { return expression }
      return value(.comparison(operation.mirrored, right, .literal(literal)))
    case .comparison(.equal, let left, .literal(.boolean(true))): return value(left)
    case .comparison(let operation, let left, let right):
      return .comparison(operation, value(left), value(right))
    case .all(let parts): return .all(parts.map(value))
    case .any(let parts): return .any(parts.map(value))
    case .not(let part): return negation(of: value(part))
    case .isIn(let part, let scalars) where scalars.count == 1:
      return .comparison(.equal, value(part), .literal(scalars[0]))
    case .isIn(let part, let scalars): return .isIn(value(part), Array(Set(scalars)).sorted())
    case .negated(let part): return .negated(value(part))
    case .arithmetic(let operation, let left, let right):
      return .arithmetic(operation, value(left), value(right))
    case .function(let function, let arguments): return .function(function, arguments.map(value))
    case .isMissing(let part): return .isMissing(value(part))
    case .choice(let branches, let otherwise):
      return .choice(
        branches.map {
          TableExpression.Branch(condition: value($0.condition), value: value($0.value))
        }, otherwise: otherwise.map(value))
    case .literal, .field: return expression
    }
  }

  private static func negation(of condition: TableExpression) -> TableExpression {
    switch condition {
    case .not(let part): part
    case .comparison(.equal, let left, let right): .comparison(.notEqual, left, right)
    case .comparison(.notEqual, let left, let right): .comparison(.equal, left, right)
    default: .not(condition)
    }
  }
}
