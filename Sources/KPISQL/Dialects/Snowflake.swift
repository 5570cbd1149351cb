import KPIModel

extension Dialect {
  /// Snowflake: no `FILTER` on aggregates.
  package static let snowflake = Dialect(
    name: "snowflake", title: "Snowflake", support: .generated, isBackslashPlain: false,
    hasFilterClause: false
  ) { special, value in
    switch special {
    case .day: "CAST(\(value) AS DATE)"
    case .month: "CAST(date_trunc('month', \(value)) AS DATE)"
    case .length: "length(\(value))"
    case .binary: "collate(\(value), 'utf8')"
    case .wide: "CAST(\(value) AS NUMBER(38, 0))"
    case .adding(let days): "dateadd('day', \(days), \(value))"
    case .days(let earlier): "datediff('day', \(earlier), \(value))"
    case .part(.weekday): "dayofweekiso(\(value))"
    case .part(let part): "\(part.rawValue)(\(value))"
    case .local(let zone): "CAST(convert_timezone(\(zone), \(value)) AS TIMESTAMP_NTZ)"
    case .contains(let part): "contains(\(value), \(part))"
    case .concatenated(let other): "(\(value) || \(other))"
    }
  }
}
