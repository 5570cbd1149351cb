/// Why a database gives no answer: what went wrong, with which driver, and what the driver itself says about it.
///
/// It holds no secret: what a driver says has gone through `Redaction` before.
package struct DatabaseError: Error, Sendable, Hashable {
  /// The driver by the name it was asked for.
  package let driver: String
  package let fault: DatabaseFault
  /// What the driver or the server says; absent where nobody was asked.
  package let report: DriverReport?

  init(_ fault: DatabaseFault, driver: String, report: DriverReport? = nil) {
    self.driver = driver
    self.fault = fault
    self.report = report
  }
}

/// What a driver says about a failure.
package struct DriverReport: Sendable, Hashable {
  /// One line without secrets and control characters; empty where the driver says nothing.
  package let message: String
  /// The five characters of the SQL standard, where the driver has them.
  package let sqlState: String?
  /// The driver's or the server's own number of the failure.
  package let vendorCode: Int?
  /// The status of ADBC that a call came back with.
  package let status: Int
}

/// What can go wrong between a question and a database.
package enum DatabaseFault: Sendable, Hashable {
  // Finding and loading the driver.

  /// None of these places has a driver of the name.
  case driverNotFound(searched: [String])
  case unreadableManifest(path: String, ManifestFault)
  /// The file is for another kind of machine.
  case wrongArchitecture(path: String, found: String, needed: String)
  /// The file is no shared library.
  case notALibrary(path: String)
  /// The library is not all there.
  case cutOff(path: String)
  /// The system does not load the library; `reason` is its own sentence, such as that another library is missing.
  case notLoadable(path: String, reason: String)
  /// The library is a module for Python, and Python is not there.
  case pythonModule(path: String)
  /// The library has none of the entries of a driver.
  case notADriver(path: String, entries: [String])
  /// The driver lacks a function that every driver has.
  case missingFunction(path: String, name: String)
  /// The driver does not speak version 1.0.0 or 1.1.0 of ADBC, or fails to start.
  case notStarted(path: String)

  // Connecting.

  /// The driver does not take an option, or not this value of it.
  case optionRefused(option: String)
  /// A wrong name, password or token.
  case notAuthenticated
  /// Nobody answers at the address.
  case serverUnreachable
  /// The file or database asked for is not there.
  case databaseNotFound
  case connectionRefused
  /// The session could not be made read-only by this statement.
  case notReadOnly(statement: String)

  // Asking.

  case tableNotFound
  case columnNotFound
  case permissionDenied
  /// The database does not accept the query, or fails at it.
  case queryFailed
  /// The connection broke, before the result began or in the middle of it.
  case connectionLost(isInResult: Bool)
  /// What the driver gave as a result is none.
  case brokenResult(BrokenResult)
  /// A text for the driver that holds a zero byte, at which it would be cut.
  case zeroByte

  // Stopping.

  case timeLimit(seconds: Double)
  case cancelled
  /// A call did not come back after it was stopped before; the connection is of no use any more.
  case connectionStuck
}

/// What is wrong with a driver's manifest.
package enum ManifestFault: Error, Sendable, Hashable {
  case unreadable
  /// The line that is no TOML.
  case notTOML(line: Int)
  /// It is written by the rules of a later version.
  case laterVersion(Int)
  /// It names no library for this kind of machine; it has these.
  case noLibrary(platform: String, found: [String])
}
