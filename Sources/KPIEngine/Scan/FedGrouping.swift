import KPIModel
import KPIPlan
import KPITable

extension JoinedGrouping {
  /// Puts the cells together that another engine worked out.
  convenience init(
    _ grouping: Workload.Grouping, feed: CellFeed, _ specification: Specification
  ) {
    let cells = FedCells(grouping, feed, specification)
    self.init(
      grouping.key, specification, cells.pairs, cells.ordinals, cells.tuples, cells.keys,
      filters: cells.filters, moments: grouping.key.bucketing == .moments ? cells.ordinals : [])
  }
}

/// The cells of a feed by numbers, and what they hold in the form that windows are made of.
private struct FedCells {
  private(set) var pairs = PairTable()
  private(set) var ordinals: [Int] = []
  private(set) var tuples: [PairTable]
  private(set) var keys: [[Scalar?]]
  private(set) var filters: [JoinedGrouping.Filter] = []

  init(_ grouping: Workload.Grouping, _ feed: CellFeed, _ specification: Specification) {
    tuples = grouping.key.keys.map { _ in PairTable() }
    keys = grouping.key.keys.map { _ in [nil] }
    var numbers = grouping.key.keys.map { _ in [Scalar: UInt32]() }
    var places: [Int: UInt32] = [:]
    let parts = grouping.filters.enumerated().map { place, filter in
      (
        rows: CountAggregate(),
        aggregates: filter.aggregates.enumerated().map { number, base in
          base.function == .distinct && feed.isCounted(filter: place, aggregate: number)
            ? CountAggregate() : Aggregate.make(base.function, nil)
        }
      )
    }
    for cell in feed.cells {
      var group: UInt32 = 1
      for (index, scalar) in cell.keys.enumerated() {
        var number: UInt32 = 0
        if let scalar {
          number = numbers[index][scalar] ?? UInt32(truncatingIfNeeded: keys[index].count)
          if number == keys[index].count {
            numbers[index][scalar] = number
            keys[index].append(scalar)
          }
        }
        group = tuples[index].number(group, number)
      }
      let place = places[cell.ordinal] ?? UInt32(truncatingIfNeeded: ordinals.count)
      if place == ordinals.count {
        places[cell.ordinal] = place
        ordinals.append(cell.ordinal)
      }
      let number = Int(pairs.number(group, place))
      for (filter, own) in zip(cell.filters, parts) {
        own.rows.reserve(number + 1)
        own.rows.counts.values[number] += filter.rows
        for (part, aggregate) in zip(filter.parts, own.aggregates) {
          aggregate.reserve(number + 1)
          FedCells.add(part, to: aggregate, number)
        }
      }
    }
    let identity = (0..<max(pairs.count, 1)).map { UInt32(truncatingIfNeeded: $0) }
    filters = parts.map { rows, aggregates in
      rows.reserve(identity.count)
      return JoinedGrouping.Filter(
        rows: rows,
        aggregates: aggregates.map { aggregate in
          aggregate.reserve(identity.count)
          let joined = aggregate.empty()
          joined.reserve(identity.count)
          joined.absorb(aggregate, identity)
          joined.settle()
          return joined
        })
    }
  }

  private static func add(_ part: CellFeed.Part, to aggregate: Aggregate, _ cell: Int) {
    switch part {
    case .nothing: break
    case .count(let count):
      if let counted = aggregate as? CountAggregate { counted.counts.values[cell] += count }
    case .number(let number): aggregate.add(cell, .exact(number), sign: 1)
    case .value(let scalar, let rows):
      // Of values that are only told apart, one row says all.
      let isDistinct = (aggregate as? ValuesAggregate)?.isDistinct == true
      for _ in 0..<(isDistinct ? min(rows, 1) : rows) {
        aggregate.add(cell, RowValue(scalar), sign: 1)
      }
    }
  }
}

extension CellFeed {
  /// Whether the other engine sent counts rather than the values themselves.
  fileprivate func isCounted(filter: Int, aggregate: Int) -> Bool {
    for cell in cells {
      switch cell.filters[filter].parts[aggregate] {
      case .nothing: continue
      case .count: return true
      case .number, .value: return false
      }
    }
    return false
  }
}
