import KPIModel
import KPIPlan
import KPITable

/// The times of the rows of one table by their keys, those of each key in order.
final class EventIndex: Sendable {
  /// Days, or microseconds where rows are dated by moments.
  private let times: [Int64]
  /// Where the times of each key begin in `times`, and at last where they end.
  private let starts: [Int]
  private let places: [[Scalar?]: Int32]

  /// Puts in order what was kept of a table by its keys.
  init(_ grouping: JoinedGrouping, filter: Int, aggregate: Int, threads: Int) {
    let values = grouping.filters[filter].aggregates[aggregate] as? ValuesAggregate
    let groups = Array(grouping.groups.values.indices)
    let sorted = Workers.map(EventIndex.shares(of: groups), threads: threads) { groups in
      groups.map { group in
        grouping.members(of: group).cells.flatMap { values?.integers(of: $0) ?? [] }.sorted()
      }
    }
    var places: [[Scalar?]: Int32] = [:]
    var times: [Int64] = []
    var starts = [0]
    for (group, own) in sorted.joined().enumerated() {
      if own.isEmpty || grouping.groups.values[group].contains(nil) { continue }
      places[grouping.groups.values[group]] = Int32(truncatingIfNeeded: starts.count - 1)
      times += own
      starts.append(times.count)
    }
    self.places = places
    self.times = times
    self.starts = starts
  }

  private init() { (places, times, starts) = ([:], [], [0]) }

  /// Of rows that could not be read.
  static let empty = EventIndex()

  /// The groups in runs that threads take one by one.
  private static func shares(of groups: [Int]) -> [ArraySlice<Int>] {
    stride(from: 0, to: groups.count, by: 4096).map { start in
      groups[start..<min(start + 4096, groups.count)]
    }
  }

  /// The place of the rows with some keys, or -1.
  func place(of keys: [Scalar?]) -> Int32 { places[keys] ?? -1 }

  /// The first time of a key for which a condition holds, given that it holds for all after that.
  @inline(__always)
  func first(_ place: Int32, where holds: (Int) -> Bool) -> Int? {
    let found = partitioningIndex(place, holds)
    return found < starts[Int(place) + 1] ? Int(times[found]) : nil
  }

  /// The last time of a key before all those for which a condition holds.
  @inline(__always)
  func last(_ place: Int32, before holds: (Int) -> Bool) -> Int? {
    let found = partitioningIndex(place, holds)
    return found > starts[Int(place)] ? Int(times[found - 1]) : nil
  }

  @inline(__always)
  private func partitioningIndex(_ place: Int32, _ holds: (Int) -> Bool) -> Int {
    var low = starts[Int(place)]
    var high = starts[Int(place) + 1]
    while low < high {
      let middle = (low + high) / 2
      if holds(Int(times[middle])) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
