import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

/// Finds what a breakdown or a filter on a metric speaks of, so that every table the metric is computed from
/// can be asked for it.
struct AttributeFields: FieldResolver {
  /// The tables that the metric is computed from.
  let tables: [TableID]
  /// The metric's name for messages, where it has one.
  let metric: String?
  let vocabulary: Vocabulary

  func resolve(
    _ syntax: PathSyntax, into diagnostics: inout [Diagnostic]
  ) -> ResolvedField<Attribute>? {
    breakdown(syntax, into: &diagnostics).map {
      ResolvedField(expression: .field($0.attribute), type: $0.type, allowed: $0.allowed)
    }
  }

  /// An attribute with what its values may be.
  struct Breakdown {
    let attribute: Attribute
    let type: ScalarType
    let allowed: [Scalar]?
  }

  func breakdown(_ syntax: PathSyntax, into diagnostics: inout [Diagnostic]) -> Breakdown? {
    guard let attribute = attribute(syntax, into: &diagnostics),
      let (type, allowed) = values(of: attribute)
    else { return nil }
    return Breakdown(attribute: attribute, type: type, allowed: allowed)
  }

  /// What an attribute may be. A dimension may be what any of its members may; one without a list may be anything.
  private func values(of attribute: Attribute) -> (type: ScalarType, allowed: [Scalar]?)? {
    switch attribute {
    case .path(let path):
      let column = specification.column(path)
      return (column.type.scalar, column.allowed)
    case .dimension(let dimension):
      let members = specification[dimension].members
      guard let first = members.first else { return nil }
      let lists = members.compactMap(\.allowed)
      return (first.type, lists.count == members.count ? lists.flatMap { $0 } : nil)
    case .timePart: return (.number(.plain), nil)
    }
  }

  /// The attribute that is meant; `nil` when it was reported.
  func attribute(_ syntax: PathSyntax, into diagnostics: inout [Diagnostic]) -> Attribute? {
    let parts = syntax.parts
    guard let first = parts.first else { return nil }
    let attribute: Attribute?
    if parts.count == 1, let dimension = scope.dimensions[first.text] {
      attribute = specification[dimension].members.isEmpty ? nil : .dimension(dimension)
    } else if parts.count > 1, let table = scope.tables[first.text] {
      attribute = fields(of: table).walk(Array(parts.dropFirst()), from: table, into: &diagnostics)
        .map(Attribute.path)
    } else if parts.count == 1, let part = timePart(first) {
      attribute = .timePart(part)
    } else if parts.count == 1 {
      attribute = column(first, into: &diagnostics)
    } else {
      attribute = reference(parts, into: &diagnostics)
    }
    guard let attribute, isReachable(attribute, at: syntax.range, into: &diagnostics) else {
      return nil
    }
    return attribute
  }

  /// `weekday` or `hour` of whatever dates the rows, unless a column is called so.
  private func timePart(_ name: NameSyntax) -> RowFunction? {
    guard let part = RowFunction(rawValue: name.text), part == .weekday || part == .hour,
      !specification.columnNames.contains(name.text)
    else { return nil }
    return part
  }

  private func fields(of table: TableID) -> TableFields {
    TableFields(table: table, vocabulary: vocabulary)
  }

  /// `customer_id.segment` without its table, which must be one of the metric's.
  private func reference(
    _ parts: [NameSyntax], into diagnostics: inout [Diagnostic]
  ) -> Attribute? {
    for table in tables where specification[table].reference(named: parts[0].text) != nil {
      return fields(of: table).walk(parts, from: table, into: &diagnostics).map(Attribute.path)
    }
    diagnostics.append(
      .unknownName(parts[0].text, known: scope.tables.keys, at: parts[0].range))
    return nil
  }

  /// A column by its name alone, when only one is reachable from all of the metric's tables.
  private func column(
    _ name: NameSyntax, into diagnostics: inout [Diagnostic]
  ) -> Attribute? {
    var candidates: [Attribute] = []
    // What all of the tables reach, the first one reaches.
    let reached =
      tables.first.map { specification.tables(reachedFrom: $0) }
      ?? specification.tableIDs
    for id in reached {
      let table = specification[id]
      guard let column = table.column(named: name.text) ?? table.reference(named: name.text) else {
        continue
      }
      let attribute = Attribute.path(ColumnPath(id, [], column))
      let bindings = tables.map { specification.bind(attribute, from: $0) }
      if bindings.contains(.unreachable) { continue }
      if !candidates.contains(where: { isSame($0, bindings) }) { candidates.append(attribute) }
    }
    switch candidates.count {
    case 1: return candidates[0]
    case 0 where tables.count > 1 && tables.allSatisfy { ownColumn(name, of: $0) != nil }:
      diagnostics.append(
        .columnsOfOneName(
          Specification.quoted(name.text), columns: tables.compactMap { ownColumn(name, of: $0) },
          metric: metric, at: .source(name.range)))
    case 0 where specification.columnNames.contains(name.text):
      let table = tables.first { table in
        specification.tables.indices.allSatisfy { index in
          specification[TableID(index)].column(named: name.text).map {
            specification.bind(.path(ColumnPath(TableID(index), [], $0)), from: table)
              == .unreachable
          } ?? true
        }
      }
      diagnostics.append(
        .unreachableDimension(
          name.text, metric: metric,
          table: specification[table ?? tables.first ?? TableID(0)].name,
          reachable: reachable, at: .source(name.range)))
    case 0:
      diagnostics.append(.unknownName(name.text, known: reachable, at: name.range))
    default:
      diagnostics.append(
        .ambiguousPath(
          name.text, table: tables.first.map { specification[$0].name } ?? "",
          candidates: candidates.map(specification.text), at: .source(name.range)))
    }
    return nil
  }

  /// A table's own column of a name, with the table before it.
  private func ownColumn(_ name: NameSyntax, of table: TableID) -> String? {
    specification[table].column(named: name.text).map {
      specification.text(of: ColumnPath(table, [], $0))
    }
  }

  /// A reference and the key it leads to are one and the same.
  private func isSame(_ attribute: Attribute, _ bindings: [Specification.Binding]) -> Bool {
    tables.map { specification.bind(attribute, from: $0) } == bindings
  }

  private func isReachable(
    _ attribute: Attribute, at range: SourceRange, into diagnostics: inout [Diagnostic]
  ) -> Bool {
    for table in tables {
      switch specification.bind(attribute, from: table) {
      case .bound: continue
      case .unreachable:
        if case .timePart(let part) = attribute {
          diagnostics.append(
            .unreachableTimePart(
              part.rawValue, metric: metric, table: specification[table].name,
              at: .source(range)))
          return false
        }
        diagnostics.append(
          .unreachableDimension(
            specification.text(of: attribute), metric: metric, table: specification[table].name,
            reachable: reachable, at: .source(range)))
      case .ambiguous(let paths):
        diagnostics.append(
          .ambiguousPath(
            specification.text(of: attribute), table: specification[table].name,
            candidates: specification.ways(paths), at: .source(range)))
      }
      return false
    }
    return true
  }

  /// What every one of the tables can be broken down by.
  private var reachable: [String] {
    tables.isEmpty ? scope.dimensions.keys.sorted() : specification.breakdowns(from: tables)
  }
}
