import Synchronization

/// A way to stop what a database does from another thread, such as when a user loses patience.
package final class Cancellation: Sendable {
  private let state = Mutex(State())

  private struct State {
    var isCancelled = false
    var waiting: [Int: @Sendable () -> Void] = [:]
    var next = 0
  }

  package init() {}

  package var isCancelled: Bool { state.withLock { $0.isCancelled } }

  /// Stops the calls that are given this cancellation, now and later.
  package func cancel() {
    let waiting = state.withLock { state in
      state.isCancelled = true
      return Array(state.waiting.values)
    }
    for wake in waiting { wake() }
  }

  /// Wakes a waiting thread when it is cancelled.
  func add(_ wake: @escaping @Sendable () -> Void) -> Int {
    state.withLock { state in
      state.next += 1
      state.waiting[state.next] = wake
      return state.next
    }
  }

  func remove(_ number: Int) { state.withLock { _ = $0.waiting.removeValue(forKey: number) } }
}
