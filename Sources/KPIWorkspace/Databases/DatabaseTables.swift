import KPIDatabase
import KPIDiagnostics
package import KPIEngine
package import KPIModel
package import KPIPlan
import KPISQL
package import KPITable
import Synchronization

/// The tables of a specification that live in databases: what they are asked, and their rows where they are read.
package final class DatabaseTables: Sendable {
  private let specification: Specification
  private let connector: DatabaseConnector
  private let sessions: Mutex<[String: Session]>
  /// Whether rows are put into cells where they are; otherwise they are read.
  private let isPushedDown: Bool

  package init(_ specification: Specification, root: String, isPushedDown: Bool) {
    self.specification = specification
    self.isPushedDown = isPushedDown
    connector = DatabaseConnector(root: root)
    sessions = Mutex([:])
  }

  /// One connection, used by one thread at a time.
  private final class Session: @unchecked Sendable {
    let source: DatabaseSource
    let connection: Connection
    let dialect: Dialect
    let isKnownDialect: Bool
    var columns: [TableID: [ResultColumn]] = [:]

    init(_ source: DatabaseSource, _ connection: Connection) {
      self.source = source
      self.connection = connection
      let spoken = source.driver.flatMap(Dialect.spoken)
      dialect = spoken ?? .postgresql
      isKnownDialect = spoken != nil
    }
  }

  // MARK: Cells

  /// The cells of a table; its rows are to be read where the database could not give exactly the same.
  package func supply(_ reading: Reading, _ workload: Workload) -> CellSupply {
    guard isPushedDown, case .source(let name, _) = specification[reading.table].location else {
      return .scan
    }
    return sessions.withLock { sessions in
      do throws(DatabaseFailure) {
        let session = try self.session(name, &sessions)
        guard session.isKnownDialect, let feeds = try cells(reading, workload, session) else {
          return .scan
        }
        return .cells(feeds)
      } catch {
        return .failed([diagnostic(error, reading.table)])
      }
    }
  }

  private func cells(
    _ reading: Reading, _ workload: Workload, _ session: Session
  ) throws(DatabaseFailure) -> [Int: CellFeed]? {
    var known: [TableID: [ResultColumn]] = [:]
    for table in workload.tables(of: reading, specification) {
      guard case .source(session.source.name, _) = specification[table].location else { return nil }
      known[table] = try columns(of: table, session)
    }
    let compiler = compiler(session, known)
    let queries: (cells: [CellQuery], keys: [KeyQuery])
    do throws(SQLRefusal) {
      queries = try compiler.queries(for: reading, of: workload)
    } catch {
      return nil
    }
    let writer = SQLWriter(session.dialect)
    for query in queries.keys {
      var isUnique = false
      try rows(writer.text(of: query.select), session) { batch, row in
        isUnique = batch.columns.count == 2 && batch.sqlValue(row, 0) == batch.sqlValue(row, 1)
      }
      guard isUnique else { return nil }
    }
    var result: [Int: CellFeed] = [:]
    for query in queries.cells {
      var reader = CellReader(query)
      var isExpected = true
      try rows(writer.text(of: query.select), session) { batch, row in
        do throws(CellReader.Failure) {
          try reader.take { batch.sqlValue(row, $0) }
        } catch {
          isExpected = false
        }
      }
      // Rows that are wrong are read, so that each is named; so is whatever came back otherwise than meant.
      guard isExpected, !reader.hasBadRows else { return nil }
      for (place, feed) in reader.result {
        result[place, default: CellFeed()].cells += feed.cells
      }
    }
    return result
  }

  private func compiler(_ session: Session, _ known: [TableID: [ResultColumn]]) -> CellCompiler {
    let specification = specification
    let root = connector.root
    let isFile = session.source.driver.map { DriverProfile.named($0).name == "duckdb" } ?? false
    return CellCompiler(
      specification, session.dialect, zone: specification.company.timeZone,
      physical: { table, column in
        let name = specification[table][column].header ?? specification[table][column].name
        guard let found = known[table]?.first(where: { $0.name == name }) else { return .other }
        let type = PhysicalType(found.type)
        // Of values that have types of their own, a few rows tell only what cannot be whole numbers.
        return session.dialect.isTypedByValue && type != .real ? nil : type
      },
      relation: { table, alias in
        guard case .source(_, let relation) = specification[table].location else { return nil }
        return DatabaseTables.relation(relation, alias, readsFiles: isFile, root: root)
      })
  }

  private static func relation(
    _ text: String, _ alias: String, readsFiles: Bool, root: String
  ) -> Select.Relation {
    let lowered = text.lowercased()
    let isFile = [".parquet", ".csv", ".csv.gz"].contains { lowered.hasSuffix($0) }
    if readsFiles, isFile || text.contains("/") {
      let path = text.hasPrefix("/") || text.contains("://") ? text : FileSystem.join(root, text)
      return .file(path, as: alias)
    }
    return .table(text.split(separator: ".").map(String.init), as: alias)
  }

  // MARK: Rows

  /// The rows of a table, for an engine that reads them.
  package func stream(_ table: TableID) -> RowStream? {
    guard case .source(let name, _) = specification[table].location else { return nil }
    return RowStream { () throws(FileFailure) in
      let rows = OpenRows()
      do throws(DatabaseFailure) {
        try self.sessions.withLock { sessions throws(DatabaseFailure) in
          let session = try self.session(name, &sessions)
          let found = try self.columns(of: table, session)
          rows.stream = try self.query(self.text(of: table, found, session), session)
        }
      } catch {
        throw .database(error.problem)
      }
      return { () throws(FileFailure) in
        do throws(DatabaseError) {
          guard let batch = try rows.stream?.next() else { return nil }
          return JSONLines.bytes(of: batch)
        } catch {
          throw .database(error.words.problem)
        }
      }
    }
  }

  private final class OpenRows: @unchecked Sendable { var stream: ResultStream? }

  /// The query for the columns that are declared and there.
  private func text(
    of table: TableID, _ found: [ResultColumn], _ session: Session
  ) -> String {
    let declared = specification[table].columns.map { $0.header ?? $0.name }
    let compiler = compiler(session, [:])
    var select = Select(
      from: compiler.relation(table, "rows_of_table") ?? .table([], as: "rows_of_table"))
    select.columns = found.filter { declared.contains($0.name) }
      .map { Select.Column(.column(of: "rows_of_table", $0.name), as: $0.name) }
    return SQLWriter(session.dialect).text(of: select)
  }

  // MARK: Sessions

  private func session(
    _ name: String, _ sessions: inout [String: Session]
  ) throws(DatabaseFailure) -> Session {
    if let session = sessions[name] { return session }
    guard let source = specification.sources.first(where: { $0.name == name }) else {
      throw DatabaseFailure("no source is called `\(name)`", help: "Declare it.")
    }
    let session = Session(source, try connector.open(source))
    sessions[name] = session
    return session
  }

  /// The columns that the database has of a table, found by a query without rows, or with a few where only values have
  /// types.
  private func columns(
    of table: TableID, _ session: Session
  ) throws(DatabaseFailure) -> [ResultColumn] {
    if let known = session.columns[table] { return known }
    var select = Select(
      from: compiler(session, [:]).relation(table, "t") ?? .table([], as: "t"))
    select.limit = session.dialect.isTypedByValue ? 100 : 0
    let columns = try query(SQLWriter(session.dialect).text(of: select), session).columns
    session.columns[table] = columns
    return columns
  }

  private func query(
    _ sql: String, _ session: Session
  ) throws(DatabaseFailure) -> ResultStream {
    do throws(DatabaseError) {
      return try session.connection.query(sql)
    } catch {
      throw DatabaseFailure(error)
    }
  }

  private func rows(
    _ sql: String, _ session: Session, _ body: (RecordBatch, Int) -> Void
  ) throws(DatabaseFailure) {
    let stream = try query(sql, session)
    do throws(DatabaseError) {
      while let batch = try stream.next() {
        for row in 0..<batch.rowCount { body(batch, row) }
      }
    } catch {
      throw DatabaseFailure(error)
    }
  }

  private func diagnostic(_ failure: DatabaseFailure, _ table: TableID) -> Diagnostic {
    .databaseFailed(
      table: specification[table].name, failure.problem, help: failure.help,
      declared: specification[table].origin)
  }
}

extension Workload {
  /// The tables that a reading looks at: its own, and those that references lead to.
  fileprivate func tables(of reading: Reading, _ specification: Specification) -> Set<TableID> {
    var tables: Set<TableID> = [reading.table]
    for path in paths(of: reading) {
      for end in path.steps.indices {
        let step = ColumnPath(path.table, Array(path.steps[..<end]), path.steps[end])
        if let target = specification.column(step).reference?.table { tables.insert(target) }
      }
    }
    return tables
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
  /// A value as the cells are read from it; what cannot be read is no value of any type.
  fileprivate func sqlValue(_ row: Int, _ column: Int) -> SQLValue {
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
