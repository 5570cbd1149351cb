import KPIDatabase
import KPIDiagnostics
import KPIModel
import KPISQL

extension DatabaseTables {
  /// What of a table's declaration does not hold in its database, found by few queries that change nothing. Of an engine
  /// whose SQL is not known, columns and their types are compared alone.
  func inspected(_ table: TableID) -> [Diagnostic] {
    guard let source = source(of: table) else { return [] }
    do throws(DatabaseFailure) {
      let lease = try source.lease()
      let found = try columns(of: table, needing: [], source, lease)
      let (usable, misfits) = compared(table, found, source.typing)
      guard let dialect = source.dialect else { return misfits }
      return misfits
        + (try rowFindings(table, usable, dialect, lease))
        + (try referenceFindings(table, usable, found, source, dialect, lease))
    } catch {
      guard !error.isOfSource || source.isFirstReport else { return [] }
      return [error.diagnostic(of: specification[table], in: source.source)]
    }
  }

  // MARK: Columns

  /// The columns that values can be asked of, and what is wrong with the others.
  private func compared(
    _ table: TableID, _ found: [ResultColumn], _ typing: ColumnMisfit.Typing
  ) -> (usable: Set<ColumnID>, findings: [Diagnostic]) {
    var usable: Set<ColumnID> = []
    var findings: [Diagnostic] = []
    for column in specification[table].columnIDs {
      let declared = ValueKind(specification[table][column].type)
      switch ColumnMisfit(column, specification[table], in: found, typing) {
      case .missing(_, let names):
        findings.append(.liveMissingColumn(live(table, column), found: names))
      case .type(_, let kind):
        findings.append(.liveType(live(table, column), declared: declared, found: kind))
      case nil:
        if declared != .text, holdsText(table, column) {
          findings.append(.liveType(live(table, column), declared: declared, found: .text))
        }
        usable.insert(column)
      }
    }
    return (usable, findings)
  }

  private func live(_ table: TableID, _ column: ColumnID) -> Diagnostic.LiveColumn {
    Diagnostic.LiveColumn(
      table: specification[table].name, column: specification[table][column].sourceName,
      declared: specification[table][column].origin)
  }

  // MARK: Rows

  private func rowFindings(
    _ table: TableID, _ usable: Set<ColumnID>, _ dialect: Dialect,
    _ lease: SourceConnections.Lease
  ) throws(DatabaseFailure) -> [Diagnostic] {
    // Values that are text are compared where they are read.
    let typed = usable.filter {
      specification[table][$0].type == .text || !holdsText(table, $0)
        || specification[table][$0].allowed == nil
    }
    let inspection = TableInspection(compiler(dialect, [:]), table, columns: typed)
    var findings: [Diagnostic] = []
    for query in [inspection.values(), inspection.keys()].compactMap({ $0 }) {
      findings += try self.findings(of: query, table, dialect, lease)
    }
    return findings
  }

  private func referenceFindings(
    _ table: TableID, _ usable: Set<ColumnID>, _ found: [ResultColumn],
    _ source: SourceConnections, _ dialect: Dialect, _ lease: SourceConnections.Lease
  ) throws(DatabaseFailure) -> [Diagnostic] {
    let inspection = TableInspection(compiler(dialect, [:]), table, columns: usable)
    var findings: [Diagnostic] = []
    for column in specification[table].references where usable.contains(column) {
      let name = specification[table][column].sourceName
      guard let target = specification[table][column].reference?.table,
        let own = found.first(where: { $0.name == name })
      else { continue }
      if let reason = try hindrance(own, to: target, source, lease) {
        findings.append(
          .liveNotFollowed(
            live(table, column), target: specification[target].name, because: reason))
      } else if let query = inspection.orphans(column) {
        findings += try self.findings(of: query, table, dialect, lease)
      }
    }
    return findings
  }

  /// Why the database cannot follow a reference.
  private func hindrance(
    _ own: ResultColumn, to target: TableID, _ source: SourceConnections,
    _ lease: SourceConnections.Lease
  ) throws(DatabaseFailure) -> Diagnostic.UnfollowedReference? {
    guard self.source(of: target) === source else { return .isElsewhere }
    let others = try columns(of: target, needing: [], source, lease)
    let key = specification[target].key.first.map { specification[target][$0].sourceName }
    guard let key, let other = others.first(where: { $0.name == key }) else { return .hasNoKey }
    guard source.typing == .byColumn else { return nil }
    return ValueKind(own.type).isComparable(to: ValueKind(other.type)) ? nil : .differs
  }

  private func findings(
    of query: TableInspection.Query, _ table: TableID, _ dialect: Dialect,
    _ lease: SourceConnections.Lease
  ) throws(DatabaseFailure) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    try lease.rows(SQLWriter(dialect).text(of: query.select)) { batch, row in
      for part in query.parts {
        guard let count = batch.sqlValue(row, part.count).number(), count > .zero else { continue }
        let example = part.example.flatMap { batch.text(row, $0) }
        findings.append(
          diagnostic(part.aspect, table, count: Int(count.floor), example: example))
      }
    }
    return findings
  }

  private func diagnostic(
    _ aspect: TableInspection.Aspect, _ table: TableID, count: Int, example: String?
  ) -> Diagnostic {
    switch aspect {
    case .missing(let column): return .liveMissingValues(live(table, column), count: count)
    case .notAllowed(let column):
      return .liveNotAllowed(live(table, column), count: count, example: example)
    case .otherKind(let column):
      return .liveOtherKind(
        live(table, column), declared: ValueKind(specification[table][column].type), count: count,
        example: example)
    case .repeatedKeys:
      let key = specification[table].key
      let names = key.map { specification[table][$0].sourceName }.joined(separator: ", ")
      let origin = key.first.map { specification[table][$0].origin } ?? specification[table].origin
      return .liveRepeatedKeys(
        Diagnostic.LiveColumn(
          table: specification[table].name, column: names, declared: origin),
        count: count, example: example)
    case .orphans(let column):
      let target = specification[table][column].reference.map { specification[$0.table].name }
      return .liveOrphans(
        live(table, column), target: target ?? "", count: count, example: example)
    }
  }
}
