import KPIModel

/// Rows that break what is declared of them.
extension CellQueryBuilder {
  /// The column that counts the rows which break what is declared of the columns looked at.
  mutating func badRows() throws(SQLRefusal) -> Int? {
    var reasons: [SQLExpression] = []
    for path in paths {
      let column = specification.column(path)
      let value = lowering.present(path)
      let isThere = path.steps.isEmpty ? nil : reached(path)
      if !column.isOptional, path.steps.isEmpty {
        reasons.append(.isNull(value))
      } else if !column.isOptional, let isThere {
        reasons.append(.all([isThere, .isNull(value)]))
      }
      if let allowed = column.allowed {
        var values: [SQLExpression] = []
        for case .text(let text) in allowed { values.append(.text(text)) }
        if values.count == allowed.count { reasons.append(.not(.isIn(value, values))) }
      }
      if compiler.dialect.isTypedByValue {
        let fits = SQLExpression.isOf(column.type.valueKind, value)
        reasons.append(.all([.not(.isNull(value)), .not(fits)]))
      }
    }
    for chain in lowering.names.chains {
      guard let link = link(chain), let last = chain.last else { continue }
      let from = lowering.present(ColumnPath(table, Array(chain.dropLast()), last))
      reasons.append(.all([.not(.isNull(from)), .isNull(link.to)]))
    }
    guard let bad = SQLExpression.disjunction(reasons) else { return nil }
    return add(.aggregate(.count, nil, filter: name(bad, "is_bad")), "bad_rows")
  }

  /// Whether the row that a path leads to is there.
  private func reached(_ path: ColumnPath) -> SQLExpression? {
    link(path.steps).map { .not(.isNull($0.to)) }
  }

  /// The two columns that a reference joins.
  func link(_ chain: [ColumnID]) -> (from: SQLExpression, to: SQLExpression)? {
    guard let last = chain.last else { return nil }
    let before = Array(chain.dropLast())
    let path = ColumnPath(table, before, last)
    let owner = specification.owner(of: path)
    guard let target = specification[owner][last].reference?.table,
      let key = specification[target].key.first
    else { return nil }
    let column = specification[target][key]
    return (
      lowering.column(path),
      .column(of: lowering.names.alias(ofChain: chain), column.header ?? column.name)
    )
  }
}

extension ColumnType {
  var valueKind: Dialect.ValueKind {
    switch self {
    case .text: .text
    case .boolean: .boolean
    case .date: .date
    case .timestamp: .timestamp
    // Numbers with a fraction are binary ones, which are read.
    case .integer, .number: .wholeNumber
    }
  }
}
