import CADBC

/// A connection to a database, for one thread at a time.
package final class Connection {
  package let database: Database
  let handle = UnsafeMutablePointer<AdbcConnection>.allocate(capacity: 1)
  let thread: DriverThread

  init(_ database: Database, _ cancellation: Cancellation?) throws(DatabaseError) {
    self.database = database
    let settings = database.settings
    thread = DriverThread(grace: settings.grace)
    handle.initialize(to: AdbcConnection())
    for option in settings.connectionOptions + settings.statementOptions {
      try database.check(option)
    }
    let functions = database.driver.functions
    let pointer = Unguarded(handle)
    let owner = Unguarded(database.handle)
    let patience = Patience(seconds: settings.connectLimit, cancellation: cancellation)
    let interrupt: @Sendable () -> Void = {
      if let cancel = functions.connectionCancel {
        _ = DriverCall.run { cancel(pointer.value, $0) }
      }
    }
    let failure = try database.settle(
      thread.perform(patience, interrupt: interrupt) { () -> CallStep? in
        let handle = pointer.value
        if let failure = DriverCall.run({ functions.connectionNew(handle, $0) }) {
          return .connecting(failure)
        }
        for option in settings.connectionOptions {
          let failure = DriverCall.run { error in
            functions.connectionSetOption.map { $0(handle, option.name, option.text, error) }
              ?? UInt8(ADBC_STATUS_NOT_IMPLEMENTED)
          }
          if let failure { return .option(option.name, failure) }
        }
        return DriverCall.run { functions.connectionInit(handle, owner.value, $0) }
          .map { .connecting($0) }
      })
    if let failure { throw database.error(failure) }
    if settings.isReadOnly { try makeReadOnly(cancellation) }
  }

  deinit {
    let functions = database.driver.functions
    let pointer = Unguarded(handle)
    let outcome = thread.perform(Patience(seconds: database.settings.grace)) {
      if pointer.value.pointee.private_data != nil {
        _ = DriverCall.run { functions.connectionRelease(pointer.value, $0) }
      }
    }
    if case .stuck = outcome { return }
    handle.deallocate()
  }

  /// Whether a call did not come back, so that nothing can be asked any more.
  package var isStuck: Bool { thread.isStuck }

  /// Asks a question; its rows come as they are asked for. `limit` is the seconds for the query and all of its rows.
  ///
  /// One result is read, or let go of, before the next question is asked: some drivers cannot hold two.
  package func query(
    _ sql: String, options: [DatabaseOption] = [], limit: Double? = nil,
    cancellation: Cancellation? = nil
  ) throws(DatabaseError) -> ResultStream {
    try ResultStream(self, sql, options, Patience(seconds: limit, cancellation: cancellation))
  }

  /// Sends a statement and throws away what it answers.
  package func execute(
    _ sql: String, options: [DatabaseOption] = [], limit: Double? = nil,
    cancellation: Cancellation? = nil
  ) throws(DatabaseError) {
    let result = try query(sql, options: options, limit: limit, cancellation: cancellation)
    while try result.next() != nil {}
  }

  private func makeReadOnly(_ cancellation: Cancellation?) throws(DatabaseError) {
    for statement in database.driver.profile.readOnly.statements {
      do throws(DatabaseError) {
        try execute(
          statement, limit: database.settings.connectLimit, cancellation: cancellation)
      } catch {
        guard error.fault == .queryFailed else { throw error }
        throw DatabaseError(
          .notReadOnly(statement: statement), driver: error.driver, report: error.report)
      }
    }
  }
}
