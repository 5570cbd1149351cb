import KPIModel
import KPITable

/// What all threads kept for one grouping, put together: its groups, each with its cells in the order of time.
final class JoinedGrouping: @unchecked Sendable {
  let key: GroupingKey
  /// The values of the breakdowns, by group.
  private(set) var keys: [[Scalar?]] = []
  private(set) var members: [Members] = []
  private(set) var filters: [Filter] = []
  /// The moments of a table of snapshots in order, whether or not a filter kept their rows.
  private(set) var moments: [Int] = []
  let isMomentInstant: Bool
  private(set) var groupOfKeys: [[Scalar?]: Int] = [:]

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
    var cells: [Cell: UInt32] = [:]
    var cellOfGroup: [Cell] = []
    var maps: [[UInt32]] = []
    for state in states {
      var map: [UInt32] = [0]
      var scalars = state.keyColumns.map { ScalarCache($0) }
      for cell in 1..<max(state.cells.count, 1) {
        let (bucket, ids) = state.cells.parts(of: cell)
        let values = ids.indices.map { scalars[$0].scalar(ids[$0]) }
        let group = group(values)
        let wanted = Cell(group: group, ordinal: state.buckets.ordinals[bucket])
        let number = cells[wanted] ?? UInt32(cells.count + 1)
        if number == cells.count + 1 {
          cells[wanted] = number
          cellOfGroup.append(wanted)
        }
        map.append(number)
      }
      maps.append(map)
      if key.bucketing == .moments { moments += state.buckets.ordinals.dropFirst() }
    }
    moments = Set(moments).sorted()
    arrange(cellOfGroup)
    join(grouping, states, maps, cellOfGroup.count + 1)
  }

  private struct Cell: Hashable {
    let group: Int
    let ordinal: Int
  }

  /// Remembers what the numbers of a breakdown stand for.
  private struct ScalarCache {
    let column: KeyColumn
    private var known: [UInt32: Scalar?] = [:]

    init(_ column: KeyColumn) { self.column = column }

    mutating func scalar(_ id: UInt32) -> Scalar? {
      if let scalar = known[id] { return scalar }
      let scalar = column.scalar(id)
      known[id] = .some(scalar)
      return scalar
    }
  }

  private func group(_ values: [Scalar?]) -> Int {
    if let group = groupOfKeys[values] { return group }
    groupOfKeys[values] = keys.count
    keys.append(values)
    members.append(Members())
    return keys.count - 1
  }

  private func arrange(_ cells: [Cell]) {
    for index in cells.indices.sorted(by: { cells[$0].ordinal < cells[$1].ordinal }) {
      members[cells[index].group].ordinals.append(cells[index].ordinal)
      members[cells[index].group].cells.append(index + 1)
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
        (joined as? SpanRowsAggregate)?.settle()
        aggregates.append(joined)
      }
      filters.append(Filter(rows: rows, aggregates: aggregates))
    }
  }

  var isOutOfRange: Bool { filters.contains { $0.aggregates.contains { $0.isOutOfRange } } }
}
