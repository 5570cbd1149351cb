import CADBC

/// How a database is opened.
package struct DatabaseSettings: Sendable {
  package var options: [DatabaseOption]
  package var connectionOptions: [DatabaseOption]
  /// Set for every query, after those that the driver's profile has.
  package var statementOptions: [DatabaseOption]
  /// Whether the session is made one that changes nothing, as far as the engine can.
  package var isReadOnly: Bool
  /// The seconds that connecting may take.
  package var connectLimit: Double
  /// The seconds that a driver may take to stop before it is left alone.
  package var grace: Double

  package init(
    options: [DatabaseOption] = [], connectionOptions: [DatabaseOption] = [],
    statementOptions: [DatabaseOption] = [], isReadOnly: Bool = true, connectLimit: Double = 60,
    grace: Double = 5
  ) {
    self.options = options
    self.connectionOptions = connectionOptions
    self.statementOptions = statementOptions
    self.isReadOnly = isReadOnly
    self.connectLimit = connectLimit
    self.grace = grace
  }
}

/// A database that a driver has opened; connections to it are made, as many as threads ask for.
package final class Database: @unchecked Sendable {
  package let driver: Driver
  let settings: DatabaseSettings
  let redaction: Redaction
  // A driver may keep the address, so it never moves; calls that change it are made before anybody else has it, and
  // when nobody has it any more.
  let handle = UnsafeMutablePointer<AdbcDatabase>.allocate(capacity: 1)
  private let thread: DriverThread

  /// Opens a database. Some drivers reach the server here, others with the first connection or query.
  package init(
    _ driver: Driver, _ settings: DatabaseSettings, cancellation: Cancellation? = nil
  ) throws(DatabaseError) {
    self.driver = driver
    self.settings = settings
    redaction = Redaction(settings.options + settings.connectionOptions + settings.statementOptions)
    thread = DriverThread(grace: settings.grace)
    handle.initialize(to: AdbcDatabase())
    let options = Database.effective(settings, driver.profile)
    for option in options { try check(option) }
    let functions = driver.functions
    let pointer = Unguarded(handle)
    let patience = Patience(seconds: settings.connectLimit, cancellation: cancellation)
    let failure = try settle(
      thread.perform(patience) { () -> CallStep? in
        let handle = pointer.value
        if let failure = DriverCall.run({ functions.databaseNew(handle, $0) }) {
          return .connecting(failure)
        }
        for option in options {
          let failure = DriverCall.run {
            functions.databaseSetOption(handle, option.name, option.text, $0)
          }
          if let failure { return .option(option.name, failure) }
        }
        return DriverCall.run { functions.databaseInit(handle, $0) }.map { .connecting($0) }
      })
    if let failure { throw error(failure) }
  }

  deinit {
    let functions = driver.functions
    let pointer = Unguarded(handle)
    // Also what failed to open may hold something; only what was never made has nothing.
    let outcome = thread.perform(Patience(seconds: settings.grace)) {
      if pointer.value.pointee.private_data != nil {
        _ = DriverCall.run { functions.databaseRelease(pointer.value, $0) }
      }
    }
    if case .stuck = outcome { return }
    handle.deallocate()
  }

  /// Makes a connection, for one thread at a time.
  package func connect(cancellation: Cancellation? = nil) throws(DatabaseError) -> Connection {
    try Connection(self, cancellation)
  }

  /// The options with those that make the database read-only.
  private static func effective(
    _ settings: DatabaseSettings, _ profile: DriverProfile
  ) -> [DatabaseOption] {
    guard settings.isReadOnly else { return settings.options }
    let recipe = profile.readOnly
    let options = settings.options.map { option in
      guard let address = recipe.address, option.name == profile.addressOption else {
        return option
      }
      return switch option.value {
      case .plain(let text): DatabaseOption(option.name, address(text))
      case .secret(let secret): DatabaseOption(option.name, secret: address(secret.text))
      }
    }
    // A database in memory is empty at first: nothing could be asked of it.
    let isInMemory = !options.contains {
      $0.name == profile.addressOption && !["", ":memory:"].contains($0.text)
    }
    let given = Set(options.map(\.name))
    return options
      + (isInMemory ? [] : recipe.databaseOptions.filter { !given.contains($0.name) })
  }

  // MARK: Errors

  func check(_ option: DatabaseOption) throws(DatabaseError) {
    if option.name.utf8.contains(0) || option.text.utf8.contains(0) {
      throw DatabaseError(.zeroByte, driver: driver.name)
    }
  }

  func error(_ fault: DatabaseFault, _ report: CallFailure? = nil) -> DatabaseError {
    DatabaseError(fault, driver: driver.name, report: report?.report(redaction))
  }

  func error(_ step: CallStep) -> DatabaseError {
    switch step {
    case .option(let name, let failure): error(.optionRefused(option: name), failure)
    case .connecting(let failure): error(failure.fault(in: .connecting), failure)
    case .asking(let failure): error(failure.fault(in: .asking), failure)
    case .reading(let failure): error(failure.fault(in: .reading), failure)
    case .broken(let broken): error(.brokenResult(broken))
    }
  }

  /// What a call came back with, unless it was stopped.
  func settle<Value>(_ outcome: DriverThread.Outcome<Value>) throws(DatabaseError) -> Value {
    switch outcome {
    case .finished(let value): return value
    case .stopped(let fault, _), .stuck(let fault): throw error(fault)
    }
  }
}

/// Where in a row of calls one failed.
enum CallStep: Sendable {
  case option(String, CallFailure)
  case connecting(CallFailure)
  case asking(CallFailure)
  case reading(CallFailure)
  case broken(BrokenResult)
}

/// Something that a closure on the driver's thread works with while the caller leaves it alone.
struct Unguarded<Value>: @unchecked Sendable {
  let value: Value

  init(_ value: Value) { self.value = value }
}
