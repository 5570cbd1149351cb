import KPIModel

extension Dialect {
  /// PostgreSQL: numerics of any length, so every sum and product is exact.
  package static let postgresql = Dialect(
    name: "postgresql", title: "PostgreSQL", support: .tested
  ) { special, value in
    switch special {
    case .day: "CAST(\(value) AS date)"
    case .month: "CAST(date_trunc('month', \(value)) AS date)"
    case .length: "char_length(\(value))"
    case .binary: "(\(value) COLLATE \"C\")"
    case .wide: value
    case .adding(let days): "(\(value) + \(days))"
    case .days(let earlier): "(\(value) - \(earlier))"
    case .part(.weekday): "CAST(extract(isodow FROM \(value)) AS integer)"
    case .part(let part): "CAST(extract(\(part.rawValue) FROM \(value)) AS integer)"
    case .local(let zone): "(\(value) AT TIME ZONE \(zone))"
    case .contains(let part): "(position(\(part) IN \(value)) > 0)"
    case .concatenated(let other): "(\(value) || \(other))"
    }
  }
}
