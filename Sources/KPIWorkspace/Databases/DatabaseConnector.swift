import KPIDiagnostics
import KPIDatabase
import KPIModel
import KPISQL

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a database gives no answer: in words, without anything secret.
struct DatabaseFailure: Error, Sendable {
  let problem: String
  let help: String

  init(_ problem: String, help: String) {
    self.problem = problem
    self.help = help
  }

  init(_ error: DatabaseError) {
    (problem, help) = (error.words.problem, error.words.help)
  }
}

/// Opens the connections that a specification declares.
struct DatabaseConnector: Sendable {
  /// The folder that relative paths start from.
  let root: String

  func open(_ source: DatabaseSource) throws(DatabaseFailure) -> Connection {
    guard let name = source.driver else {
      throw DatabaseFailure(
        "the source `\(source.name)` names no driver",
        help: "Add a line such as `driver duckdb` or `driver postgresql`.")
    }
    let settings = try settings(source, DriverProfile.named(name))
    do throws(DatabaseError) {
      let finder = DriverFinder(environment: Self.searchPath, folder: root)
      return try Database(try finder.load(name), settings).connect()
    } catch {
      throw DatabaseFailure(error)
    }
  }

  private func settings(
    _ source: DatabaseSource, _ profile: DriverProfile
  ) throws(DatabaseFailure) -> DatabaseSettings {
    var options: [DatabaseOption] = []
    if let uri = source.uri {
      options.append(try option(profile.addressOption, uri, of: source, isPath: profile.takesPath))
    }
    if let username = source.username {
      options.append(try option("username", username, of: source))
    }
    if let password = source.password {
      options.append(try option("password", password, of: source))
    }
    for (name, value) in source.options { options.append(try option(name, value, of: source)) }
    return DatabaseSettings(options: options)
  }

  private func option(
    _ name: String, _ setting: DatabaseSource.Setting, of source: DatabaseSource,
    isPath: Bool = false
  ) throws(DatabaseFailure) -> DatabaseOption {
    switch setting {
    case .text(let text):
      let isRelative = isPath && !text.isEmpty && !text.hasPrefix("/") && !text.hasPrefix(":")
      return DatabaseOption(name, isRelative ? FileSystem.join(root, text) : text)
    case .environment(let variable):
      guard let value = getenv(variable) else {
        throw DatabaseFailure(
          "the source `\(source.name)` needs the variable `\(variable)` of the environment, which is not set",
          help: "Set it before the command: `export \(variable)=…`.")
      }
      return DatabaseOption(name, secret: String(cString: value))
    }
  }

  /// The variables that say where drivers are.
  private static var searchPath: [String: String] {
    var result: [String: String] = [:]
    for name in [
      "ADBC_DRIVER_PATH", "VIRTUAL_ENV", "CONDA_PREFIX", "HOME", "XDG_CONFIG_HOME", "PATH",
      "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH",
    ] {
      if let value = getenv(name) { result[name] = String(cString: value) }
    }
    return result
  }
}

extension DriverProfile {
  /// Whether the address is the path of a file.
  fileprivate var takesPath: Bool { name == "duckdb" || name == "sqlite" }
}

extension Dialect {
  /// The dialect of the engine that a driver speaks to.
  static func spoken(by driver: String) -> Dialect? {
    switch DriverProfile.named(driver).name {
    // What speaks Flight SQL and is no database of its own is mostly an engine of Spark's kind.
    case "flightsql": .spark
    case let name: Dialect.named(name)
    }
  }
}
