import KPIModel

/// Looking through the formulas of a specification.
extension MetricExpression {
  /// Calls `visit` for the formula and every part of it; what the metrics in it are made of is not looked into.
  func forEach(_ visit: (MetricExpression) -> Void) {
    visit(self)
    forEachChild { $0.forEach(visit) }
  }

  /// The aggregates over rows, in the order written.
  var aggregates: [Aggregate] {
    var found: [Aggregate] = []
    forEach { if case .aggregate(let aggregate) = $0 { found.append(aggregate) } }
    return found
  }

  /// The conditions on rows: after `where`, and those of a `share`.
  var conditions: [AttributeExpression] {
    var found: [AttributeExpression] = []
    forEach { part in
      switch part {
      case .aggregate(let aggregate):
        if let filter = aggregate.filter { found.append(filter.map(Attribute.path)) }
        if case .share(let condition) = aggregate.function {
          found.append(condition.map(Attribute.path))
        }
      case .filtered(_, let filter): found.append(filter)
      default: break
      }
    }
    return found
  }
}

extension RowExpression {
  /// Calls `visit` for the formula and every part of it.
  func forEach(_ visit: (RowExpression) -> Void) {
    visit(self)
    forEachChild { $0.forEach(visit) }
  }

  /// The fields of which it is asked somewhere whether their value is missing.
  var fieldsAskedForMissing: [Field] {
    if case .isMissing(.field(let field)) = self { return [field] }
    return children.flatMap(\.fieldsAskedForMissing)
  }
}

extension Specification {
  /// Whether rows may lack the value at the end of a path: that of the column, or of a reference on the way.
  func mayBeMissing(_ path: ColumnPath) -> Bool {
    var table = path.table
    for step in path.steps {
      let column = self[table][step]
      if column.isOptional { return true }
      table = column.reference?.table ?? table
    }
    return self[table][path.column].isOptional
  }

  /// The names of the columns of which some conditions ask whether their value is missing. A filter around an
  /// aggregate may speak of the same column from another table, so names are compared.
  func columnsAskedForMissing(_ conditions: [AttributeExpression]) -> Set<String> {
    let paths = conditions.flatMap(\.fieldsAskedForMissing).compactMap { attribute in
      if case .path(let path) = attribute { path } else { nil }
    }
    return Set(paths.map { column($0).name })
  }

  /// The column that an attribute is, if rows may lack its value.
  func optionalColumn(_ attribute: Attribute) -> Column? {
    guard case .path(let path) = attribute, mayBeMissing(path) else { return nil }
    return column(path)
  }
}

extension Metric {
  /// Whether the formula is nothing but another metric: a second name that is meant as one.
  var isAlias: Bool {
    if case .metric = formula { true } else { false }
  }

  /// Whether its use ended on or before a day.
  func isDeprecated(on day: Day) -> Bool {
    history.deprecation.map { ($0.since ?? .first) <= day } ?? false
  }
}
