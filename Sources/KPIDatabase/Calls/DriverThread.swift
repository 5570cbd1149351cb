/// The thread on which all calls of one connection are made, one after the other.
///
/// A driver may hang: in a network that has gone away, in a query that takes a night, in a mistake of its own. So the
/// caller waits beside the thread, asks the driver to stop when its patience ends, and goes away where it does not.
final class DriverThread: @unchecked Sendable {
  private let shared: Shared
  private let hasThread: Bool

  /// How long a driver may take to stop, in seconds.
  let grace: Double
  /// How often it is asked to, in seconds: a query that had not begun yet may have missed the first time.
  private static let interval = 0.5

  init(grace: Double = 5) {
    self.grace = grace
    let shared = Shared()
    self.shared = shared
    hasThread = DetachedThread.start { shared.serve() }
  }

  deinit {
    let shared = shared
    shared.locked { $0.isClosing = true }
  }

  /// How a call came out.
  enum Outcome<Value> {
    case finished(Value)
    /// It was stopped; what it came back with is to be thrown away.
    case stopped(DatabaseFault, Value)
    /// It did not come back. Nothing that it works with may be touched again.
    case stuck(DatabaseFault)
  }

  var isStuck: Bool { shared.locked { $0.isStuck } }

  /// Makes a call and waits for it; `interrupt` asks the driver to stop, and may be run more than once.
  func perform<Value: Sendable>(
    _ patience: Patience, interrupt: (@Sendable () -> Void)? = nil,
    _ call: @escaping @Sendable () -> Value
  ) -> Outcome<Value> {
    guard hasThread else { return .finished(call()) }
    let box = Box<Value>()
    let isTaken = shared.locked { shared in
      guard !shared.isStuck else { return false }
      shared.job = { box.value = call() }
      shared.isDone = false
      return true
    }
    guard isTaken else { return .stuck(.connectionStuck) }
    let shared = shared
    let number = patience.cancellation?.add { shared.locked { _ in } }
    defer { if let number { patience.cancellation?.remove(number) } }
    let fault = wait(patience, interrupt)
    guard let value = self.shared.locked({ $0.isStuck ? nil : box.value }) else {
      return .stuck(fault ?? .connectionStuck)
    }
    return fault.map { .stopped($0, value) } ?? .finished(value)
  }

  /// Waits until the call is done, and says why it was stopped where it was.
  private func wait(_ patience: Patience, _ interrupt: (@Sendable () -> Void)?) -> DatabaseFault? {
    let signal = shared.signal
    signal.lock()
    defer { signal.unlock() }
    while !shared.isDone {
      if let fault = patience.fault {
        waitForStop(interrupt)
        return fault
      }
      signal.wait(until: patience.deadline)
    }
    return nil
  }

  /// Asks the driver to stop until it does, or until the time for that is over. The lock is held.
  private func waitForStop(_ interrupt: (@Sendable () -> Void)?) {
    let end = Moment.after(seconds: grace)
    var next = Moment.now
    // What interrupts uses the statement, so it must be over before anybody releases that.
    while !shared.isDone || shared.isInterrupting {
      let now = Moment.now
      if now >= end {
        shared.isStuck = true
        return
      }
      if now >= next, !shared.isDone, !shared.isInterrupting, let interrupt {
        shared.isInterrupting = true
        let shared = shared
        let isStarted = DetachedThread.start {
          interrupt()
          shared.locked { $0.isInterrupting = false }
        }
        if !isStarted { shared.isInterrupting = false }
        next = Moment.after(seconds: DriverThread.interval)
      }
      shared.signal.wait(until: interrupt == nil ? end : min(end, next > now ? next : end))
    }
  }

  private final class Box<Value>: @unchecked Sendable {
    // Written by the thread before it says that it is done, and read only after that.
    var value: Value?
  }

  /// What the caller and the thread both see; guarded by its signal.
  private final class Shared: @unchecked Sendable {
    let signal = Signal()
    var job: (@Sendable () -> Void)?
    var isDone = true
    var isInterrupting = false
    var isStuck = false
    var isClosing = false

    /// Looks or changes something, and wakes who waits for it.
    func locked<Value>(_ body: (Shared) -> Value) -> Value {
      signal.lock()
      defer {
        signal.wakeAll()
        signal.unlock()
      }
      return body(self)
    }

    /// The work of the thread.
    func serve() {
      while true {
        signal.lock()
        while job == nil, !isClosing { signal.wait() }
        let next = job
        job = nil
        signal.unlock()
        guard let next else { return }
        next()
        locked { $0.isDone = true }
      }
    }
  }
}
