import KPIModel
import Synchronization

/// The offsets from UTC that a place has had, as the caller took them from its time zone data.
package struct TimeZoneTable: Sendable {
  /// The offset before the first transition, in seconds.
  private let initialOffset: Int
  private let transitions: [Transition]

  package struct Transition: Sendable {
    /// The UTC second from which the offset holds.
    package let second: Int
    /// Seconds east of Greenwich.
    package let offset: Int

    package init(second: Int, offset: Int) {
      self.second = second
      self.offset = offset
    }
  }

  package init(initialOffset: Int, transitions: [Transition] = []) {
    self.initialOffset = initialOffset
    self.transitions = transitions.sorted { $0.second < $1.second }
  }

  package static let utc = TimeZoneTable(initialOffset: 0)

  /// Wall-clock microseconds for an instant given in microseconds of UTC.
  package func local(fromUTC microseconds: Int) -> Int {
    microseconds + offset(at: microseconds) * 1_000_000
  }

  private func offset(at microseconds: Int) -> Int {
    let second = floorDivide(microseconds, 1_000_000)
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle].second <= second {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low == 0 ? initialOffset : transitions[low - 1].offset
  }
}

/// The company's zone, asked for only when a timestamp with an offset is met.
package final class LazyZone: Sendable {
  private let make: @Sendable () -> TimeZoneTable?
  private let made = Mutex<TimeZoneTable??>(nil)

  package init(_ make: @escaping @Sendable () -> TimeZoneTable?) { self.make = make }

  var table: TimeZoneTable? {
    made.withLock { made in
      if let made { return made }
      let table = make()
      made = .some(table)
      return table
    }
  }
}
