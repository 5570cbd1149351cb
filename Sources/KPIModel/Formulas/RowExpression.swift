/// A formula over the values of one row.
///
/// `Field` says how it names a column: by `ColumnPath` inside an aggregate, where the table is known; by
/// `Attribute` in a filter on a metric, which each measure binds from its own table. A comparison with
/// a missing value is missing, as in SQL, and a filter keeps only the rows for which it is true.
package indirect enum RowExpression<Field: Hashable & Sendable>: Hashable, Sendable {
  case literal(Scalar)
  case field(Field)
  case negated(RowExpression)
  /// Dates may be subtracted from each other: the result is a duration in seconds.
  case arithmetic(ArithmeticOperator, RowExpression, RowExpression)
  case comparison(ComparisonOperator, RowExpression, RowExpression)
  case all([RowExpression])
  case any([RowExpression])
  case not(RowExpression)
  case isIn(RowExpression, [Scalar])
  case isMissing(RowExpression)
  /// The value of the first branch whose condition is true; missing when there is none.
  case choice([Branch], otherwise: RowExpression?)
  case function(RowFunction, [RowExpression])
  /// What the rows of other tables say about the row, by values of its own. `at` is the row's time; it is
  /// `nil` until a measure says what dates its rows.
  case lookup(Lookup, [RowExpression], at: RowExpression?)

  package struct Branch: Hashable, Sendable {
    package let condition: RowExpression
    package let value: RowExpression

    package init(condition: RowExpression, value: RowExpression) {
      self.condition = condition
      self.value = value
    }
  }
}

package typealias TableExpression = RowExpression<ColumnPath>
package typealias AttributeExpression = RowExpression<Attribute>

extension RowExpression {
  /// The same formula over other fields.
  package func map<Other: Hashable & Sendable, Failure: Error>(
    _ transform: (Field) throws(Failure) -> Other
  ) throws(Failure) -> RowExpression<Other> {
    try substituting { (field) throws(Failure) in .field(try transform(field)) }
  }

  /// The same formula with an expression in the place of each field.
  package func substituting<Other: Hashable & Sendable, Failure: Error>(
    _ transform: (Field) throws(Failure) -> RowExpression<Other>
  ) throws(Failure) -> RowExpression<Other> {
    switch self {
    case .field(let field): return try transform(field)
    case .literal(let scalar): return .literal(scalar)
    case .negated(let value): return .negated(try value.substituting(transform))
    case .arithmetic(let operation, let left, let right):
      return .arithmetic(
        operation, try left.substituting(transform), try right.substituting(transform))
    case .comparison(let operation, let left, let right):
      return .comparison(
        operation, try left.substituting(transform), try right.substituting(transform))
    case .all(let parts): return .all(try RowExpression.substituting(parts, transform))
    case .any(let parts): return .any(try RowExpression.substituting(parts, transform))
    case .not(let value): return .not(try value.substituting(transform))
    case .isIn(let value, let scalars): return .isIn(try value.substituting(transform), scalars)
    case .isMissing(let value): return .isMissing(try value.substituting(transform))
    case .choice(let branches, let otherwise):
      var replaced: [RowExpression<Other>.Branch] = []
      for branch in branches {
        replaced.append(
          RowExpression<Other>.Branch(
            condition: try branch.condition.substituting(transform),
            value: try branch.value.substituting(transform)))
      }
      guard let otherwise else { return .choice(replaced, otherwise: nil) }
      return .choice(replaced, otherwise: try otherwise.substituting(transform))
    case .function(let function, let arguments):
      return .function(function, try RowExpression.substituting(arguments, transform))
    case .lookup(let lookup, let arguments, let time):
      let replaced = try RowExpression.substituting(arguments, transform)
      guard let time else { return .lookup(lookup, replaced, at: nil) }
      return .lookup(lookup, replaced, at: try time.substituting(transform))
    }
  }

  private static func substituting<Other: Hashable & Sendable, Failure: Error>(
    _ expressions: [RowExpression], _ transform: (Field) throws(Failure) -> RowExpression<Other>
  ) throws(Failure) -> [RowExpression<Other>] {
    var result: [RowExpression<Other>] = []
    for expression in expressions { result.append(try expression.substituting(transform)) }
    return result
  }

  /// All of the conditions as one; `nil` where there is none.
  package static func conjunction(of conditions: [RowExpression]) -> RowExpression? {
    conditions.count > 1 ? .all(conditions) : conditions.first
  }

  /// The expressions directly inside, in the order of the formula.
  package var children: [RowExpression] {
    var children: [RowExpression] = []
    forEachChild { children.append($0) }
    return children
  }

  /// Calls `visit` for each of the expressions directly inside, in the order of the formula.
  package func forEachChild(_ visit: (RowExpression) -> Void) {
    switch self {
    case .literal, .field: break
    case .negated(let value), .not(let value), .isIn(let value, _), .isMissing(let value):
      visit(value)
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right):
      visit(left)
      visit(right)
    case .all(let parts), .any(let parts), .function(_, let parts): parts.forEach(visit)
    case .choice(let branches, let otherwise):
      for branch in branches {
        visit(branch.condition)
        visit(branch.value)
      }
      otherwise.map(visit)
    case .lookup(_, let arguments, let time):
      arguments.forEach(visit)
      time.map(visit)
    }
  }

  /// Calls `visit` for every field in the formula, in the order written.
  package func forEachField(_ visit: (Field) -> Void) {
    if case .field(let field) = self { return visit(field) }
    forEachChild { $0.forEachField(visit) }
  }

  /// The fields of the formula, each once, in the order written.
  package var fields: [Field] {
    var found: [Field] = []
    forEachField { found.append($0) }
    guard found.count > 1 else { return found }
    var seen: Set<Field> = []
    return found.filter { seen.insert($0).inserted }
  }
}
