import KPIModel

extension Dialect {
  /// BigQuery: no `FILTER` on aggregates, names in backticks, with the escapes of texts.
  package static let bigquery = Dialect(
    name: "bigquery", title: "BigQuery", support: .generated, quote: "`", isBackslashPlain: false,
    escapesNames: true,
    hasFilterClause: false, hasGroupingOfSeveral: false, hasRemainderSign: false,
    timestampLiteral: { "DATETIME '\($0)'" }
  ) { special, value in
    switch special {
    case .day: "CAST(\(value) AS DATE)"
    case .month: "DATE_TRUNC(\(value), MONTH)"
    case .length: "CHAR_LENGTH(\(value))"
    case .binary: value
    case .wide: "CAST(\(value) AS BIGNUMERIC)"
    case .adding(let days): "DATE_ADD(\(value), INTERVAL \(days) DAY)"
    case .days(let earlier): "DATE_DIFF(\(value), \(earlier), DAY)"
    case .part(.weekday): "(MOD(EXTRACT(DAYOFWEEK FROM \(value)) + 5, 7) + 1)"
    case .part(let part): "EXTRACT(\(part.rawValue.uppercased()) FROM \(value))"
    case .local(let zone): "DATETIME(\(value), \(zone))"
    case .contains(let part): "(STRPOS(\(value), \(part)) > 0)"
    case .concatenated(let other): "(\(value) || \(other))"
    }
  }
}
