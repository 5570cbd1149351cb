import Dispatch
import KPIDatabase
import KPIModel
import KPISQL
import Synchronization

/// The connections to one source: each is used by one thread at a time, and there are few, since servers count them.
final class SourceConnections: Sendable {
  let source: DatabaseSource
  /// What queries are written in; `nil` where the engine behind the driver is not known.
  let dialect: Dialect?
  let typing: ColumnMisfit.Typing
  private let connector: DatabaseConnector
  private let state = Mutex(State())
  private let returned = DispatchSemaphore(value: 0)

  private static let most = 4

  private struct State: @unchecked Sendable {
    /// How opening the source went, once it was tried: who waits for a server that is down waits once.
    var opened: Result<Database, DatabaseFailure>?
    var idle: [Connection] = []
    var count = 0
    /// The most connections that the server lets us have, as far as we know.
    var limit = SourceConnections.most
    var columns: [TableID: [ResultColumn]] = [:]
    var isReported = false
  }

  init(_ source: DatabaseSource, _ connector: DatabaseConnector) {
    self.source = source
    self.connector = connector
    dialect = source.driver.flatMap(Dialect.spoken)
    // SQLite keeps the type of each value, and its driver takes a column's from the first of them.
    typing = dialect?.isTypedByValue == true ? .byValue : .byColumn
  }

  // MARK: Leases

  /// A connection for one thread, which is there for others again when nobody has the lease any more.
  final class Lease {
    fileprivate let connection: Connection
    private let owner: SourceConnections
    private var isBroken = false

    fileprivate init(_ connection: Connection, _ owner: SourceConnections) {
      self.connection = connection
      self.owner = owner
    }

    deinit { owner.giveBack(isBroken ? nil : connection) }

    /// Asks; the rows must be let go of before the lease is.
    func query(_ sql: String) throws(DatabaseFailure) -> ResultStream {
      do throws(DatabaseError) {
        return try connection.query(sql, limit: owner.source.timeout)
      } catch {
        throw failure(error)
      }
    }

    /// Asks, and hands over each row.
    func rows(
      _ sql: String, _ body: (RecordBatch, Int) -> Void
    ) throws(DatabaseFailure) {
      let stream = try query(sql)
      while let batch = try next(stream) {
        for row in 0..<batch.rowCount { body(batch, row) }
      }
    }

    func next(_ stream: ResultStream) throws(DatabaseFailure) -> RecordBatch? {
      do throws(DatabaseError) {
        return try stream.next()
      } catch {
        throw failure(error)
      }
    }

    /// What failed once is not used again.
    private func failure(_ error: DatabaseError) -> DatabaseFailure {
      isBroken = true
      return DatabaseFailure(error)
    }
  }

  /// A connection; where as many as there may be are used, one of them when it is given back.
  func lease() throws(DatabaseFailure) -> Lease {
    while true {
      switch try take() {
      case .connection(let connection): return Lease(connection, self)
      case .isFull: returned.wait()
      case .mayOpen(let database):
        do throws(DatabaseError) {
          return Lease(try database.connect(), self)
        } catch {
          // Some servers take only few connections of one user; then these are all there are.
          let isOnly = state.withLock { state in
            state.count -= 1
            state.limit = max(1, state.count)
            return state.count == 0
          }
          if isOnly { throw DatabaseFailure(error) }
        }
      }
    }
  }

  private enum Taken: @unchecked Sendable {
    case connection(Connection)
    case mayOpen(Database)
    case isFull
  }

  private func take() throws(DatabaseFailure) -> Taken {
    let taken = state.withLock { state -> Result<Taken, DatabaseFailure> in
      if let connection = state.idle.popLast() { return .success(.connection(connection)) }
      guard let opened = state.opened else {
        let first = Result { () throws(DatabaseFailure) in try connector.open(source) }
        state.opened = first.map(\.database)
        return first.map { first in
          state.count = 1
          return .connection(first)
        }
      }
      return opened.map { database in
        guard state.count < state.limit else { return .isFull }
        state.count += 1
        return .mayOpen(database)
      }
    }
    return try taken.get()
  }

  private func giveBack(_ connection: Connection?) {
    state.withLock { state in
      if let connection { state.idle.append(connection) } else { state.count -= 1 }
    }
    returned.signal()
  }

  /// Whether nobody has asked this before.
  var isFirstReport: Bool {
    state.withLock { state in
      defer { state.isReported = true }
      return !state.isReported
    }
  }

  // MARK: Columns

  /// The columns of a table, if they were asked for.
  func knownColumns(of table: TableID) -> [ResultColumn]? {
    state.withLock { $0.columns[table] }
  }

  /// The columns that the database has of a table; `ask` finds them with a query without rows.
  func columns(
    of table: TableID, _ ask: () throws(DatabaseFailure) -> [ResultColumn]
  ) throws(DatabaseFailure) -> [ResultColumn] {
    if let known = knownColumns(of: table) { return known }
    let found = try ask()
    state.withLock { $0.columns[table] = found }
    return found
  }
}
