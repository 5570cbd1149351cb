import Dispatch
package import KPISource

extension Workers {
  /// One for each core.
  package static let all = Workers(count: Threads.available) { parts, part in
    DispatchQueue.concurrentPerform(iterations: parts, execute: part)
  }
}
