#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A point in time by a clock that nobody sets, in nanoseconds.
struct Moment: Sendable, Comparable {
  var nanoseconds: Int

  static var now: Moment {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Moment(nanoseconds: Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec))
  }

  /// The moment so many seconds from now; far off where the number is not one to wait for.
  static func after(seconds: Double) -> Moment {
    let limit = 1e9
    let bounded = seconds > 0 ? min(seconds, limit) : 0
    return Moment(nanoseconds: now.nanoseconds + Int(bounded * 1e9))
  }

  static func < (left: Moment, right: Moment) -> Bool { left.nanoseconds < right.nanoseconds }

  var time: timespec {
    timespec(tv_sec: nanoseconds / 1_000_000_000, tv_nsec: nanoseconds % 1_000_000_000)
  }
}

/// When a question must be answered, and who may withdraw it.
struct Patience: Sendable {
  /// The seconds that were allowed, for the message.
  let seconds: Double
  let deadline: Moment?
  let cancellation: Cancellation?

  init(seconds: Double? = nil, cancellation: Cancellation? = nil) {
    self.seconds = seconds ?? 0
    deadline = seconds.map { Moment.after(seconds: $0) }
    self.cancellation = cancellation
  }

  var fault: DatabaseFault? {
    if cancellation?.isCancelled == true { return .cancelled }
    if let deadline, Moment.now >= deadline { return .timeLimit(seconds: seconds) }
    return nil
  }
}
