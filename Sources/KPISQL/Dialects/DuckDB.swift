import KPIModel

extension Dialect {
  /// DuckDB: exact decimals of up to 38 digits, files read in place.
  package static let duckdb = Dialect(
    name: "duckdb", title: "DuckDB", support: .tested,
    file: { path in
      path.lowercased().hasSuffix(".csv'") || path.lowercased().hasSuffix(".csv.gz'")
        ? "read_csv(\(path))" : "read_parquet(\(path))"
    }
  ) { special, value in
    switch special {
    case .day: "CAST(\(value) AS DATE)"
    case .month: "CAST(date_trunc('month', \(value)) AS DATE)"
    case .length: "length(\(value))"
    case .binary: value
    case .wide: "CAST(\(value) AS HUGEINT)"
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
