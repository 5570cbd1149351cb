package import KPIModel

/// The cells of one grouping as another engine worked them out, to be put together like cells of rows that were read.
package struct CellFeed: Hashable, Sendable {
  package var cells: [Cell] = []
  /// What is still to be exchanged, and then belongs to cells.
  package var amounts: [Amount] = []

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
  /// The sum of what a cell has of one currency at the rate of one day.
  package struct Amount: Hashable, Sendable {
    package let ordinal: Int
    package let keys: [Scalar?]
    /// The place of the filter in the grouping, and of the aggregate in the filter.
    package let filter: Int
    package let aggregate: Int
    package let amount: Rational
    /// The code of the currency; a text, where it is there.
    package let currency: Scalar?
    package let day: Day
    package let rates: RateTable

    package init(
      ordinal: Int, keys: [Scalar?], filter: Int, aggregate: Int, amount: Rational,
      currency: Scalar?, day: Day, rates: RateTable
    ) {
      self.ordinal = ordinal
      self.keys = keys
      self.filter = filter
      self.aggregate = aggregate
      self.amount = amount
      self.currency = currency
      self.day = day
      self.rates = rates
    }
  }

  package mutating func add(_ other: CellFeed) {
    cells += other.cells
    amounts += other.amounts
  }
}
