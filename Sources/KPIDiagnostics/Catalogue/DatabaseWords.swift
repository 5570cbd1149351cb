import KPIText

/// What is said about a database that gives no answer: what is wrong, and what to do.
package struct DatabaseWords: Sendable, Hashable {
  /// A sentence without its capital letter and its full stop.
  package let problem: String
  package let help: String

  init(_ problem: String, says message: String? = nil, help: String) {
    // What a driver says may end as it likes.
    let said = (message ?? "").isEmpty ? "" : ": \(message ?? "")"
    self.problem = problem + said
    self.help = help
  }
}

/// Finding and loading drivers.
extension DatabaseWords {
  /// `package` is that of Python's that has the driver, `registry` its name in the registries of drivers.
  package static func driverNotFound(
    _ driver: String, searched: [String], package: String?, registry: String?
  ) -> Self {
    DatabaseWords(
      "no driver `\(driver)` is installed",
      help: installing(driver, package, registry) + " Looked for "
        + TextFlow.list(searched.map { "`\($0)`" }, "and") + ".")
  }

  private static func installing(
    _ driver: String, _ package: String?, _ registry: String?
  ) -> String {
    let ways =
      [package.map { "`pip install \($0)` in the active Python environment" }]
      + [registry.map { "`dbc install \($0)`" }]
    let known = ways.compactMap { $0 }
    let path = "write the path of its library in quotes after `driver`"
    return known.isEmpty
      ? "Install the ADBC driver of the engine, or \(path)."
      : "Install it with \(TextFlow.list(known, "or")), or \(path)."
  }

  package static func unreadableManifest(_ path: String) -> Self {
    manifest(path, "it cannot be read")
  }

  package static func manifest(_ path: String, isBrokenIn line: Int) -> Self {
    manifest(path, "line \(line) is not TOML")
  }

  package static func manifest(_ path: String, isOfLaterVersion version: Int) -> Self {
    manifest(path, "it is written by the rules of version \(version), which are not known here")
  }

  package static func manifest(_ path: String, hasNothingFor platform: String, only found: [String])
    -> Self
  {
    let others = TextFlow.list(found.map { "`\($0)`" }, "and")
    return manifest(
      path,
      "it names no library for `\(platform)`" + (found.isEmpty ? "" : ", only for \(others)"))
  }

  private static func manifest(_ path: String, _ reason: String) -> Self {
    DatabaseWords(
      "the manifest `\(path)` does not say where its driver is: \(reason)",
      help: "Install the driver again, or write the path of its library in quotes after `driver`.")
  }

  package static func wrongArchitecture(_ path: String, found: String, needed: String) -> Self {
    DatabaseWords(
      "the driver `\(path)` is for \(found) processors, and this is \(needed)",
      help: "Install the driver for \(needed).")
  }

  package static func notALibrary(_ path: String) -> Self {
    DatabaseWords(
      "the driver `\(path)` is not a shared library",
      help: "Name the library itself: a file such as `libadbc_driver_postgresql.so`.")
  }

  package static func cutOff(_ path: String) -> Self {
    DatabaseWords(
      "the driver `\(path)` is cut off: a part of the file is not there",
      help: "Install the driver again.")
  }

  package static func notLoadable(_ path: String, reason: String) -> Self {
    DatabaseWords(
      "the driver `\(path)` cannot be loaded", says: reason,
      help: "Install what it needs, or install the driver again.")
  }

  package static func pythonModule(_ path: String) -> Self {
    DatabaseWords(
      "`\(path)` is a module for Python, which works in Python only",
      help:
        "Install DuckDB's own library, `libduckdb`, for example with `dbc install duckdb`, or write its path in "
        + "quotes after `driver`.")
  }

  package static func notADriver(_ path: String, entries: [String]) -> Self {
    DatabaseWords(
      "the library `\(path)` is not an ADBC driver: it has no "
        + TextFlow.list(entries.map { "`\($0)`" }, "or"),
      help: "Name the library of an ADBC driver; libraries of ODBC and of JDBC are none.")
  }

  package static func missingFunction(_ path: String, name: String) -> Self {
    DatabaseWords(
      "the driver `\(path)` has no function `\(name)`", help: "Install a newer version of it.")
  }

  package static func notStarted(_ path: String, says message: String?) -> Self {
    DatabaseWords(
      "the driver `\(path)` does not start", says: message,
      help: "Install a version of it for ADBC 1.0.0 or 1.1.0.")
  }
}

/// Connecting.
extension DatabaseWords {
  package static func optionRefused(
    _ option: String, driver: String, says message: String?
  ) -> Self {
    DatabaseWords(
      "the driver `\(driver)` does not take the option `\(option)` as it is set", says: message,
      help: "Check its name and its value in the documentation of the driver.")
  }

  package static func notAuthenticated(_ driver: String, says message: String?) -> Self {
    DatabaseWords(
      "the database of driver `\(driver)` does not accept the name and the password", says: message,
      help: "Check the environment variables that hold them.")
  }

  package static func serverUnreachable(_ driver: String, says message: String?) -> Self {
    DatabaseWords(
      "no server answers the driver `\(driver)`", says: message,
      help:
        "Check that the server runs, that its address is right, and that it can be reached from here."
    )
  }

  package static func databaseNotFound(_ driver: String, says message: String?) -> Self {
    DatabaseWords(
      "the driver `\(driver)` does not find the database", says: message,
      help: "Check its name or its path.")
  }

  package static func connectionRefused(_ driver: String, says message: String?) -> Self {
    DatabaseWords(
      "the driver `\(driver)` cannot connect", says: message,
      help: "Check the address and the options of the source.")
  }

  package static func notReadOnly(
    _ driver: String, statement: String, says message: String?
  ) -> Self {
    DatabaseWords(
      "the session of driver `\(driver)` cannot be made read-only by `\(statement)`", says: message,
      help: "Nothing was asked. Connect as a user who may only read.")
  }
}

/// Asking.
extension DatabaseWords {
  package static func tableNotFound(_ driver: String, says message: String?) -> Self {
    DatabaseWords(
      "the database of driver `\(driver)` has no such table", says: message,
      help: "Check the name after `from`, with its schema, and that the user may see it.")
  }

  package static func columnNotFound(_ driver: String, says message: String?) -> Self {
    DatabaseWords(
      "the table in the database of driver `\(driver)` lacks a column", says: message,
      help: "`kpi check --live` compares the columns that are declared with those of the database.")
  }

  package static func permissionDenied(_ driver: String, says message: String?) -> Self {
    DatabaseWords(
      "the database of driver `\(driver)` does not permit it", says: message,
      help: "Ask for the right to read the tables.")
  }

  package static func queryFailed(_ driver: String, says message: String?) -> Self {
    DatabaseWords(
      "the database of driver `\(driver)` cannot answer", says: message,
      help: "`kpi sql` shows what it is asked.")
  }

  package static func connectionLost(
    _ driver: String, isInResult: Bool, says message: String?
  ) -> Self {
    DatabaseWords(
      "the connection of driver `\(driver)` broke off"
        + (isInResult ? " in the middle of the answer" : ""), says: message,
      help:
        "Nothing of the answer was used. Ask again; if it happens again, look into the log of the server."
    )
  }

  /// `column` is the one that is broken, where it is one.
  package static func brokenResult(_ driver: String, column: String?) -> Self {
    DatabaseWords(
      "what the driver `\(driver)` answers is no table"
        + (column.map { ": the column `\($0)` is broken" } ?? ""),
      help: "Install another version of the driver.")
  }

  package static func zeroByte(_ driver: String) -> Self {
    DatabaseWords(
      "a text for the driver `\(driver)` holds a zero byte",
      help: "Take it out: the driver would read the text only up to there.")
  }

  package static func timeLimit(_ driver: String, seconds: Double) -> Self {
    let whole = Int(exactly: seconds).map { "\($0)" } ?? "\(seconds)"
    return DatabaseWords(
      "the database of driver `\(driver)` did not answer within \(whole) s",
      help: "Allow more time with `timeout 30 minutes` in the source, or ask for a shorter period.")
  }

  package static func cancelled(_ driver: String) -> Self {
    DatabaseWords(
      "the question to the database of driver `\(driver)` was cancelled", help: "Ask again.")
  }

  package static func connectionStuck(_ driver: String) -> Self {
    DatabaseWords(
      "the driver `\(driver)` did not stop when it was asked to, and is of no use any more",
      help: "Start the program again.")
  }
}
