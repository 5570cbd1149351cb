/// What is known about the driver of an engine beyond the interface that all have in common.
///
/// A driver that is not in the list works all the same; it is opened without these helps.
package struct DriverProfile: Sendable {
  /// The name in a specification: `driver postgresql`.
  package let name: String
  /// Names that others use for the same.
  let aliases: [String]
  /// The name of the shared library, without `lib` and its extension.
  let library: String
  /// The package of Python that carries the library; `nil` where none does.
  package let pythonPackage: String?
  /// The name of the driver in the driver registries.
  package let registryName: String?
  let entries: [String]
  /// The option of the database that takes the address.
  package let addressOption: String
  let readOnly: ReadOnlyRecipe
  let statementOptions: [DatabaseOption]

  init(
    _ name: String, aliases: [String] = [], library: String? = nil, pythonPackage: String? = nil,
    registryName: String? = nil, entries: [String] = [], addressOption: String = "uri",
    readOnly: ReadOnlyRecipe = ReadOnlyRecipe(), statementOptions: [DatabaseOption] = []
  ) {
    self.name = name
    self.aliases = aliases
    self.library = library ?? "adbc_driver_\(name)"
    self.pythonPackage = pythonPackage
    self.registryName = registryName
    self.entries = entries
    self.addressOption = addressOption
    self.readOnly = readOnly
    self.statementOptions = statementOptions
  }
}

extension DriverProfile {
  package static let all: [DriverProfile] = [
    DriverProfile(
      "duckdb", library: "duckdb", registryName: "duckdb", entries: ["duckdb_adbc_init"],
      addressOption: "path",
      readOnly: ReadOnlyRecipe(databaseOptions: [DatabaseOption("access_mode", "READ_ONLY")])),
    DriverProfile(
      "postgresql", aliases: ["postgres"], pythonPackage: "adbc-driver-postgresql",
      registryName: "postgresql",
      readOnly: ReadOnlyRecipe(
        statements: ["SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY"])),
    DriverProfile(
      "sqlite", pythonPackage: "adbc-driver-sqlite", registryName: "sqlite",
      readOnly: ReadOnlyRecipe(
        address: ReadOnlyRecipe.sqliteAddress, statements: ["PRAGMA query_only = ON"]),
      // The driver takes a column's type from the first rows, and fails at a row that does not agree.
      statementOptions: [DatabaseOption("adbc.sqlite.query.batch_rows", "1000000000")]),
    DriverProfile(
      "spark", aliases: ["databricks"], pythonPackage: "adbc-driver-spark"),
    DriverProfile(
      "flightsql", pythonPackage: "adbc-driver-flightsql", registryName: "flightsql"),
    DriverProfile(
      "snowflake", pythonPackage: "adbc-driver-snowflake", registryName: "snowflake"),
    DriverProfile(
      "bigquery", pythonPackage: "adbc-driver-bigquery", registryName: "bigquery",
      entries: ["AdbcDriverBigQueryInit"]),
    DriverProfile("trino", registryName: "trino"),
  ]

  /// The profile of a driver, by its name or by the name of its library.
  package static func named(_ name: String) -> DriverProfile {
    let word = name.lowercased()
    let known = all.first { profile in
      profile.name == word || profile.aliases.contains(word)
        || word.split(separator: "/").last?.contains(profile.name) == true
    }
    return known ?? DriverProfile(name)
  }
}

/// How the session of an engine is made one that changes nothing.
struct ReadOnlyRecipe: Sendable {
  var databaseOptions: [DatabaseOption] = []
  /// The address that opens for reading only, where the address says that.
  var address: (@Sendable (String) -> String)?
  /// What is sent once when the connection is made; the connection is given up where one fails.
  var statements: [String] = []

  /// A path as an address of SQLite's that opens what is there and makes no file.
  static let sqliteAddress: @Sendable (String) -> String = { path in
    guard !path.isEmpty, path != ":memory:", !path.hasPrefix("file:") else { return path }
    let safe = path.utf8.map { byte in
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        byte < 0x80
        && (scalar.properties.isAlphabetic || "0123456789/-_.~".unicodeScalars.contains(scalar))
      return isPlain
        ? String(scalar) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
    return "file:" + safe.joined() + "?mode=ro"
  }
}
