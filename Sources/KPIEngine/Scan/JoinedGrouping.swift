import KPIModel
import KPIPlan
import KPITable

/// What all threads kept for one grouping, put together: its groups, each with its cells in the order of time.
final class JoinedGrouping: @unchecked Sendable {
  let key: GroupingKey
  private(set) var groups = GroupKeys([])
  /// The cells, group by group and in the order of time within each.
  private(set) var cells = CellOrder()
  private(set) var filters: [Filter] = []
  /// The moments of a table of snapshots in order, whether or not a filter kept their rows.
  private(set) var moments: [Int] = []
  let isMomentInstant: Bool

  /// The cells of one group.
  struct Members {
    let ordinals: [Int]
    let cells: [Int]
  }

  func members(of group: Int) -> Members {
    let range = cells.range(of: group)
    return Members(
      ordinals: range.map { cells.ordinals[Int(cells.ranks[$0])] },
      cells: range.map { Int(cells.numbers[$0]) })
  }

  struct Filter {
    let rows: CountAggregate
    let aggregates: [Aggregate]
  }

  init(
    _ grouping: Workload.Grouping, _ states: [GroupingState], _ specification: Specification
  ) {
    key = grouping.key
    isMomentInstant = JoinedGrouping.isMomentInstant(grouping.key, specification)
    let columns = grouping.key.keys.map { _ in JointKey() }
    let tuples = grouping.key.keys.map { _ in PairTable() }
    let cells = PairTable()
    var ordinals: [Int] = []
    var placeOfOrdinal: [Int: UInt32] = [:]
    var maps: [[UInt32]] = []
    for state in states {
      let numbers = zip(columns, state.keyColumns).map { $0.numbers(of: $1) }
      let places = state.buckets.ordinals.map { ordinal in
        let place = placeOfOrdinal[ordinal] ?? UInt32(ordinals.count)
        if place == ordinals.count {
          placeOfOrdinal[ordinal] = place
          ordinals.append(ordinal)
        }
        return place
      }
      var map: [UInt32] = [0]
      map.reserveCapacity(state.cells.count)
      var ids = [UInt32](repeating: 0, count: columns.count)
      for cell in 1..<max(state.cells.count, 1) {
        let bucket = state.cells.parts(of: cell, into: &ids)
        var group: UInt32 = 1
        for index in ids.indices {
          group = tuples[index].number(group, numbers[index](ids[index]))
        }
        map.append(cells.number(group, places[bucket]))
      }
      maps.append(map)
      if key.bucketing == .moments { moments += state.buckets.ordinals.dropFirst() }
    }
    moments = Set(moments).sorted()
    arrange(cells, ordinals, tuples, columns.map(\.scalars))
    join(grouping, states, maps, cells.count)
  }

  /// Of cells that are numbered already.
  init(
    _ key: GroupingKey, _ specification: Specification, _ cells: PairTable, _ ordinals: [Int],
    _ tuples: [PairTable], _ scalars: [[Scalar?]], filters: [Filter], moments: [Int]
  ) {
    self.key = key
    isMomentInstant = JoinedGrouping.isMomentInstant(key, specification)
    self.filters = filters
    self.moments = Set(moments).sorted()
    arrange(cells, ordinals, tuples, scalars)
  }

  private static func isMomentInstant(_ key: GroupingKey, _ specification: Specification) -> Bool {
    guard case .snapshots(let moment) = key.axis else { return false }
    return specification.column(moment).type == .timestamp
  }

  /// The values of one breakdown over all threads.
  private final class JointKey {
    private(set) var scalars: [Scalar?] = [nil]
    private var numberOfScalar: [Scalar: UInt32] = [:]

    /// Translates the numbers of one thread; each is looked up once.
    func numbers(of column: KeyColumn) -> (UInt32) -> UInt32 {
      // Numbers are dense, but for those of fractions, which are few and at the top.
      var known: [UInt32] = [0]
      var others: [UInt32: UInt32] = [:]
      return { id in
        let isDense = id < 1 << 31
        if isDense, id >= known.count {
          known.append(
            contentsOf: repeatElement(.max, count: max(Int(id) + 1, known.count * 2) - known.count))
        }
        if isDense ? known[Int(id)] != .max : others[id] != nil {
          return isDense ? known[Int(id)] : others[id] ?? 0
        }
        var number: UInt32 = 0
        if let scalar = column.scalar(id) {
          number = self.numberOfScalar[scalar] ?? UInt32(self.scalars.count)
          if number == self.scalars.count {
            self.numberOfScalar[scalar] = number
            self.scalars.append(scalar)
          }
        }
        if isDense { known[Int(id)] = number } else { others[id] = number }
        return number
      }
    }
  }

  private func arrange(
    _ cells: PairTable, _ ordinals: [Int], _ tuples: [PairTable], _ scalars: [[Scalar?]]
  ) {
    // Without breakdowns there is one group, and its number is 1; pairs are numbered from 1, too.
    let groupCount = tuples.last.map(\.count) ?? (cells.count > 1 ? 2 : 1)
    var keys: [[Scalar?]] = []
    keys.reserveCapacity(max(groupCount - 1, 0))
    for group in 1..<max(groupCount, 1) {
      var values = [Scalar?](repeating: nil, count: scalars.count)
      var number = group
      for index in scalars.indices.reversed() {
        values[index] = scalars[index][Int(tuples[index].seconds[number])]
        number = Int(tuples[index].firsts[number])
      }
      keys.append(values)
    }
    groups = GroupKeys(keys)
    self.cells = CellOrder(cells, ordinals, groupCount: max(groupCount - 1, 0))
  }

  private func join(
    _ grouping: Workload.Grouping, _ states: [GroupingState], _ maps: [[UInt32]], _ count: Int
  ) {
    for (index, filter) in grouping.filters.enumerated() {
      let rows = CountAggregate()
      rows.reserve(count)
      var aggregates: [Aggregate] = []
      for (state, map) in zip(states, maps) {
        state.filters[index].rows.reserve(map.count)
        rows.absorb(state.filters[index].rows, map)
      }
      for place in filter.aggregates.indices {
        guard let first = states.first?.filters[index].aggregates[place] else { continue }
        let joined = first.empty()
        joined.reserve(count)
        for (state, map) in zip(states, maps) {
          state.filters[index].aggregates[place].reserve(map.count)
          joined.absorb(state.filters[index].aggregates[place], map)
        }
        joined.settle()
        aggregates.append(joined)
      }
      filters.append(Filter(rows: rows, aggregates: aggregates))
    }
  }

  var isOutOfRange: Bool { filters.contains { $0.aggregates.contains { $0.isOutOfRange } } }
}

/// The cells of a grouping in the order of groups, and within each in that of time.
struct CellOrder {
  /// The ordinals that there are, in order; cells know theirs by its rank.
  private(set) var ordinals: [Int] = []
  private(set) var ranks: [UInt32] = []
  private(set) var numbers: [UInt32] = []
  private var starts: [Int] = [0]

  init() {}

  /// Puts the cells, which are pairs of a group from 1 up and the place of an ordinal, in order: first by their
  /// ordinals, then by their groups, each time counting how many go before.
  init(_ cells: PairTable, _ places: [Int], groupCount: Int) {
    let order = places.indices.sorted { places[$0] < places[$1] }
    ordinals = order.map { places[$0] }
    var rankOfPlace = [UInt32](repeating: 0, count: places.count)
    for (rank, place) in order.enumerated() { rankOfPlace[place] = UInt32(rank) }
    let count = max(cells.count - 1, 0)
    var rankOfCell = [UInt32](repeating: 0, count: count)
    for cell in 0..<count { rankOfCell[cell] = rankOfPlace[Int(cells.seconds[cell + 1])] }
    let byTime = CellOrder.sorted(Array(0..<UInt32(count)), buckets: ordinals.count) {
      Int(rankOfCell[Int($0)])
    }
    let byGroup = CellOrder.sorted(byTime.elements, buckets: groupCount) {
      Int(cells.firsts[Int($0) + 1]) - 1
    }
    starts = byGroup.starts
    numbers = byGroup.elements.map { $0 + 1 }
    ranks = byGroup.elements.map { rankOfCell[Int($0)] }
  }

  /// The places of a group's cells.
  func range(of group: Int) -> Range<Int> { starts[group]..<starts[group + 1] }

  var groupCount: Int { starts.count - 1 }

  /// Elements in the order of their buckets, equal ones as they were, and where each bucket starts.
  private static func sorted(
    _ elements: [UInt32], buckets: Int, _ bucket: (UInt32) -> Int
  ) -> (elements: [UInt32], starts: [Int]) {
    var starts = [Int](repeating: 0, count: buckets + 1)
    for element in elements { starts[bucket(element) + 1] += 1 }
    for index in 0..<buckets { starts[index + 1] += starts[index] }
    var next = starts
    var result = [UInt32](repeating: 0, count: elements.count)
    for element in elements {
      let place = bucket(element)
      result[next[place]] = element
      next[place] += 1
    }
    return (result, starts)
  }
}
