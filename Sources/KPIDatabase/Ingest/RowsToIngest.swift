/// Rows to be put into a table: its columns by name, each with a value or none for every row.
package struct RowsToIngest: Sendable {
  package var columns: [(name: String, values: Values)]

  package enum Values: Sendable {
    case integers([Int64?])
    case reals([Double?])
    case decimals([Int128?], precision: Int, scale: Int)
    case texts([String?])
    case booleans([Bool?])
    /// Days since 1970-01-01.
    case days([Int32?])
    /// Microseconds since 1970-01-01, without a zone.
    case instants([Int64?])
  }

  package init(_ columns: [(name: String, values: Values)]) { self.columns = columns }

  /// The rows of the longest column; the others are filled up with missing values.
  package var count: Int { columns.map(\.values.count).max() ?? 0 }
}

extension RowsToIngest.Values {
  var count: Int {
    switch self {
    case .integers(let values): values.count
    case .reals(let values): values.count
    case .decimals(let values, _, _): values.count
    case .texts(let values): values.count
    case .booleans(let values): values.count
    case .days(let values): values.count
    case .instants(let values): values.count
    }
  }

  /// The type in the formats of the Arrow C data interface.
  var format: String {
    switch self {
    case .integers: "l"
    case .reals: "g"
    case .decimals(_, let precision, let scale): "d:\(precision),\(scale)"
    case .texts: "U"
    case .booleans: "b"
    case .days: "tdD"
    case .instants: "tsu:"
    }
  }
}
