package import KPIModel

/// The values that answer a question, in the order of periods and then of groups.
package struct Answer: Sendable {
  package let rows: [Row]

  package struct Row: Sendable {
    /// `nil` when no grain was asked.
    package let period: Period?
    /// Whether the period is still running on the as-of day.
    package let isPartial: Bool
    /// One value for each breakdown; `nil` where the rows lack it.
    package let keys: [Scalar?]
    /// One cell for each output.
    package let cells: [Cell]

    package init(period: Period?, isPartial: Bool, keys: [Scalar?], cells: [Cell]) {
      self.period = period
      self.isPartial = isPartial
      self.keys = keys
      self.cells = cells
    }
  }

  package init(rows: [Row]) { self.rows = rows }
}
