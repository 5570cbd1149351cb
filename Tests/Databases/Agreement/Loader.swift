import KPIDatabase
import KPIModel
import PlanSamples

/// Puts the rows of a data set into a database, with plain statements of its own writing.
struct Loader {
  let engine: String
  let connection: Connection

  init(_ engine: String, _ address: String) throws {
    self.engine = engine
    let driver = try Programs.drivers.load(engine)
    let option = DatabaseOption(driver.profile.addressOption, address)
    connection = try Database(driver, DatabaseSettings(options: [option], isReadOnly: false))
      .connect()
  }

  func load(_ dataset: Dataset) throws {
    for (index, table) in dataset.relations.enumerated() {
      guard case .source(_, let relation) = table.location else { continue }
      let storage = dataset.storage[index]
      let rows = dataset.rows[index].enumerated().map { place, row in
        zip(zip(table.columns, storage), row).map { column, value in
          // What is missing may be an empty text as well, as it is where a file was copied into the database.
          let isEmpty = value == nil && column.0.type == .text && place % 2 == 0
          return literal(isEmpty ? .text("") : value, column.0, column.1, dataset.zone)
        }.joined(separator: ", ")
      }
      let name = relation.split(separator: ".").last.map { quoted(String($0)) } ?? ""
      if isSpark {
        try connection.execute(view(name, table, storage, rows))
        continue
      }
      let columns = zip(table.columns, storage).map { "\(quoted(header($0))) \(type($1))" }
      try connection.execute("DROP TABLE IF EXISTS \(name)")
      try connection.execute("CREATE TABLE \(name) (\(columns.joined(separator: ", ")))")
      guard !rows.isEmpty else { continue }
      try connection.execute(
        "INSERT INTO \(name) VALUES " + rows.map { "(\($0))" }.joined(separator: ", "))
    }
  }

  /// Where views are that other connections see, too.
  static func schema(of engine: String) -> String? { engine == "spark" ? "global_temp" : nil }

  /// Engines that keep no rows of their own are given them as a view.
  private func view(
    _ name: String, _ table: Table, _ storage: [Dataset.Storage], _ rows: [String]
  ) -> String {
    let none = storage.map { "CAST(NULL AS \(type($0)))" }.joined(separator: ", ")
    let names = table.columns.map { quoted(header($0)) }.joined(separator: ", ")
    let all = (rows.isEmpty ? [none] : rows).map { "(\($0))" }.joined(separator: ", ")
    let filter = rows.isEmpty ? " WHERE FALSE" : ""
    let scope = Loader.schema(of: engine) == nil ? "" : "GLOBAL "
    return
      "CREATE OR REPLACE \(scope)TEMPORARY VIEW \(name) AS SELECT * FROM VALUES \(all) AS t(\(names))"
      + filter
  }

  private func header(_ column: Column) -> String { column.header ?? column.name }

  private func quoted(_ name: String) -> String {
    let mark: Character = isSpark ? "`" : "\""
    return String(mark) + name.flatMap { $0 == mark ? [mark, mark] : [$0] } + String(mark)
  }

  private func type(_ storage: Dataset.Storage) -> String {
    let isSQLite = engine == "sqlite"
    return switch storage {
    case .integer: isSQLite ? "integer" : "bigint"
    case .decimal: isSQLite ? "real" : "decimal(20, 6)"
    case .numeric: isSQLite ? "real" : engine == "postgresql" ? "numeric" : "decimal(30, 6)"
    case .real: isSQLite ? "real" : engine == "postgresql" ? "double precision" : "double"
    case .text: engine == "duckdb" ? "varchar" : engine == "postgresql" ? "text" : "string"
    case .boolean: isSQLite ? "integer" : "boolean"
    case .date: isSQLite ? "text" : "date"
    case .timestamp:
      isSQLite
        ? "text" : isSpark ? "timestamp_ntz" : "timestamp"
    case .zonedTimestamp:
      isSQLite ? "text" : isSpark ? "timestamp" : "timestamptz"
    }
  }

  private func literal(
    _ value: Scalar?, _ column: Column, _ storage: Dataset.Storage, _ zone: Dataset.Zone
  ) -> String {
    let text: String
    switch value {
    case nil: text = "NULL"
    case .number(let number)?: text = Number.exact(Dataset.stored(number, column)).text
    case .boolean(let truth)?:
      text = engine == "sqlite" ? (truth ? "1" : "0") : (truth ? "TRUE" : "FALSE")
    case .text(let value)?: text = quotedText(value)
    case .date(let day)?: text = "'\(day.text)'"
    case .timestamp?:
      let moment = value?.text.map { $0 == "T" ? " " : $0 } ?? []
      let isZoned = storage == .zonedTimestamp && engine != "sqlite"
      text = "'" + String(moment) + (isZoned ? zone.offset + (isSpark ? ":00" : "") : "") + "'"
    }
    return engine == "sqlite" ? text : "CAST(\(text) AS \(type(storage)))"
  }

  private var isSpark: Bool { engine == "flightsql" || engine == "spark" }

  private func quotedText(_ value: String) -> String {
    var text = "'"
    for character in value {
      switch character {
      case "'": text += isSpark ? "\\'" : "''"
      case "\\": text += isSpark ? "\\\\" : "\\"
      default: text.append(character)
      }
    }
    return text + "'"
  }
}
