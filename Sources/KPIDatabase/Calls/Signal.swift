#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A lock with a condition that threads wait for; the caller keeps what it guards.
final class Signal: @unchecked Sendable {
  // The pointers never change, and what they point to is made for being shared.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    mutex.initialize(to: pthread_mutex_t())
    condition.initialize(to: pthread_cond_t())
    pthread_mutex_init(mutex, nil)
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    #if !canImport(Darwin)
      pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    #endif
    pthread_cond_init(condition, &attributes)
    pthread_condattr_destroy(&attributes)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  func lock() { pthread_mutex_lock(mutex) }
  func unlock() { pthread_mutex_unlock(mutex) }
  func wakeAll() { pthread_cond_broadcast(condition) }

  /// Gives the lock away until somebody wakes the waiting, or until a moment has come.
  func wait(until moment: Moment? = nil) {
    guard let moment else {
      pthread_cond_wait(condition, mutex)
      return
    }
    #if canImport(Darwin)
      let left = Moment(nanoseconds: max(0, moment.nanoseconds - Moment.now.nanoseconds))
      var time = left.time
      pthread_cond_timedwait_relative_np(condition, mutex, &time)
    #else
      var time = moment.time
      pthread_cond_timedwait(condition, mutex, &time)
    #endif
  }
}

/// Starts threads that nobody waits for.
enum DetachedThread {
  /// Whether there was a thread to be had.
  static func start(_ work: @escaping @Sendable () -> Void) -> Bool {
    let task = Unmanaged.passRetained(Task(work))
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    // As much as the main thread has: drivers are written in languages of every kind.
    pthread_attr_setstacksize(&attributes, 8 << 20)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    defer { pthread_attr_destroy(&attributes) }
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    guard pthread_create(&thread, &attributes, entry, task.toOpaque()) == 0 else {
      task.release()
      return false
    }
    return true
  }

  private final class Task: Sendable {
    let work: @Sendable () -> Void
    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }

  #if canImport(Darwin)
    private static let entry: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? =
      {
        Unmanaged<Task>.fromOpaque($0).takeRetainedValue().work()
        return nil
      }
  #else
    private static let entry:
      @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? =
        {
          guard let context = $0 else { return nil }
          Unmanaged<Task>.fromOpaque(context).takeRetainedValue().work()
          return nil
        }
  #endif
}
