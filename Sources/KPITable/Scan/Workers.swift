#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs a closure on several threads, once on each, and waits for all of them; the caller's thread is one.
package enum Workers {
  package static func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    #if canImport(Darwin)
      var threads: [pthread_t?] = []
    #else
      var threads: [pthread_t] = []
    #endif
    for index in 1..<max(count, 1) {
      #if canImport(Darwin)
        var thread: pthread_t?
      #else
        var thread = pthread_t()
      #endif
      let task = Unmanaged.passRetained(Task { body(index) })
      var attributes = pthread_attr_t()
      pthread_attr_init(&attributes)
      pthread_attr_setstacksize(&attributes, 8 << 20)
      let status = pthread_create(&thread, &attributes, Workers.start, task.toOpaque())
      pthread_attr_destroy(&attributes)
      if status == 0 {
        threads.append(thread)
      } else {
        // No thread to be had: the work is done here instead.
        task.takeRetainedValue().work()
      }
    }
    body(0)
    for thread in threads {
      #if canImport(Darwin)
        if let thread { pthread_join(thread, nil) }
      #else
        pthread_join(thread, nil)
      #endif
    }
  }

  private final class Task {
    let work: () -> Void
    init(_ work: @escaping () -> Void) { self.work = work }
  }

  #if canImport(Darwin)
    private static let start: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? =
      {
        Unmanaged<Task>.fromOpaque($0).takeRetainedValue().work()
        return nil
      }
  #else
    private static let start:
      @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? =
        {
          guard let context = $0 else { return nil }
          Unmanaged<Task>.fromOpaque(context).takeRetainedValue().work()
          return nil
        }
  #endif
}
