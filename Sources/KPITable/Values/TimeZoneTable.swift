import KPIModel
import Synchronization

/// The offsets from UTC that a place has had, as the caller took them from its time zone data.
package struct TimeZoneTable: Sendable {
  /// The offset before the first transition, in seconds.
  private let initialOffset: Int
  private let transitions: [Transition]
  /// For each transition, the wall-clock second from which on only its offset can be meant.
  private let localChanges: [Int]

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
    var offset = initialOffset
    localChanges = self.transitions.map { transition in
      defer { offset = transition.offset }
      return transition.second + max(offset, transition.offset)
    }
  }

  package static let utc = TimeZoneTable(initialOffset: 0)

  /// Wall-clock microseconds for an instant given in microseconds of UTC.
  package func local(fromUTC microseconds: Int) -> Int {
    microseconds + offset(at: microseconds) * 1_000_000
  }

  private func offset(at microseconds: Int) -> Int {
    let second = floorDivide(microseconds, 1_000_000)
    return offset(after: transitions.partitioningIndex { $0.second > second })
  }

  /// The instant of a wall-clock time, both in microseconds. Of an hour that occurs twice it is the first, and one
  /// that is left out is read by the clock that was not yet put forward.
  package func utc(fromLocal microseconds: Int) -> Int {
    let second = floorDivide(microseconds, 1_000_000)
    let passed = localChanges.partitioningIndex { $0 > second }
    return microseconds - offset(after: passed) * 1_000_000
  }

  private func offset(after passed: Int) -> Int {
    passed == 0 ? initialOffset : transitions[passed - 1].offset
  }
}

/// The company's zone, asked for only when a timestamp with an offset or a length of time between two is met.
package final class LazyZone: Sendable {
  private let make: @Sendable () -> TimeZoneTable?
  private let made = Mutex<TimeZoneTable??>(nil)

  package init(_ make: @escaping @Sendable () -> TimeZoneTable?) { self.make = make }

  package var table: TimeZoneTable? {
    made.withLock { made in
      if let made { return made }
      let table = make()
      made = .some(table)
      return table
    }
  }
}
