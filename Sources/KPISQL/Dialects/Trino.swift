import KPIModel

extension Dialect {
  /// Trino, which Athena speaks, too.
  package static let trino = Dialect(
    name: "trino", title: "Trino", support: .generated
  ) { special, value in
    switch special {
    case .day: "CAST(\(value) AS DATE)"
    case .month: "CAST(date_trunc('month', \(value)) AS DATE)"
    case .length: "length(\(value))"
    case .binary: value
    case .wide: "CAST(\(value) AS DECIMAL(19, 0))"
    case .adding(let days): "date_add('day', \(days), \(value))"
    case .days(let earlier): "date_diff('day', \(earlier), \(value))"
    case .part(.weekday): "day_of_week(\(value))"
    case .part(let part): "\(part.rawValue)(\(value))"
    case .local(let zone): "CAST(\(value) AT TIME ZONE \(zone) AS TIMESTAMP)"
    case .contains(let part): "(strpos(\(value), \(part)) > 0)"
    case .concatenated(let other): "(\(value) || \(other))"
    }
  }
}
