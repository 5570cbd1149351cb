import CADBC

/// A statement and its stream of rows, where the driver knows them to be, with the calls that are made on them.
///
/// Everything here runs on the connection's thread, except `cancel`.
final class StatementHandles: @unchecked Sendable {
  private let statement = UnsafeMutablePointer<AdbcStatement>.allocate(capacity: 1)
  private let stream = UnsafeMutablePointer<ArrowArrayStream>.allocate(capacity: 1)
  private let functions: DriverFunctions

  init(_ functions: DriverFunctions) {
    self.functions = functions
    statement.initialize(to: AdbcStatement())
    stream.initialize(to: ArrowArrayStream())
  }

  /// Makes the statement, with its options and its text.
  func prepare(
    on connection: UnsafeMutablePointer<AdbcConnection>, _ options: [DatabaseOption], sql: String?
  ) throws(StepError) {
    try step { functions.statementNew(connection, statement, $0) }
    for option in options {
      let failure = DriverCall.run { error in
        functions.statementSetOption.map { $0(statement, option.name, option.text, error) }
          ?? UInt8(ADBC_STATUS_NOT_IMPLEMENTED)
      }
      if let failure { throw StepError(step: .option(option.name, failure)) }
    }
    if let sql { try step { functions.statementSetSqlQuery(statement, sql, $0) } }
  }

  /// Asks the question, and what columns the answer has.
  func execute() throws(StepError) -> [SchemaReader.Column] {
    try step { functions.statementExecuteQuery(statement, stream, nil, $0) }
    guard stream.pointee.release != nil, let read = stream.pointee.get_schema else {
      throw StepError(step: .broken(.noResult))
    }
    let schema = UnsafeMutablePointer<ArrowSchema>.allocate(capacity: 1)
    schema.initialize(to: ArrowSchema())
    defer {
      if let release = schema.pointee.release { release(schema) }
      schema.deallocate()
    }
    let status = read(stream, schema)
    guard status == 0 else { throw StepError(step: .asking(streamFailure(status))) }
    do throws(BrokenResult) {
      return try SchemaReader.columns(of: schema)
    } catch {
      throw StepError(step: .broken(error))
    }
  }

  /// The next rows; after the last an array that holds nothing.
  func next() throws(StepError) -> ArrowMemory {
    let memory = ArrowMemory()
    guard let next = stream.pointee.get_next else {
      throw StepError(step: .broken(.noResult))
    }
    let status = next(stream, memory.array)
    guard status == 0 else { throw StepError(step: .reading(streamFailure(status))) }
    return memory
  }

  /// Hands the rows of a stream to the database; the driver takes over what is filled in.
  func takeIn(
    _ fill: (UnsafeMutablePointer<ArrowArrayStream>) -> Void
  ) throws(StepError) {
    let rows = UnsafeMutablePointer<ArrowArrayStream>.allocate(capacity: 1)
    rows.initialize(to: ArrowArrayStream())
    fill(rows)
    defer {
      if let release = rows.pointee.release { release(rows) }
      rows.deallocate()
    }
    try step { error in
      functions.statementBindStream.map { $0(statement, rows, error) }
        ?? UInt8(ADBC_STATUS_NOT_IMPLEMENTED)
    }
    try step { functions.statementExecuteQuery(statement, nil, nil, $0) }
  }

  /// Asks the driver to stop what it does, from another thread.
  func cancel() {
    guard let cancel = functions.statementCancel, statement.pointee.private_data != nil else {
      return
    }
    _ = DriverCall.run { cancel(statement, $0) }
  }

  /// Gives both back, the stream first.
  func release() {
    if let release = stream.pointee.release { release(stream) }
    stream.pointee.release = nil
    if statement.pointee.private_data != nil {
      _ = DriverCall.run { functions.statementRelease(statement, $0) }
    }
    statement.pointee.private_data = nil
  }

  /// Gives the memory back that the driver wrote to; not while it still may.
  func deallocate() {
    statement.deallocate()
    stream.deallocate()
  }

  /// What the stream says about its failure; drivers of version 1.1.0 say it in full.
  private func streamFailure(_ status: Int32) -> CallFailure {
    var code = UInt8(ADBC_STATUS_UNKNOWN)
    if let details = functions.errorFromStream, let error = details(stream, &code) {
      let failure = DriverCall.failure(code, error)
      if !failure.message.isEmpty { return failure }
    }
    let message = stream.pointee.get_last_error.flatMap { $0(stream) }
    return CallFailure(
      status: code, message: message.map { CText.string($0, atMost: 1 << 16) } ?? "",
      sqlState: nil, vendorCode: Int(status))
  }

  private func step(_ call: (DriverCall.ErrorPointer) -> AdbcStatusCode) throws(StepError) {
    if let failure = DriverCall.run(call) { throw StepError(step: .asking(failure)) }
  }
}

/// A row of calls ends with the first that fails.
struct StepError: Error, Sendable {
  let step: CallStep
}
