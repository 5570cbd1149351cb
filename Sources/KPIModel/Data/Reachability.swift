/// Following references from table to table.
extension Specification {
  /// The most references that a path follows.
  package static let longestPath = 8

  package subscript(table: TableID) -> Table { tables[table.index] }
  package subscript(metric: MetricID) -> Metric { metrics[metric.index] }
  package subscript(dimension: DimensionID) -> Dimension { dimensions[dimension.index] }

  /// The column at the end of a path.
  package func column(_ path: ColumnPath) -> Column {
    self[path.steps.reduce(path.table, tableReached)][path.column]
  }

  /// The table that holds the column at the end of a path.
  package func owner(of path: ColumnPath) -> TableID {
    path.steps.reduce(path.table, tableReached)
  }

  private func tableReached(from table: TableID, by step: ColumnID) -> TableID {
    self[table][step].reference?.table ?? table
  }

  /// The ways from one table to another along references, the shortest first. A path visits no table
  /// twice. Where there are very many, some of them are enough to see that the way is not clear.
  package func routes(from start: TableID, to goal: TableID) -> [[ColumnID]] {
    if start == goal { return [[]] }
    if self[start].references.isEmpty { return [] }
    let isOnTheWay = tables(leadingTo: goal)
    guard isOnTheWay.contains(start) else { return [] }
    var found: [[ColumnID]] = []
    var frontier: [Route] = [Route(visited: [start], steps: [])]
    for _ in 0..<Specification.longestPath where !frontier.isEmpty {
      var next: [Route] = []
      for route in frontier {
        guard let place = route.visited.last else { continue }
        for step in self[place].references {
          guard let reached = self[place][step].reference?.table, isOnTheWay.contains(reached),
            !route.visited.contains(reached)
          else { continue }
          if reached == goal {
            found.append(route.steps + [step])
          } else if next.count < Specification.mostRoutes {
            next.append(Route(visited: route.visited + [reached], steps: route.steps + [step]))
          }
        }
        if found.count >= Specification.mostRoutes { return found }
      }
      frontier = next
    }
    return found
  }

  private struct Route {
    let visited: [TableID]
    let steps: [ColumnID]
  }

  /// The routes that are followed at a time.
  private static let mostRoutes = 64

  /// The tables that paths from a table lead to, itself included, in the order of their declarations.
  package func tables(reachedFrom start: TableID) -> [TableID] {
    var found: Set<TableID> = [start]
    var frontier = [start]
    for _ in 0..<Specification.longestPath where !frontier.isEmpty {
      frontier = frontier.flatMap { table in
        self[table].references.compactMap { self[table][$0].reference?.table }
          .filter { found.insert($0).inserted }
      }
    }
    return found.sorted()
  }

  /// The tables from which references lead to another one, itself included.
  private func tables(leadingTo goal: TableID) -> Set<TableID> {
    var result: Set<TableID> = [goal]
    var waiting = [goal]
    while let table = waiting.popLast() {
      for source in referring[table] ?? [] where result.insert(source).inserted {
        waiting.append(source)
      }
    }
    return result
  }

  /// What an attribute is for the rows of a table.
  package enum Binding: Hashable, Sendable {
    case bound(TableExpression)
    case unreachable
    case ambiguous([TableExpression])
  }

  /// What an attribute is for the rows of a table, dated by a column where they have a date.
  ///
  /// Several ways that lead to it are ambiguous, none is unreachable; a member of a dimension that names the table
  /// itself goes before members that it reaches.
  package func bind(
    _ attribute: Attribute, from table: TableID, datedBy axis: ColumnPath? = nil
  ) -> Binding {
    switch attribute {
    case .path(let path): return bind([(path.table, .field(path))], from: table)
    case .dimension(let dimension):
      let members = self[dimension].members.map { ($0.table, $0.expression) }
      let own = members.filter { $0.0 == table }
      return bind(own.isEmpty ? members : own, from: table)
    case .timePart(let part):
      guard let axis = axis ?? time(of: table),
        part != .hour || column(axis).type == .timestamp
      else { return .unreachable }
      return .bound(.function(part, [.field(axis)]))
    }
  }

  private func bind(
    _ members: [(table: TableID, expression: TableExpression)], from table: TableID
  ) -> Binding {
    var candidates: [TableExpression] = []
    for member in members {
      for route in routes(from: table, to: member.table) {
        let candidate = member.expression.map { shortened($0.prefixed(by: route, from: table)) }
        if !candidates.contains(candidate) { candidates.append(candidate) }
      }
    }
    switch candidates.count {
    case 0: return .unreachable
    case 1: return .bound(candidates[0])
    default: return .ambiguous(candidates)
    }
  }

  /// The key of a referenced row is the reference itself, so the last step need not be taken.
  private func shortened(_ path: ColumnPath) -> ColumnPath {
    guard let last = path.steps.last, self[owner(of: path)].key == [path.column] else {
      return path
    }
    return ColumnPath(path.table, path.steps.dropLast(), last)
  }

  /// A path as the language writes it: `items.sku.price`.
  package func text(of path: ColumnPath) -> String {
    var table = path.table
    var parts = [self[table].name]
    for step in path.steps {
      let column = self[table][step]
      parts.append(column.reference?.role ?? column.name)
      table = tableReached(from: table, by: step)
    }
    return (parts + [self[table][path.column].name]).map(Specification.quoted)
      .joined(separator: ".")
  }

  /// The ways that an ambiguous attribute could mean, by the columns they end in.
  package func ways(_ candidates: [TableExpression]) -> [String] {
    candidates.map { $0.fields.map { text(of: $0) }.joined(separator: ", ") }
  }

  package func text(of attribute: Attribute) -> String {
    switch attribute {
    case .path(let path): text(of: path)
    case .dimension(let dimension): Specification.quoted(self[dimension].name)
    case .timePart(let part): part.rawValue
    }
  }

  /// A name as the language writes it: in backticks unless it is an identifier.
  package static func quoted(_ name: String) -> String {
    isIdentifier(name) ? name : "`\(name)`"
  }

  private static func isIdentifier(_ name: String) -> Bool {
    guard let first = name.utf8.first, !(48...57).contains(first) else { return false }
    let isPlain = name.utf8.allSatisfy {
      (97...122).contains($0) || (65...90).contains($0) || (48...57).contains($0)
        || $0 == UInt8(ascii: "_")
    }
    return isPlain
      || name.unicodeScalars.first?.properties.numericType == nil
        && name.unicodeScalars.allSatisfy { $0 == "_" || $0.properties.isXIDContinue }
  }
}

extension Specification {
  /// What the rows of each of some tables can be broken down by, as messages list it: declared dimensions, then
  /// columns that hold categories, the first table's own first.
  package func breakdowns(from tables: [TableID]) -> [String] {
    attributes(sharedBy: tables).map(\.name)
  }

  /// The same with what the names stand for.
  package func attributes(sharedBy tables: [TableID]) -> [(name: String, attribute: Attribute)] {
    guard let first = tables.first else { return [] }
    var shared: [(name: String, attribute: Attribute)] = []
    for (name, attribute) in breakdowns(from: first) {
      let isShared = tables.allSatisfy { table in
        if case .bound = bind(attribute, from: table) { true } else { false }
      }
      // A dimension goes by the name of a column where they agree.
      if isShared, !shared.contains(where: { $0.name == name }) { shared.append((name, attribute)) }
    }
    return shared
  }

  private func breakdowns(from table: TableID) -> [(name: String, attribute: Attribute)] {
    let declared = dimensions.enumerated().map { index, dimension in
      (dimension.name, Attribute.dimension(DimensionID(index)))
    }
    let columns = tables.enumerated().flatMap { index, other -> [(String, Attribute)] in
      let owner = TableID(index)
      guard routes(from: table, to: owner).count == 1 else { return [] }
      return other.columnIDs.compactMap { id in
        let column = other[id]
        guard column.type == .text || column.type == .boolean, !column.isKey,
          column.reference == nil
        else { return nil }
        let name = owner == table ? column.name : "\(other.name).\(column.name)"
        return (name, .path(ColumnPath(owner, [], id)))
      }
    }
    return declared + columns
  }
}
