import Foundation

@testable import KPIDatabase

/// The drivers that this machine has, found as the program finds them: in the active environment of Python.
enum Engines {
  static let environment = ProcessInfo.processInfo.environment
  static let finder = DriverFinder(environment: environment, folder: nil)

  static let sqlite = try? finder.load("sqlite")
  static let postgresql = try? finder.load("postgresql")

  /// The package of DuckDB for Python is a module of Python's, which looks for what it needs in the program that loads
  /// it; users have the plain library instead.
  static let duckdb: Driver? = {
    if let driver = try? finder.load("duckdb") { return driver }
    for version in (9...20).reversed() {
      let library = "libpython3.\(version).so.1.0"
      guard modules.contains(where: { $0.contains("cpython-3\(version)-") }) else { continue }
      if dlopen(library, RTLD_NOW | RTLD_GLOBAL) != nil { return try? finder.load("duckdb") }
    }
    return nil
  }()

  /// DuckDB's modules for Python.
  static let modules: [String] = {
    let search = try? finder.candidates(for: "duckdb")
    return search?.candidates.filter(\.isFile).map(\.library) ?? []
  }()

  static let lacksSQLite = "the ADBC driver for SQLite is not installed (adbc-driver-sqlite)"
  static let lacksDuckDB = "DuckDB, or the library of the Python it is for, is not installed"
  static let lacksPostgreSQL =
    "PostgreSQL or its ADBC driver is not installed (postgresql, adbc-driver-postgresql)"
  static let lacksCompiler = "there is no C compiler for the driver that misbehaves"

  static func open(
    _ driver: Driver?, _ options: [DatabaseOption], isReadOnly: Bool = true
  ) throws -> Connection {
    guard let driver else { throw CocoaError(.fileNoSuchFile) }
    let database = try Database(
      driver, DatabaseSettings(options: options, isReadOnly: isReadOnly, connectLimit: 20))
    return try database.connect()
  }
}
