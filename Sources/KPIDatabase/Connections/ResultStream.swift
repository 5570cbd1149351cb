/// The rows of an answer, some at a time, as the driver gives them.
package final class ResultStream {
  package let columns: [ResultColumn]
  private let schema: [SchemaReader.Column]
  private let statement: Statement
  private var isAtEnd = false

  init(
    _ connection: Connection, _ sql: String, _ options: [DatabaseOption], _ patience: Patience
  ) throws(DatabaseError) {
    let database = connection.database
    let all =
      database.driver.profile.statementOptions + database.settings.statementOptions + options
    for option in options { try database.check(option) }
    if sql.utf8.contains(0) { throw database.error(.zeroByte) }
    statement = Statement(connection, patience)
    let owner = Unguarded(connection.handle)
    schema = try statement.perform { handles throws(StepError) in
      try handles.prepare(on: owner.value, all, sql: sql)
      return try handles.execute()
    }
    columns = schema.map { ResultColumn(name: $0.name, type: $0.shape.type) }
  }

  /// The next rows; `nil` after the last.
  package func next() throws(DatabaseError) -> RecordBatch? {
    guard !isAtEnd else { return nil }
    do throws(DatabaseError) {
      let memory = try statement.perform { handles throws(StepError) in try handles.next() }
      if memory.isEmpty {
        isAtEnd = true
        return nil
      }
      do throws(BrokenResult) {
        return try RecordBatch(memory, schema)
      } catch {
        throw statement.connection.database.error(.brokenResult(error))
      }
    } catch {
      isAtEnd = true
      throw error
    }
  }
}

/// A statement of a connection, which is given back when nobody needs it any more.
final class Statement {
  let connection: Connection
  private let handles: StatementHandles
  private let patience: Patience

  init(_ connection: Connection, _ patience: Patience) {
    self.connection = connection
    self.patience = patience
    handles = StatementHandles(connection.database.driver.functions)
  }

  deinit {
    let handles = handles
    let patience = Patience(seconds: connection.database.settings.grace)
    let outcome = connection.thread.perform(patience, interrupt: { handles.cancel() }) {
      handles.release()
    }
    // What is stuck may still be written to.
    if case .stuck = outcome { return }
    handles.deallocate()
  }

  /// Makes calls on the connection's thread, as long as there is patience.
  func perform<Value: Sendable>(
    _ calls: @escaping @Sendable (StatementHandles) throws(StepError) -> Value
  ) throws(DatabaseError) -> Value {
    let database = connection.database
    if let fault = patience.fault { throw database.error(fault) }
    let handles = handles
    let outcome = connection.thread.perform(patience, interrupt: { handles.cancel() }) {
      Result { () throws(StepError) in try calls(handles) }
    }
    switch try database.settle(outcome) {
    case .success(let value): return value
    case .failure(let failure): throw database.error(failure.step)
    }
  }
}
