import KPIDatabase
import KPIDiagnostics
package import KPIEngine
package import KPIModel
package import KPIPlan
import KPISQL
package import KPITable

/// The tables of a specification that live in databases: what they are asked, and their rows where they are read.
package final class DatabaseTables: Sendable {
  let specification: Specification
  private let root: String
  private let sources: [String: SourceConnections]
  /// Whether rows are put into cells where they are; otherwise they are read.
  private let isPushedDown: Bool

  /// The tables of a specification in the folder `root`; sources take their secrets from variables of the environment.
  package init(
    _ specification: Specification, root: String, isPushedDown: Bool,
    variable: @escaping @Sendable (String) -> String?
  ) {
    self.specification = specification
    self.isPushedDown = isPushedDown
    self.root = root
    let connector = DatabaseConnector(root: root, variable: variable)
    sources = Dictionary(
      specification.sources.map { ($0.name, SourceConnections($0, connector)) },
      uniquingKeysWith: { first, _ in first })
  }

  func source(of table: TableID) -> SourceConnections? {
    guard case .source(let name, _) = specification[table].location else { return nil }
    return sources[name]
  }

  // MARK: Cells

  /// The cells of a table; its rows are to be read where the database could not give exactly the same.
  package func supply(_ reading: Reading, _ workload: Workload) -> CellSupply {
    guard let source = source(of: reading.table) else { return .scan }
    do throws(DatabaseFailure) {
      var known: [TableID: [ResultColumn]] = [:]
      for (table, needed) in workload.columns(of: reading, specification).sorted(by: {
        $0.key < $1.key
      }) {
        guard let own = self.source(of: table) else { continue }
        let found = try columns(of: table, needing: needed, own, try own.lease())
        if own === source { known[table] = found }
      }
      let lease = try source.lease()
      guard isPushedDown, let dialect = source.dialect,
        let feeds = try cells(reading, workload, known, dialect, lease)
      else { return .scan }
      return .cells(feeds)
    } catch {
      // What it cannot compute, such as a sum beyond its numbers, is computed from the rows.
      if error.isOfQuery { return .scan }
      let table = error.table ?? reading.table
      let own = self.source(of: table) ?? source
      // Once is enough for all tables of a source that cannot be used.
      guard !error.isOfSource || own.isFirstReport else { return .failed([]) }
      return .failed([error.diagnostic(of: specification[table], in: own.source)])
    }
  }

  private func cells(
    _ reading: Reading, _ workload: Workload, _ known: [TableID: [ResultColumn]],
    _ dialect: Dialect, _ lease: SourceConnections.Lease
  ) throws(DatabaseFailure) -> [Int: CellFeed]? {
    guard workload.tables(of: reading, specification).allSatisfy({ known[$0] != nil }) else {
      return nil
    }
    let queries: (cells: [CellQuery], keys: [KeyQuery])
    do throws(SQLRefusal) {
      queries = try compiler(dialect, known).queries(for: reading, of: workload)
    } catch {
      return nil
    }
    let writer = SQLWriter(dialect)
    for query in queries.keys {
      var isUnique = false
      try lease.rows(writer.text(of: query.select)) { batch, row in
        isUnique = batch.columns.count == 2 && batch.sqlValue(row, 0) == batch.sqlValue(row, 1)
      }
      guard isUnique else { return nil }
    }
    var result: [Int: CellFeed] = [:]
    for query in queries.cells {
      var reader = CellReader(query)
      var isExpected = true
      try lease.rows(writer.text(of: query.select)) { batch, row in
        do throws(CellReader.Failure) {
          try reader.take { batch.sqlValue(row, $0) }
        } catch {
          isExpected = false
        }
      }
      // Rows that are wrong are read, so that each is named; so is whatever came back otherwise than meant.
      guard isExpected, !reader.hasBadRows else { return nil }
      for (place, feed) in reader.result {
        result[place, default: CellFeed()].add(feed)
      }
    }
    return result
  }

  func compiler(
    _ dialect: Dialect, _ known: [TableID: [ResultColumn]]
  ) -> CellCompiler {
    let (specification, root) = (specification, root)
    return CellCompiler(
      specification, dialect, zone: specification.company.timeZone,
      physical: { table, column in
        let name = specification[table][column].sourceName
        guard let found = known[table]?.first(where: { $0.name == name }) else { return .other }
        let type = PhysicalType(found.type)
        // Of values that have types of their own, a few rows tell only what cannot be whole numbers.
        return dialect.isTypedByValue && type != .real ? nil : type
      },
      relation: { table, alias in
        guard case .source(_, let relation) = specification[table].location else { return nil }
        return .named(relation, as: alias, in: dialect, root: root)
      })
  }

  // MARK: Rows

  /// The rows of a table, for an engine that reads them; `nil` for a table that is in no database.
  package func stream(_ table: TableID) -> RowStream? {
    guard let source = source(of: table) else { return nil }
    return RowStream { () throws(FileFailure) in
      do throws(DatabaseFailure) {
        let rows = try self.rows(of: table, source)
        return { () throws(FileFailure) in
          do throws(DatabaseFailure) {
            return try rows.next().map(JSONLines.bytes)
          } catch {
            throw .database(problem: error.problem, help: error.help)
          }
        }
      } catch {
        throw .database(problem: error.problem, help: error.help)
      }
    }
  }

  /// Rows on their way, and the connection that they come through.
  private final class OpenRows {
    private var stream: ResultStream?
    private var lease: SourceConnections.Lease?

    init(_ stream: ResultStream, _ lease: SourceConnections.Lease) {
      self.stream = stream
      self.lease = lease
    }

    deinit { end() }

    func next() throws(DatabaseFailure) -> RecordBatch? {
      guard let stream, let lease else { return nil }
      let batch = try lease.next(stream)
      if batch == nil { end() }
      return batch
    }

    /// The rows are let go of before others may use the connection.
    private func end() {
      stream = nil
      lease = nil
    }
  }

  /// The rows, in the columns that are declared and there.
  private func rows(
    of table: TableID, _ source: SourceConnections
  ) throws(DatabaseFailure) -> OpenRows {
    let lease = try source.lease()
    let dialect = source.dialect ?? .postgresql
    let found = try columns(of: table, needing: [], source, lease)
    let declared = specification[table].columns.map(\.sourceName)
    let alias = "rows_of_table"
    var select = Select(from: relation(table, alias, dialect))
    select.columns = found.filter { declared.contains($0.name) }
      .map { Select.Column(.column(of: alias, $0.name), as: $0.name) }
    return OpenRows(try lease.query(SQLWriter(dialect).text(of: select)), lease)
  }

  // MARK: Columns

  /// The columns that the database has of a table. Those that are needed must be there and hold what is declared.
  func columns(
    of table: TableID, needing needed: Set<ColumnID>, _ source: SourceConnections,
    _ lease: SourceConnections.Lease
  ) throws(DatabaseFailure) -> [ResultColumn] {
    do throws(DatabaseFailure) {
      let found = try source.columns(of: table) { () throws(DatabaseFailure) in
        let dialect = source.dialect ?? .postgresql
        var select = Select(from: relation(table, "t", dialect))
        select.limit = dialect.isTypedByValue ? 100 : 0
        let columns = try lease.query(SQLWriter(dialect).text(of: select)).columns
        return dialect.name == Dialect.postgresql.name
          ? try withoutMoney(columns, of: table, lease) : columns
      }
      let misfit = ColumnMisfit.first(
        of: needed.sorted(), specification[table], in: found, source.typing)
      if let misfit { throw DatabaseFailure(misfit, of: specification[table]) }
      return found
    } catch {
      var failure = error
      failure.table = table
      throw failure
    }
  }

  /// PostgreSQL's type `money` comes as whole numbers of its smallest part, which the driver does not tell from others.
  private func withoutMoney(
    _ columns: [ResultColumn], of table: TableID, _ lease: SourceConnections.Lease
  ) throws(DatabaseFailure) -> [ResultColumn] {
    let suspects = columns.indices.filter { columns[$0].type == .integer(bits: 64, isSigned: true) }
    guard !suspects.isEmpty else { return columns }
    var select = Select(from: relation(table, "t", .postgresql))
    select.columns = suspects.map { place in
      let name = columns[place].name
      return Select.Column(
        .call("concat", [.call("pg_typeof", [.column(of: "t", name)])]), as: name)
    }
    select.limit = 1
    var result = columns
    try lease.rows(SQLWriter(.postgresql).text(of: select)) { batch, row in
      for (column, place) in suspects.enumerated()
      where batch.sqlValue(row, column) == .text("money") {
        result[place] = ResultColumn(name: columns[place].name, type: .unsupported("money"))
      }
    }
    return result
  }

  /// Whether a column of a table is of text in the database. In a file that it reads, text is what it makes of values
  /// that differ.
  func holdsText(_ table: TableID, _ column: ColumnID) -> Bool {
    guard let source = source(of: table), source.typing == .byColumn,
      let found = source.knownColumns(of: table)
    else { return false }
    if case .file = relation(table, "t", source.dialect ?? .postgresql) { return false }
    let name = specification[table][column].sourceName
    return found.contains { $0.name == name && $0.type == .text }
  }

  private func relation(
    _ table: TableID, _ alias: String, _ dialect: Dialect
  ) -> Select.Relation {
    compiler(dialect, [:]).relation(table, alias) ?? .table([], as: alias)
  }
}

extension Workload {
  /// The tables that a reading looks at: its own, and those that references lead to.
  fileprivate func tables(of reading: Reading, _ specification: Specification) -> Set<TableID> {
    Set(
      [reading.table] + steps(of: reading).compactMap { specification.column($0).reference?.table })
  }

  /// The references that a reading follows.
  private func steps(of reading: Reading) -> Set<ColumnPath> {
    var steps: Set<ColumnPath> = []
    for path in paths(of: reading) {
      for end in path.steps.indices {
        steps.insert(ColumnPath(path.table, Array(path.steps[..<end]), path.steps[end]))
      }
    }
    return steps
  }

  /// The columns that a reading needs of its own table, of those that references lead to, and of those with rates.
  fileprivate func columns(
    of reading: Reading, _ specification: Specification
  ) -> [TableID: Set<ColumnID>] {
    var columns: [TableID: Set<ColumnID>] = [reading.table: []]
    for path in paths(of: reading).union(steps(of: reading)) {
      columns[specification.owner(of: path), default: []].insert(path.column)
    }
    for table in tables(of: reading, specification) where table != reading.table {
      columns[table, default: []].formUnion(specification[table].key)
    }
    for rates in rates(of: reading) { columns[rates.table, default: []].formUnion(rates.columns) }
    return columns
  }
}

extension PhysicalType {
  init(_ type: ResultType) {
    switch type {
    case .boolean: self = .boolean
    case .integer: self = .integer
    case .real: self = .real
    case .decimal(let precision, let scale): self = .decimal(precision: precision, scale: scale)
    case .numeral: self = .numeric
    case .text: self = .text
    case .day: self = .date
    case .timestamp(_, let zone): self = zone == nil ? .timestamp : .timestampWithZone
    case .null, .bytes, .timeOfDay, .duration, .unsupported: self = .other
    }
  }
}

extension RecordBatch {
  /// A value for people to read; `nil` for a missing one.
  func text(_ row: Int, _ column: Int) -> String? {
    guard columns.indices.contains(column) else { return nil }
    switch try? columns[column].value(row) {
    case .boolean(let value)?: return "\(value)"
    case .number(let number)?: return DecimalText.plain(number.unscaled, scale: number.scale)
    case .real(let number)?: return "\(number)"
    case .text(let text)?: return text
    case .day(let number)?: return Day(number).text
    case .instant(let microseconds)?: return Scalar.timestamp(microseconds).text
    case .bytes?, .timeOfDay?, .duration?, nil: return nil
    }
  }

  /// A value as the cells are read from it; what cannot be read is no value of any type.
  func sqlValue(_ row: Int, _ column: Int) -> SQLValue {
    guard columns.indices.contains(column) else { return .null }
    do throws(ValueFault) {
      switch try columns[column].value(row) {
      case nil: return .null
      case .boolean(let value)?: return .boolean(value)
      case .number(let number)?: return .decimal(mantissa: number.unscaled, scale: number.scale)
      case .real(let number)?: return .real(number)
      case .text(let text)?: return .text(text)
      case .day(let number)?: return .date(Day(number))
      case .instant(let microseconds)?: return .timestamp(microseconds)
      case .bytes?, .timeOfDay?, .duration?: return .real(.nan)
      }
    } catch {
      return .real(.nan)
    }
  }
}
