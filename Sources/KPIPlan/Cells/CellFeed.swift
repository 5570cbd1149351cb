package import KPIModel

/// The cells of one grouping as another engine worked them out, to be put together like cells of rows that were read.
package struct CellFeed: Hashable, Sendable {
  package var cells: [Cell] = []

  package init() {}

  /// One group in one bucket of time.
  package struct Cell: Hashable, Sendable {
    /// The ordinal of the bucket, or the moment of a snapshot.
    package let ordinal: Int
    package let keys: [Scalar?]
    /// By the filters of the grouping.
    package let filters: [Filter]

    package init(ordinal: Int, keys: [Scalar?], filters: [Filter]) {
      self.ordinal = ordinal
      self.keys = keys
      self.filters = filters
    }
  }

  package struct Filter: Hashable, Sendable {
    package let rows: Int64
    /// By the aggregates of the filter.
    package let parts: [Part]

    package init(rows: Int64, parts: [Part]) {
      self.rows = rows
      self.parts = parts
    }
  }

  /// What a cell, or a part of one, has of an aggregate.
  package enum Part: Hashable, Sendable {
    case nothing
    case count(Int64)
    /// A sum or an extreme.
    case number(Rational)
    /// A value that some rows have.
    case value(Scalar, rows: Int64)
  }
}
