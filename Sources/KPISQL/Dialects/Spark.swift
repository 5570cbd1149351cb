import KPIModel

extension Dialect {
  /// Spark SQL, which Databricks and Sail speak, too: decimals of up to 38 digits.
  package static let spark = Dialect(
    name: "spark", title: "Spark SQL (Databricks)", support: .tested, quote: "`",
    isBackslashPlain: false,
    file: { path in
      // A path as a table: parquet.`/data/orders.parquet`.
      let inner = path.dropFirst().dropLast()
      return "\(inner.lowercased().hasSuffix(".csv") ? "csv" : "parquet").`\(inner)`"
    }
  ) { special, value in
    switch special {
    case .day: "CAST(\(value) AS DATE)"
    case .month: "CAST(date_trunc('month', \(value)) AS DATE)"
    case .length: "char_length(\(value))"
    case .binary: value
    case .wide: "CAST(\(value) AS DECIMAL(38, 0))"
    case .adding(let days): "date_add(\(value), \(days))"
    case .days(let earlier): "datediff(\(value), \(earlier))"
    case .part(.weekday): "(weekday(\(value)) + 1)"
    case .part(let part): "\(part.rawValue)(\(value))"
    case .local(let zone): "from_utc_timestamp(\(value), \(zone))"
    case .contains(let part): "(instr(\(value), \(part)) > 0)"
    case .concatenated(let other): "concat(\(value), \(other))"
    }
  }
}
