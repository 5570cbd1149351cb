package import KPIModel

/// A condition on the age of a span: on the moment at which it is looked at, less one of its dates.
///
/// As time goes by such a condition becomes true or ceases to be, so it moves the span's start or its end.
package struct AgeCondition: Hashable, Sendable {
  package let column: ColumnPath
  package let operation: ComparisonOperator
  /// In seconds.
  package let length: Rational
}

extension RowMeasure {
  /// The filter of a measure over spans, taken apart: conditions on rows, and those on their ages.
  package var filterParts: (rows: TableExpression?, ages: [AgeCondition]) {
    guard case .spans = axis, let filter else { return (filter, []) }
    let parts = if case .all(let parts) = filter { parts } else { [filter] }
    var rows: [TableExpression] = []
    var ages: [AgeCondition] = []
    for part in parts {
      if case .comparison(let operation, let left, .literal(.number(let length))) = part,
        let column = left.ageOfField
      {
        ages.append(AgeCondition(column: column, operation: operation, length: length))
      } else {
        rows.append(part)
      }
    }
    return (rows.count > 1 ? .all(rows) : rows.first, ages)
  }
}
