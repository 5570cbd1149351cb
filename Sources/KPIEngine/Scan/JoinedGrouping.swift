import KPIModel
import KPITable

/// What all threads kept for one grouping, put together: its groups, each with its cells in the order of time.
final class JoinedGrouping: @unchecked Sendable {
  let key: GroupingKey
  private(set) var groups = GroupKeys([])
  private(set) var members: [Members] = []
  private(set) var filters: [Filter] = []
  /// The moments of a table of snapshots in order, whether or not a filter kept their rows.
  private(set) var moments: [Int] = []
  let isMomentInstant: Bool

  /// The cells of one group.
  struct Members {
    var ordinals: [Int] = []
    var cells: [Int] = []
  }

  struct Filter {
    let rows: CountAggregate
    let aggregates: [Aggregate]
  }

  init(
    _ grouping: Workload.Grouping, _ states: [GroupingState], _ specification: Specification
  ) {
    key = grouping.key
    if case .snapshots(let moment) = grouping.key.axis {
      isMomentInstant = specification.column(moment).type == .timestamp
    } else {
      isMomentInstant = false
    }
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
      for cell in 1..<max(state.cells.count, 1) {
        let (bucket, ids) = state.cells.parts(of: cell)
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
    arrange(cells, ordinals, tuples, columns)
    join(grouping, states, maps, cells.count)
  }

  /// The values of one breakdown over all threads.
  private final class JointKey {
    private(set) var scalars: [Scalar?] = [nil]
    private var numberOfScalar: [Scalar: UInt32] = [:]

    /// Translates the numbers of one thread; each is looked up once.
    func numbers(of column: KeyColumn) -> (UInt32) -> UInt32 {
      var known: [UInt32: UInt32] = [0: 0]
      return { id in
        if let number = known[id] { return number }
        var number: UInt32 = 0
        if let scalar = column.scalar(id) {
          number = self.numberOfScalar[scalar] ?? UInt32(self.scalars.count)
          if number == self.scalars.count {
            self.numberOfScalar[scalar] = number
            self.scalars.append(scalar)
          }
        }
        known[id] = number
        return number
      }
    }
  }

  private func arrange(
    _ cells: PairTable, _ ordinals: [Int], _ tuples: [PairTable], _ columns: [JointKey]
  ) {
    // Without breakdowns there is one group, and its number is 1; pairs are numbered from 1, too.
    let groupCount = tuples.last.map(\.count) ?? (cells.count > 1 ? 2 : 1)
    members = [Members](repeating: Members(), count: max(groupCount - 1, 0))
    var keys: [[Scalar?]] = []
    keys.reserveCapacity(members.count)
    for group in 1..<max(groupCount, 1) {
      var values: [Scalar?] = []
      var number = group
      for (table, column) in zip(tuples, columns).reversed() {
        values.append(column.scalars[Int(table.seconds[number])])
        number = Int(table.firsts[number])
      }
      keys.append(values.reversed())
    }
    groups = GroupKeys(keys)
    let order = (1..<max(cells.count, 1)).sorted {
      ordinals[Int(cells.seconds[$0])] < ordinals[Int(cells.seconds[$1])]
    }
    for cell in order {
      let group = Int(cells.firsts[cell]) - 1
      members[group].ordinals.append(ordinals[Int(cells.seconds[cell])])
      members[group].cells.append(cell)
    }
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
