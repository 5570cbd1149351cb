package import KPISource

/// Rows given and values expected: an example of what the specification means, and the proof that it means it.
package struct Test: Sendable {
  /// What the test shows.
  package let label: String
  package let origin: SourceRange
  /// The day on which its questions are asked, where the test names one.
  package let asOf: Day?
  package let given: [GivenTable]
  package let expectations: [Expectation]
  /// The rules that its own formulas break and that it expects to be broken.
  package let raised: Set<String>

  package init(
    label: String, origin: SourceRange, asOf: Day?, given: [GivenTable],
    expectations: [Expectation], raised: Set<String>
  ) {
    self.label = label
    self.origin = origin
    self.asOf = asOf
    self.given = given
    self.expectations = expectations
    self.raised = raised
  }
}

/// The rows that a test gives to one table.
package struct GivenTable: Sendable {
  package let table: TableID
  package let origin: SourceRange
  /// The columns given, in the order written.
  package let columns: [ColumnID]
  package let rows: [Row]

  package struct Row: Sendable {
    /// One for each column given.
    package let cells: [Cell]
    package let origin: SourceRange

    package init(cells: [Cell], origin: SourceRange) {
      self.cells = cells
      self.origin = origin
    }
  }

  package struct Cell: Sendable {
    /// `nil` where the value is missing.
    package let value: Value?
    package let origin: SourceRange

    package init(value: Value?, origin: SourceRange) {
      self.value = value
      self.origin = origin
    }
  }

  package enum Value: Hashable, Sendable {
    case scalar(Scalar)
    /// A timestamp written with an offset: microseconds since 1970-01-01T00:00Z.
    case instant(Int)
  }

  package init(table: TableID, origin: SourceRange, columns: [ColumnID], rows: [Row]) {
    self.table = table
    self.origin = origin
    self.columns = columns
    self.rows = rows
  }
}
