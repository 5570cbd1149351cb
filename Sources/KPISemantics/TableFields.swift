import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

/// Finds columns from the rows of one table, as formulas inside an aggregate see them.
struct TableFields: FieldResolver {
  let table: TableID
  let vocabulary: Vocabulary

  func resolve(
    _ syntax: PathSyntax, into diagnostics: inout [Diagnostic]
  ) -> ResolvedField<ColumnPath>? {
    if syntax.parts.count == 1, let name = syntax.parts.first,
      specification[table].column(named: name.text) == nil,
      specification[table].reference(named: name.text) == nil,
      let dimension = scope.dimensions[name.text]
    {
      return bound(.dimension(dimension), at: syntax.range, into: &diagnostics).flatMap { bound in
        specification[dimension].members.first.map {
          ResolvedField(expression: bound, type: $0.type, allowed: $0.allowed)
        }
      }
    }
    return path(syntax, into: &diagnostics).map { path in
      let column = specification.column(path)
      return ResolvedField(
        expression: .field(path), type: column.type.scalar, allowed: column.allowed)
    }
  }

  /// The path that is meant; `nil` when it was reported.
  func path(_ syntax: PathSyntax, into diagnostics: inout [Diagnostic]) -> ColumnPath? {
    let parts = syntax.parts
    guard let first = parts.first else { return nil }
    let here = specification[table]
    if parts.count > 1, first.text == here.name {
      return walk(Array(parts.dropFirst()), from: table, into: &diagnostics)
    }
    if here.column(named: first.text) != nil || here.reference(named: first.text) != nil {
      return walk(parts, from: table, into: &diagnostics)
    }
    if parts.count > 1, let other = scope.tables[first.text] {
      guard let path = walk(Array(parts.dropFirst()), from: other, into: &diagnostics) else {
        return nil
      }
      guard case .field(let bound) = bound(.path(path), at: syntax.range, into: &diagnostics) else {
        return nil
      }
      return bound
    }
    if parts.count == 1, scope.metrics[first.text] != nil {
      diagnostics.append(.metricInsideAggregate(first.text, at: syntax.range))
      return nil
    }
    diagnostics.append(
      .unknownColumn(
        first.text, table: here.name, known: here.columns.map(\.name),
        elsewhere: tables(withColumn: first.text), at: first.range))
    return nil
  }

  /// Other tables that have a column of this name.
  private func tables(withColumn name: String) -> [String] {
    specification.tables.filter { $0.column(named: name) != nil }.map(\.name)
  }

  /// A column that can date rows; `nil` when the path was reported.
  func timeColumn(_ path: PathSyntax, into diagnostics: inout [Diagnostic]) -> ColumnPath? {
    guard let field = resolve(path, into: &diagnostics) else { return nil }
    guard field.type == .date || field.type == .timestamp,
      case .field(let column) = field.expression
    else {
      diagnostics.append(
        .notATimeColumn(path.syntax.text, found: field.type.name, at: path.range))
      return nil
    }
    return column
  }

  private func bound(
    _ attribute: Attribute, at range: SourceRange, into diagnostics: inout [Diagnostic]
  ) -> TableExpression? {
    switch specification.bind(attribute, from: table) {
    case .bound(let expression): return expression
    case .unreachable:
      diagnostics.append(
        .unreachableDimension(
          specification.text(of: attribute), metric: nil, table: specification[table].name,
          reachable: specification.breakdowns(from: [table]), at: .source(range)))
    case .ambiguous(let paths):
      diagnostics.append(
        .ambiguousPath(
          specification.text(of: attribute), table: specification[table].name,
          candidates: specification.ways(paths), at: .source(range)))
    }
    return nil
  }

  /// Follows the parts from a table: references, then a column.
  func walk(
    _ parts: [NameSyntax], from start: TableID, into diagnostics: inout [Diagnostic]
  ) -> ColumnPath? {
    var reached = start
    var steps: [ColumnID] = []
    guard let last = parts.last else { return nil }
    for part in parts.dropLast() {
      let place = specification[reached]
      guard let step = place.reference(named: part.text), let reference = place[step].reference
      else {
        diagnostics.append(
          place.column(named: part.text) == nil
            ? .unknownColumn(
              part.text, table: place.name, known: place.columns.map(\.name), at: part.range)
            : .notAReference(part.text, table: place.name, at: part.range))
        return nil
      }
      steps.append(step)
      reached = reference.table
    }
    let place = specification[reached]
    guard let column = place.column(named: last.text) ?? place.reference(named: last.text) else {
      diagnostics.append(
        .unknownColumn(
          last.text, table: place.name, known: place.columns.map(\.name),
          elsewhere: tables(withColumn: last.text), at: last.range))
      return nil
    }
    return ColumnPath(start, steps, column)
  }
}
