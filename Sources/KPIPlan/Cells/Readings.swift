package import KPIModel

/// One reading of a table, and what is kept of it.
package struct Reading: Sendable {
  package let table: TableID
  package let groupings: [Int]
}

extension Workload {
  /// What must be read before what: a reading looks things up only in those of earlier rounds.
  ///
  /// A table is read again only where its rows are looked up by rows of its own, or of tables that they
  /// look up in turn.
  package var rounds: [[Reading]] {
    let looked = Set(indexes.values.map(\.grouping))
    var result: [Int: [Reading]] = [:]
    let byTable = Dictionary(grouping: groupings.indices) { groupings[$0].key.table }
    for (table, own) in byTable {
      // What is looked up is read as soon as it can be, and all else along with it where that is late enough.
      var rounds = Set(own.filter(looked.contains).map(depth))
      let last = own.map(depth).max() ?? 0
      if rounds.max() ?? -1 < last { rounds.insert(last) }
      let byRound = Dictionary(grouping: own) { grouping in
        looked.contains(grouping)
          ? depth(grouping) : rounds.filter { $0 >= depth(grouping) }.min() ?? last
      }
      for (round, groupings) in byRound {
        result[round, default: []].append(Reading(table: table, groupings: groupings))
      }
    }
    return result.sorted { $0.key < $1.key }.map { $0.value.sorted { $0.table < $1.table } }
  }

  /// How many lookups stand in the filters of one another in what a grouping computes.
  private func depth(_ grouping: Int) -> Int {
    expressions(of: grouping).map(\.lookupDepth).max() ?? 0
  }

  /// What a grouping computes: its keys, conditions and arguments.
  private func expressions(of grouping: Int) -> [TableExpression] {
    let filters = groupings[grouping].filters.flatMap { filter in
      (filter.condition.map { [$0] } ?? []) + filter.aggregates.compactMap(\.argument)
    }
    return groupings[grouping].key.keys + filters
  }

  // MARK: What a reading needs

  /// The rows that are looked for.
  package func lookups(of reading: Reading) -> Set<EventSequence.Step> {
    var steps: Set<EventSequence.Step> = []
    for expression in reading.groupings.flatMap(expressions) {
      expression.forEachLookup { lookup, _ in steps.formUnion(lookup.steps) }
    }
    return steps
  }

  /// The tables of rates that are asked.
  package func rates(of reading: Reading) -> Set<RateTable> {
    var tables: Set<RateTable> = []
    for expression in reading.groupings.flatMap(expressions) {
      expression.forEachLookup { lookup, _ in
        if let rates = lookup.rates { tables.insert(rates) }
      }
    }
    return tables
  }

  /// The columns that are looked at.
  package func paths(of reading: Reading) -> Set<ColumnPath> {
    var paths: Set<ColumnPath> = []
    for grouping in reading.groupings {
      switch groupings[grouping].key.axis {
      case .none: break
      case .events(let path), .snapshots(let path): paths.insert(path)
      case .spans(let from, let to, let ages):
        paths.insert(ColumnPath(reading.table, [], from))
        paths.insert(ColumnPath(reading.table, [], to))
        for age in ages { paths.insert(age.column) }
      }
      for expression in expressions(of: grouping) {
        expression.forEachField { paths.insert($0) }
      }
    }
    return paths
  }

  /// The columns whose values are kept beyond their row: breakdowns, keys of lookups, and what is counted
  /// distinctly.
  package func lastingColumns(of reading: Reading) -> Set<ColumnID> {
    var paths: [ColumnPath] = []
    for grouping in reading.groupings {
      let counted = groupings[grouping].filters.flatMap(\.aggregates).compactMap(\.argument)
      for case .field(let path) in groupings[grouping].key.keys + counted { paths.append(path) }
      for expression in expressions(of: grouping) {
        expression.forEachLookup { _, arguments in paths += arguments.flatMap(\.fields) }
      }
    }
    return Set(paths.filter(\.steps.isEmpty).map(\.column))
  }
}
