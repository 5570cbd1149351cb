import KPIModel

extension Dialect {
  /// SQLite: whole numbers are exact, others are binary and are read rather than added; dates are ISO texts. A column
  /// may hold values of any type, so each is looked at.
  package static let sqlite = Dialect(
    name: "sqlite", title: "SQLite", support: .tested, hasGroupingSets: false, hasDecimals: false,
    dateLiteral: { "'\($0)'" }, timestampLiteral: { "'\($0)'" },
    booleanLiteral: { $0 ? "1" : "0" },
    isOfKind: { kind, value in
      switch kind {
      case .text: "typeof(\(value)) = 'text'"
      case .wholeNumber: "typeof(\(value)) = 'integer'"
      case .numeral:
        "(typeof(\(value)) <> 'text' OR \(value) GLOB '*[0-9]*' AND \(value) NOT GLOB '*[^-0-9.]*')"
      case .boolean: "typeof(\(value)) = 'integer' AND \(value) IN (0, 1)"
      case .date: "typeof(\(value)) = 'text' AND date(\(value)) IS \(value)"
      case .timestamp:
        "typeof(\(value)) = 'text' AND datetime(\(value)) IS NOT NULL"
          + " AND date(substr(\(value), 1, 10)) IS substr(\(value), 1, 10)"
          + " AND substr(\(value), 11) NOT GLOB '*[-+Zz]*'"
      }
    }
  ) { special, value in
    switch special {
    case .day: "date(\(value))"
    case .month: "date(\(value), 'start of month')"
    case .length: "length(\(value))"
    case .binary: value
    case .wide: value
    case .adding(let days): "date(\(value), '\(days < 0 ? "" : "+")\(days) days')"
    case .days(let earlier):
      "CAST(julianday(\(value)) - julianday(\(earlier)) AS INTEGER)"
    case .part(.year): "CAST(strftime('%Y', \(value)) AS INTEGER)"
    case .part(.month): "CAST(strftime('%m', \(value)) AS INTEGER)"
    case .part(.day): "CAST(strftime('%d', \(value)) AS INTEGER)"
    case .part(.hour): "CAST(strftime('%H', \(value)) AS INTEGER)"
    case .part(.quarter): "((CAST(strftime('%m', \(value)) AS INTEGER) + 2) / 3)"
    case .part: "((CAST(strftime('%w', \(value)) AS INTEGER) + 6) % 7 + 1)"
    case .local: value
    case .contains(let part): "(instr(\(value), \(part)) > 0)"
    case .concatenated(let other): "(\(value) || \(other))"
    }
  }
}
