package import KPIModel
package import KPIPlan

/// What the rows of each table can be broken down by: dimensions and columns with categories, by name.
struct Reach {
  private let specification: Specification
  private var known: [TableID: Set<String>] = [:]

  init(_ specification: Specification) { self.specification = specification }

  /// What every table that a formula reads can be broken down by; `nil` where it reads none.
  mutating func breakdowns(of formula: Formula<Measure>) -> Set<String>? {
    var result: Set<String>?
    for table in formula.tables {
      let own = breakdowns(from: table)
      result = result?.intersection(own) ?? own
    }
    return result
  }

  private mutating func breakdowns(from table: TableID) -> Set<String> {
    if let names = known[table] { return names }
    var names: Set<String> = []
    for (index, dimension) in specification.dimensions.enumerated()
    where isBound(.dimension(DimensionID(index)), from: table) {
      names.insert(dimension.name)
    }
    for (index, other) in specification.tables.enumerated()
    where specification.routes(from: table, to: TableID(index)).count == 1 {
      for column in other.columns
      where (column.type == .text || column.type == .boolean) && !column.isKey
        && column.reference == nil
      {
        names.insert("\(other.name).\(column.name)")
      }
    }
    known[table] = names
    return names
  }

  private func isBound(_ attribute: Attribute, from table: TableID) -> Bool {
    if case .bound = specification.bind(attribute, from: table) { true } else { false }
  }
}

extension Formula<Measure> {
  /// The tables whose rows are aggregated.
  package var tables: Set<TableID> {
    var tables: Set<TableID> = []
    for measure in leaves {
      switch measure {
      case .rows(let rows): tables.insert(rows.table)
      case .entities(let entities):
        for formula in entities.formulas { tables.formUnion(formula.tables) }
      case .days: break
      }
    }
    return tables
  }
}
