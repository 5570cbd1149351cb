package import KPISource

/// One column of a table, immutable and shared.
package final class Column: Sendable {
  package let name: String
  /// The header in the file, where it differs from the name.
  package let header: String?
  package let type: ColumnType
  package let isKey: Bool
  /// Whether a row may lack the value.
  package let isOptional: Bool
  /// The only values allowed, if they are listed.
  package let allowed: [Scalar]?
  package let reference: Reference?
  package let documentation: String?
  package let origin: SourceRange

  /// The column holds the key of a row of another table.
  package struct Reference: Hashable, Sendable {
    package let table: TableID
    /// The name of the reference, where one table is referenced twice.
    package let role: String?

    package init(table: TableID, role: String?) {
      self.table = table
      self.role = role
    }
  }

  package init(
    name: String, header: String?, type: ColumnType, isKey: Bool, isOptional: Bool,
    allowed: [Scalar]?, reference: Reference?, documentation: String?, origin: SourceRange
  ) {
    self.name = name
    self.header = header
    self.type = type
    self.isKey = isKey
    self.isOptional = isOptional
    self.allowed = allowed
    self.reference = reference
    self.documentation = documentation
    self.origin = origin
  }
}

/// How a column's text is read.
package enum ColumnType: Hashable, Sendable {
  case text, boolean, date, timestamp
  /// A whole number.
  case integer
  /// An exact decimal in a unit: the text times `factor` is the value in the unit's base, so a column in
  /// cents of a dollar has the factor 1/100 and one of `duration minutes` 60. In a `percent` column, whose
  /// factor is 1, the text may end in a percent sign: `15%` is 0.15.
  case number(Quantity, factor: Rational)

  /// What expressions over the column compute with.
  package var scalar: ScalarType {
    switch self {
    case .text: .text
    case .boolean: .boolean
    case .date: .date
    case .timestamp: .timestamp
    case .integer: .number(.plain)
    case .number(let quantity, _): .number(quantity)
    }
  }
}
