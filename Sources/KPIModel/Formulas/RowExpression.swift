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
    switch self {
    case .literal(let scalar): return .literal(scalar)
    case .field(let field): return .field(try transform(field))
    case .negated(let value): return .negated(try value.map(transform))
    case .arithmetic(let operation, let left, let right):
      return .arithmetic(operation, try left.map(transform), try right.map(transform))
    case .comparison(let operation, let left, let right):
      return .comparison(operation, try left.map(transform), try right.map(transform))
    case .all(let parts): return .all(try RowExpression.map(parts, transform))
    case .any(let parts): return .any(try RowExpression.map(parts, transform))
    case .not(let value): return .not(try value.map(transform))
    case .isIn(let value, let scalars): return .isIn(try value.map(transform), scalars)
    case .isMissing(let value): return .isMissing(try value.map(transform))
    case .choice(let branches, let otherwise):
      var mapped: [RowExpression<Other>.Branch] = []
      for branch in branches {
        mapped.append(
          RowExpression<Other>.Branch(
            condition: try branch.condition.map(transform), value: try branch.value.map(transform)))
      }
      guard let otherwise else { return .choice(mapped, otherwise: nil) }
      return .choice(mapped, otherwise: try otherwise.map(transform))
    case .function(let function, let arguments):
      return .function(function, try RowExpression.map(arguments, transform))
    }
  }

  private static func map<Other: Hashable & Sendable, Failure: Error>(
    _ expressions: [RowExpression], _ transform: (Field) throws(Failure) -> Other
  ) throws(Failure) -> [RowExpression<Other>] {
    var result: [RowExpression<Other>] = []
    for expression in expressions { result.append(try expression.map(transform)) }
    return result
  }

  /// Calls `visit` for every field in the formula, in the order written.
  package func forEachField(_ visit: (Field) -> Void) {
    _ = map { field in
      visit(field)
      return field
    }
  }

  /// The fields of the formula, each once, in the order written.
  package var fields: [Field] {
    var seen: Set<Field> = []
    var result: [Field] = []
    forEachField { if seen.insert($0).inserted { result.append($0) } }
    return result
  }
}
