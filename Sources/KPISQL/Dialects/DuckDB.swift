import KPIModel

extension Dialect {
  /// DuckDB: exact decimals of up to 38 digits, files read in place.
  package static let duckdb = Dialect(
    name: "duckdb", title: "DuckDB", support: .tested,
    files: Files(endings: [".parquet", ".csv", ".csv.gz"]) { path in
      let isText = [".csv", ".csv.gz"].contains { path.lowercased().hasSuffix($0) }
      return (isText ? "read_csv(" : "read_parquet(") + Dialect.quoted(path, "'") + ")"
    }
  ) { special, value in
    switch special {
    case .day: "CAST(\(value) AS DATE)"
    case .month: "CAST(date_trunc('month', \(value)) AS DATE)"
    case .length: "length(\(value))"
    case .binary: value
    case .wide: value
    case .adding(let days): "(\(value) + \(days))"
    case .days(let earlier): "(\(value) - \(earlier))"
    case .part(.weekday): "isodow(\(value))"
    case .part(let part): "\(part.rawValue)(\(value))"
    case .local(let zone): "(\(value) AT TIME ZONE \(zone))"
    case .contains(let part): "contains(\(value), \(part))"
    case .concatenated(let other): "(\(value) || \(other))"
    }
  }
}
