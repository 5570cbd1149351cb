package import KPIModel
package import KPIPlan

/// Makes the queries that answer what is to be kept of a table.
package struct CellCompiler: Sendable {
  package let specification: Specification
  package let dialect: Dialect
  /// What the columns hold; `nil` where no database is at hand.
  package let physical: (@Sendable (TableID, ColumnID) -> PhysicalType?)?
  /// Where the rows of each table are; `nil` for those that this database does not have.
  package let relation: @Sendable (TableID, _ alias: String) -> Select.Relation?
  package let zone: String
  /// What to call a measure to a reader: by the grouping, the filter and the aggregate.
  package var comment: @Sendable (Workload.Place) -> String? = { _ in nil }

  package init(
    _ specification: Specification, _ dialect: Dialect, zone: String,
    physical: (@Sendable (TableID, ColumnID) -> PhysicalType?)? = nil,
    relation: @escaping @Sendable (TableID, _ alias: String) -> Select.Relation?
  ) {
    self.specification = specification
    self.dialect = dialect
    self.zone = zone
    self.physical = physical
    self.relation = relation
  }

  /// The queries for one reading of a table, and those that make sure that following references multiplies no rows.
  package func queries(
    for reading: Reading, of workload: Workload
  ) throws(SQLRefusal) -> (cells: [CellQuery], keys: [KeyQuery]) {
    let paths = workload.paths(of: reading).sorted {
      specification.text(of: $0) < specification.text(of: $1)
    }
    let lowering = RowLowering(
      specification: specification, dialect: dialect,
      names: RelationNames(reading.table, paths, specification), physical: physical, zone: zone)
    var result: [CellQuery] = []
    var events: [Int] = []
    for place in reading.groupings {
      if case .spans = workload.groupings[place].key.axis {
        var query = CellQueryBuilder(self, lowering, reading.table, paths)
        result.append(try query.spans(place, workload))
      } else {
        events.append(place)
      }
    }
    if !events.isEmpty {
      // Without grouping sets every set is a query of its own.
      for group in dialect.hasGroupingSets ? [events] : events.map({ [$0] }) {
        var query = CellQueryBuilder(self, lowering, reading.table, paths)
        result += try query.events(group, workload)
      }
    }
    return (result, try keys(lowering.names, reading.table))
  }

  private func keys(_ names: RelationNames, _ table: TableID) throws(SQLRefusal) -> [KeyQuery] {
    var done: Set<TableID> = []
    var result: [KeyQuery] = []
    for chain in names.chains {
      guard let last = chain.last else { continue }
      let owner = specification.owner(of: ColumnPath(table, Array(chain.dropLast()), last))
      guard let target = specification[owner][last].reference?.table, done.insert(target).inserted
      else { continue }
      guard let key = specification[target].key.first, specification[target].key.count == 1,
        let from = relation(target, specification[target].name)
      else { throw .elsewhere }
      var select = Select(from: from)
      let column = specification[target][key]
      select.columns = [
        Select.Column(.aggregate(.count, nil, filter: nil), as: "rows"),
        Select.Column(
          .aggregate(
            .countDistinct,
            .column(of: specification[target].name, column.header ?? column.name), filter: nil),
          as: "keys"),
      ]
      result.append(KeyQuery(table: target, select: select))
    }
    return result
  }
}
