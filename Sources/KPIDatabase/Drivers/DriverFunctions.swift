import CADBC

/// The functions of a driver that are used here, with those that it must have taken out of the table once.
struct DriverFunctions: @unchecked Sendable {
  // The table is written by the driver's entry and only read after that.
  private let table: UnsafeMutablePointer<AdbcDriver>
  private let isNew: Bool

  typealias Failure = UnsafeMutablePointer<AdbcError>?
  typealias Database = UnsafeMutablePointer<AdbcDatabase>?
  typealias Connection = UnsafeMutablePointer<AdbcConnection>?
  typealias Statement = UnsafeMutablePointer<AdbcStatement>?
  typealias Stream = UnsafeMutablePointer<ArrowArrayStream>?
  typealias Text = UnsafePointer<CChar>?

  let databaseNew: @convention(c) (Database, Failure) -> AdbcStatusCode
  let databaseSetOption: @convention(c) (Database, Text, Text, Failure) -> AdbcStatusCode
  let databaseInit: @convention(c) (Database, Failure) -> AdbcStatusCode
  let databaseRelease: @convention(c) (Database, Failure) -> AdbcStatusCode
  let connectionNew: @convention(c) (Connection, Failure) -> AdbcStatusCode
  let connectionInit: @convention(c) (Connection, Database, Failure) -> AdbcStatusCode
  let connectionRelease: @convention(c) (Connection, Failure) -> AdbcStatusCode
  let statementNew: @convention(c) (Connection, Statement, Failure) -> AdbcStatusCode
  let statementSetSqlQuery: @convention(c) (Statement, Text, Failure) -> AdbcStatusCode
  let statementExecuteQuery:
    @convention(c) (Statement, Stream, UnsafeMutablePointer<Int64>?, Failure) -> AdbcStatusCode
  let statementRelease: @convention(c) (Statement, Failure) -> AdbcStatusCode

  init(
    _ table: UnsafeMutablePointer<AdbcDriver>, isNew: Bool
  ) throws(MissingFunction) {
    self.table = table
    self.isNew = isNew
    let functions = table.pointee
    databaseNew = try needed(functions.DatabaseNew, "DatabaseNew")
    databaseSetOption = try needed(functions.DatabaseSetOption, "DatabaseSetOption")
    databaseInit = try needed(functions.DatabaseInit, "DatabaseInit")
    databaseRelease = try needed(functions.DatabaseRelease, "DatabaseRelease")
    connectionNew = try needed(functions.ConnectionNew, "ConnectionNew")
    connectionInit = try needed(functions.ConnectionInit, "ConnectionInit")
    connectionRelease = try needed(functions.ConnectionRelease, "ConnectionRelease")
    statementNew = try needed(functions.StatementNew, "StatementNew")
    statementSetSqlQuery = try needed(functions.StatementSetSqlQuery, "StatementSetSqlQuery")
    statementExecuteQuery = try needed(functions.StatementExecuteQuery, "StatementExecuteQuery")
    statementRelease = try needed(functions.StatementRelease, "StatementRelease")
  }

  // What a driver may lack.

  var connectionSetOption: (@convention(c) (Connection, Text, Text, Failure) -> AdbcStatusCode)? {
    table.pointee.ConnectionSetOption
  }

  var statementSetOption: (@convention(c) (Statement, Text, Text, Failure) -> AdbcStatusCode)? {
    table.pointee.StatementSetOption
  }

  var statementBindStream: (@convention(c) (Statement, Stream, Failure) -> AdbcStatusCode)? {
    table.pointee.StatementBindStream
  }

  var statementCancel: (@convention(c) (Statement, Failure) -> AdbcStatusCode)? {
    isNew ? table.pointee.StatementCancel : nil
  }

  var connectionCancel: (@convention(c) (Connection, Failure) -> AdbcStatusCode)? {
    isNew ? table.pointee.ConnectionCancel : nil
  }

  var errorFromStream:
    (
      @convention(c) (Stream, UnsafeMutablePointer<AdbcStatusCode>?) -> UnsafePointer<AdbcError>?
    )?
  { isNew ? table.pointee.ErrorFromArrayStream : nil }
}

/// A driver lacks a function that every driver has.
struct MissingFunction: Error {
  let name: String
}

private func needed<Function>(
  _ function: Function?, _ name: String
) throws(MissingFunction) -> Function {
  guard let function else { throw MissingFunction(name: name) }
  return function
}
