/// A column as seen from the rows of a table: the references to follow, then the column.
///
/// References lead from many rows to one, so following them never multiplies rows.
package struct ColumnPath: Hashable, Sendable {
  /// The table whose rows the path starts from.
  package let table: TableID
  /// The reference columns to follow, each in the table reached so far.
  package let steps: [ColumnID]
  /// The column, in the table reached by the last step.
  package let column: ColumnID

  package init(_ table: TableID, _ steps: [ColumnID] = [], _ column: ColumnID) {
    self.table = table
    self.steps = steps
    self.column = column
  }

  /// The same column seen from a table that reaches this path's table.
  package func prefixed(by steps: [ColumnID], from table: TableID) -> ColumnPath {
    ColumnPath(table, steps + self.steps, column)
  }
}

/// What a breakdown or a metric-level filter speaks of, before a measure's own table is known.
package enum Attribute: Hashable, Sendable {
  /// A column, from wherever its table is reached.
  case path(ColumnPath)
  /// A declared dimension, which names a column for each of several tables.
  case dimension(DimensionID)
  /// `weekday` or `hour` of whatever dates the rows of a measure.
  case timePart(RowFunction)
}

/// One breakdown shared by tables that name it differently.
package struct Dimension: Sendable {
  package let name: String
  package let label: String?
  package let members: [Member]

  /// What holds the values of the breakdown in one table.
  package struct Member: Hashable, Sendable {
    package let table: TableID
    /// Over the rows of the table: a column, or a formula such as `band(amount, 0, 100)`.
    package let expression: TableExpression
    package let type: ScalarType
    /// The only values there are, where they are declared.
    package let allowed: [Scalar]?

    package init(
      table: TableID, expression: TableExpression, type: ScalarType, allowed: [Scalar]?
    ) {
      self.table = table
      self.expression = expression
      self.type = type
      self.allowed = allowed
    }
  }

  package init(name: String, label: String?, members: [Member]) {
    self.name = name
    self.label = label
    self.members = members
  }
}
