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
}

/// One breakdown shared by tables that name it differently.
package struct Dimension: Sendable {
  package let name: String
  package let label: String?
  package let paths: [ColumnPath]

  package init(name: String, label: String?, paths: [ColumnPath]) {
    self.name = name
    self.label = label
    self.paths = paths
  }
}
