import KPIDiagnostics
import KPIDatabase
import KPIModel
import KPISQL

/// Opens the connections that a specification declares.
struct DatabaseConnector: Sendable {
  /// The folder that relative paths start from.
  let root: String
  /// A variable of the environment.
  let variable: @Sendable (String) -> String?

  /// The first connection to a source. All that goes wrong here is wrong with the source as a whole.
  func open(_ source: DatabaseSource) throws(DatabaseFailure) -> Connection {
    do throws(DatabaseFailure) {
      return try opened(source)
    } catch {
      var failure = error
      failure.isOfSource = true
      throw failure
    }
  }

  private func opened(_ source: DatabaseSource) throws(DatabaseFailure) -> Connection {
    guard let name = source.driver else {
      throw DatabaseFailure(
        "it names no driver", help: "Add a line such as `driver duckdb` or `driver postgresql`.")
    }
    let settings = try settings(source, DriverProfile.named(name))
    do throws(DatabaseError) {
      let finder = DriverFinder(environment: searchPath, folder: root)
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
    return DatabaseSettings(
      options: options, connectLimit: min(DatabaseSettings().connectLimit, source.timeout))
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
      guard let value = self.variable(variable) else {
        throw DatabaseFailure(
          "it needs the variable `\(variable)` of the environment, which is not set",
          help: "Set it before the command: `export \(variable)=…`.")
      }
      return DatabaseOption(name, secret: value)
    }
  }

  /// The variables that say where drivers are.
  private var searchPath: [String: String] {
    var result: [String: String] = [:]
    for name in [
      "ADBC_DRIVER_PATH", "VIRTUAL_ENV", "CONDA_PREFIX", "HOME", "XDG_CONFIG_HOME", "PATH",
      "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH",
    ] {
      result[name] = variable(name)
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
