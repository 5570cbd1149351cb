import KPIModel

extension Dialect {
  /// Spark SQL, which Databricks and Sail speak, too: decimals of up to 38 digits.
  package static let spark = Dialect(
    name: "spark", title: "Spark SQL (Databricks)", support: .tested, quote: "`",
    isBackslashPlain: false, hasGroupingOfSeveral: false,
    // A path as a table: parquet.`/data/orders.parquet`. Of CSV it would not know the first line for names.
    files: Files(endings: [".parquet"]) { path in "parquet." + Dialect.quoted(path, "`") }
  ) { special, value in
    switch special {
    case .day: "CAST(\(value) AS DATE)"
    case .month: "CAST(date_trunc('month', \(value)) AS DATE)"
    case .length: "char_length(\(value))"
    case .binary: value
    case .wide: "CAST(\(value) AS DECIMAL(19, 0))"
    case .adding(let days): "date_add(\(value), \(days))"
    case .days(let earlier): "datediff(\(value), \(earlier))"
    case .part(.weekday): "(weekday(\(value)) + 1)"
    case .part(let part): "\(part.rawValue)(\(value))"
    case .local(let zone): "convert_timezone(\(zone), CAST(\(value) AS TIMESTAMP_NTZ))"
    case .contains(let part): "(instr(\(value), \(part)) > 0)"
    case .concatenated(let other): "concat(\(value), \(other))"
    }
  }
}
