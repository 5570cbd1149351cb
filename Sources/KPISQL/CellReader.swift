import KPIModel
package import KPIPlan

/// Reads the cells of groupings from the rows of a result.
package struct CellReader {
  private let shape: CellQuery.Shape
  private var feeds: [Int: CellFeed] = [:]
  /// The cells whose distinct values were counted.
  private var counted: Set<CountedCell> = []

  private struct CountedCell: Hashable {
    let grouping: Int
    let ordinal: Int
    let keys: [Scalar?]
    let column: Int
  }

  /// Whether some row of the table broke its declaration.
  package private(set) var hasBadRows = false

  /// Why a result cannot be what was asked for.
  package enum Failure: Error, Hashable, Sendable {
    case unexpected(column: Int)
  }

  package init(_ query: CellQuery) {
    shape = query.shape
  }

  /// The cells by the places of their groupings.
  package var result: [Int: CellFeed] { feeds }

  /// Takes one row, whose values are handed out by their columns.
  package mutating func take(_ value: (Int) -> SQLValue) throws(Failure) {
    if let bad = shape.bad, let count = value(bad).number(), count > .zero { hasBadRows = true }
    guard !shape.masks.isEmpty else {
      for set in shape.sets { try take(set, value) }
      return
    }
    var mask: [Int128] = []
    for column in shape.masks {
      guard let bits = value(column).number(), bits.isInteger else {
        throw .unexpected(column: column)
      }
      mask.append(bits.numerator)
    }
    let own = shape.sets.filter { $0.mask == mask }
    guard !own.isEmpty else { throw .unexpected(column: shape.masks[0]) }
    for set in own { try take(set, value) }
  }

  private mutating func take(
    _ set: CellQuery.Shape.Set, _ value: (Int) -> SQLValue
  ) throws(Failure) {
    var keys: [Scalar?] = []
    for key in set.keys {
      guard let scalar = value(key.column).scalar(key.type, factor: key.factor) else {
        throw .unexpected(column: key.column)
      }
      keys.append(scalar)
    }
    switch set.content {
    case .cells(let groupings):
      for grouping in groupings { try take(grouping, set, keys, value) }
    case .values(let content):
      guard
        let scalar = value(content.key.column).scalar(content.key.type, factor: content.key.factor)
      else { throw .unexpected(column: content.key.column) }
      // Rows without the value, or that the filter leaves out.
      guard let scalar else { return }
      let rows = try count(content.rows, value)
      for target in content.targets {
        guard let ordinal = try ordinal(target.grouping, set, value) else { continue }
        var filters: [CellFeed.Filter] = []
        for (index, filter) in target.grouping.filters.enumerated() {
          var parts = [CellFeed.Part](repeating: .nothing, count: filter.aggregates.count)
          if index == target.filter { parts[target.aggregate] = .value(scalar, rows: rows) }
          filters.append(CellFeed.Filter(rows: 0, parts: parts))
        }
        feeds[target.grouping.place, default: CellFeed()].cells.append(
          CellFeed.Cell(ordinal: ordinal, keys: keys, filters: filters))
      }
    case .amounts(let content): try take(content, set, keys, value)
    }
  }

  private mutating func take(
    _ content: CellQuery.Shape.Amounts, _ set: CellQuery.Shape.Set, _ keys: [Scalar?],
    _ value: (Int) -> SQLValue
  ) throws(Failure) {
    guard let currency = value(content.currency).scalar(.text, factor: .one) else {
      throw .unexpected(column: content.currency)
    }
    // An amount without a day is worth nothing that is known, as one that is missing.
    guard value(content.day) != .null else { return }
    guard let day = value(content.day).day else { throw .unexpected(column: content.day) }
    for sum in content.sums {
      guard value(sum.column) != .null,
        let ordinal = try ordinal(sum.target.grouping, set, value)
      else { continue }
      guard let amount = value(sum.column).number()?.multiplied(by: sum.factor) else {
        throw .unexpected(column: sum.column)
      }
      feeds[sum.target.grouping.place, default: CellFeed()].amounts.append(
        CellFeed.Amount(
          ordinal: ordinal, keys: keys, filter: sum.target.filter, aggregate: sum.target.aggregate,
          amount: amount, currency: currency, day: day, rates: sum.rates))
    }
  }

  private mutating func take(
    _ grouping: CellQuery.Shape.Grouping, _ set: CellQuery.Shape.Set, _ keys: [Scalar?],
    _ value: (Int) -> SQLValue
  ) throws(Failure) {
    // Where nothing is grouped by, there is a row even of no rows.
    guard let ordinal = try ordinal(grouping, set, value) else { return }
    var filters: [CellFeed.Filter] = []
    for filter in grouping.filters {
      var parts: [CellFeed.Part] = []
      for aggregate in filter.aggregates {
        switch aggregate {
        case .count(let column): parts.append(.count(try count(column, value)))
        case .distinct(let column):
          let cell = CountedCell(
            grouping: grouping.place, ordinal: ordinal, keys: keys, column: column)
          guard counted.insert(cell).inserted else { throw .unexpected(column: column) }
          parts.append(.count(try count(column, value)))
        case .elsewhere: parts.append(.nothing)
        case .number(let column, let factor):
          let found = value(column)
          if found == .null {
            parts.append(.nothing)
          } else if let number = found.number()?.multiplied(by: factor) {
            parts.append(.number(number))
          } else {
            throw .unexpected(column: column)
          }
        }
      }
      filters.append(CellFeed.Filter(rows: try count(filter.rows, value), parts: parts))
    }
    feeds[grouping.place, default: CellFeed()].cells.append(
      CellFeed.Cell(ordinal: ordinal, keys: keys, filters: filters))
  }

  private func count(_ column: Int, _ value: (Int) -> SQLValue) throws(Failure) -> Int64 {
    let found = value(column)
    if found == .null { return 0 }
    guard let number = found.number(), number.isInteger,
      let count = Int64(exactly: number.numerator)
    else { throw .unexpected(column: column) }
    return count
  }

  /// The ordinal of the bucket of a row; `nil` where it is in none.
  private func ordinal(
    _ grouping: CellQuery.Shape.Grouping, _ set: CellQuery.Shape.Set, _ value: (Int) -> SQLValue
  ) throws(Failure) -> Int? {
    guard let bucket = set.bucket else { return 0 }
    let column = bucket.column
    let found = value(column)
    if found == .null { return nil }
    switch grouping.bucketing {
    case .whole: return 0
    case .moments:
      switch found {
      case .timestamp(let microseconds): return microseconds
      default:
        guard let day = found.day else { throw .unexpected(column: column) }
        return day.number
      }
    case .grain, .bounds, .spanDays:
      guard var day = bucket.unit.day(of: found) else { throw .unexpected(column: column) }
      // Of the unit in which the time that counts begins, only rows that count were kept.
      if let first = grouping.bucketing.days?.lowerBound, day < first,
        bucket.unit.start(of: first) == day
      {
        day = first
      }
      return grouping.bucketing.ordinal(of: day.number)
    }
  }
}
