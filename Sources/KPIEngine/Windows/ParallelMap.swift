import KPITable
import Synchronization

extension Workers {
  /// The results of a closure for each element, in their order, computed by several threads.
  static func map<Element: Sendable, Result>(
    _ elements: [Element], threads: Int, _ transform: (Element) -> Result
  ) -> [Result] {
    guard threads > 1, elements.count > 1 else { return elements.map(transform) }
    return withoutActuallyEscaping(transform) { transform in
      let shared = Shared(elements, transform)
      Workers.run(min(threads, elements.count)) { _ in shared.work() }
      return shared.results
    }
  }

  /// The elements that the threads take one by one.
  private final class Shared<Element: Sendable, Result>: @unchecked Sendable {
    private let elements: [Element]
    private let transform: (Element) -> Result
    private let next = Atomic(0)
    private let made = Mutex<[Int: Slot]>([:])

    private struct Slot: @unchecked Sendable { let result: Result }

    init(_ elements: [Element], _ transform: @escaping (Element) -> Result) {
      self.elements = elements
      self.transform = transform
    }

    func work() {
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < elements.count else { return }
        let slot = Slot(result: transform(elements[index]))
        made.withLock { $0[index] = slot }
      }
    }

    var results: [Result] {
      made.withLock { made in elements.indices.compactMap { made[$0]?.result } }
    }
  }
}
