import Foundation
import Testing

@testable import KPIDatabase

/// Libraries that are drivers, and files that are none.
@Suite(.enabled(if: FakeDriver.isAvailable, "\(Engines.lacksCompiler)"))
struct LoadingTests {
  private func load(_ path: String?) throws -> Driver {
    try DriverFinder(environment: [:], folder: nil, systemFolders: []).load(try #require(path))
  }

  private func fault(_ path: String?) throws -> DatabaseFault? {
    let path = try #require(path)
    let finder = DriverFinder(environment: [:], folder: nil, systemFolders: [])
    return databaseError { () throws(DatabaseError) in try finder.load(path) }?.fault
  }

  @Test func entryBelongsToTheName() throws {
    let path = FakeDriver.library("libadbc_driver_own", with: ["ENTRY=AdbcDriverOwnInit"])
    #expect(try load(path).path == path)
    #expect(Driver.derivedEntry("a/libadbc_driver_flight-sql.so.1") == "AdbcDriverFlightSqlInit")
  }

  @Test func olderVersion() throws {
    let driver = try load(FakeDriver.library("libold", with: ["OLD"]))
    let connection = try Database(driver, DatabaseSettings()).connect()
    #expect(try connection.rows("fine").count == 6)
  }

  @Test func noEntry() throws {
    let path = FakeDriver.library("libother", with: ["ENTRY=SomethingElse"])
    #expect(
      try fault(path)
        == .notADriver(
          path: try #require(path), entries: ["OtherInit", "AdbcDriverInit", "duckdb_adbc_init"]))
  }

  @Test func missingFunction() throws {
    let path = FakeDriver.library("libincomplete", with: ["INCOMPLETE"])
    #expect(
      try fault(path)
        == .missingFunction(path: try #require(path), name: "StatementExecuteQuery"))
  }

  @Test func failsToStart() throws {
    let path = FakeDriver.library("libfails", with: ["FAILS"])
    #expect(try fault(path) == .notStarted(path: try #require(path)))
  }

  @Test func undefinedSymbol() throws {
    let path = FakeDriver.library("libundefined", with: ["usleep=no_such_function_anywhere"])
    guard case .notLoadable(_, let reason) = try fault(path) else {
      Issue.record("a library that needs what is not there")
      return
    }
    #expect(reason.contains("no_such_function_anywhere"))
  }

  /// The number of the processor stands in bytes 18 and 19.
  @Test func wrongArchitecture() throws {
    var bytes = try Data(contentsOf: URL(fileURLWithPath: try #require(FakeDriver.path)))
    bytes[18] = 243
    bytes[19] = 0
    let path = TestFolder.shared.path + "/libforeign.so"
    try bytes.write(to: URL(fileURLWithPath: path))
    #expect(
      try fault(path)
        == .wrongArchitecture(
          path: path, found: "riscv64", needed: Platform.current.architecture))
  }

  @Test func noLibrary() throws {
    let text = try TestFolder.shared.write("this is a driver, honestly!", to: "libtext.so")
    #expect(try fault(text) == .notALibrary(path: text))
    let empty = try TestFolder.shared.write("", to: "libempty.so")
    #expect(try fault(empty) == .notALibrary(path: empty))
    let missing = TestFolder.shared.path + "/libmissing.so"
    #expect(try fault(missing) == .driverNotFound(searched: [missing]))
  }

  /// Loading what is cut off would end the program.
  @Test(arguments: [64, 100, 1000, 3000, 9000])
  func cutOff(_ length: Int) throws {
    let whole = try Data(contentsOf: URL(fileURLWithPath: try #require(FakeDriver.path)))
    let path = TestFolder.shared.path + "/libcut\(length).so"
    try whole.prefix(length).write(to: URL(fileURLWithPath: path))
    #expect(try fault(path) == .cutOff(path: path))
  }
}
