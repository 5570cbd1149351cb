/// Who does work that falls into parts which know nothing of one another.
///
/// The core starts no threads itself; whoever calls it may lend it some.
package struct Workers: Sendable {
  package typealias Share = @Sendable (_ parts: Int, _ part: @Sendable (Int) -> Void) -> Void

  /// How many parts are done at the same time, at least 1.
  package let count: Int
  private let share: Share

  /// `share` does each of so many parts once, in any order, and returns when all are done.
  package init(count: Int, _ share: @escaping Share) {
    self.count = max(1, count)
    self.share = share
  }

  /// One, who does one part after the other.
  package static let one = Workers(count: 1) { parts, part in
    for index in 0..<parts { part(index) }
  }

  /// The results of a function on all elements, in their order.
  package func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    guard elements.count > 1, count > 1 else { return elements.map(transform) }
    return [Result](unsafeUninitializedCapacity: elements.count) { buffer, filled in
      // Each part writes its own place, so the writes do not meet.
      nonisolated(unsafe) let places = buffer
      share(elements.count) { index in
        places.initializeElement(at: index, to: transform(elements[index]))
      }
      filled = elements.count
    }
  }

  /// The results of a function on all elements, in their order, and what each worker carried from one to the next.
  ///
  /// The elements are cut into stretches, in whose order the states are: as many as there are workers, times `each`.
  package func map<Element: Sendable, Result: Sendable, State: Sendable>(
    _ elements: [Element], forEach each: Int = 8, carrying start: @Sendable () -> State,
    _ transform: @Sendable (Element, inout State) -> Result
  ) -> (results: [Result], states: [State]) {
    let stretches = stretches(of: elements.count, forEach: each)
    var states: [State] = []
    let results = [Result](unsafeUninitializedCapacity: elements.count) { buffer, filled in
      // Each stretch writes its own places, so the writes do not meet.
      nonisolated(unsafe) let places = buffer
      states = map(stretches) { stretch in
        var state = start()
        for index in stretch {
          places.initializeElement(at: index, to: transform(elements[index], &state))
        }
        return state
      }
      filled = elements.count
    }
    return (results, states)
  }

  /// The results of a function on many elements, each of which takes too little to be handed out alone.
  package func mapMany<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    map(elements, carrying: {}, { element, _ in transform(element) }).results
  }

  /// So many places cut into stretches, some for each worker because not all take equally long.
  package func stretches(of places: Int, forEach each: Int = 8) -> [Range<Int>] {
    let parts = min(places, count > 1 ? count * each : 1)
    return (0..<parts).map { part in
      places * part / parts..<places * (part + 1) / parts
    }
  }
}
