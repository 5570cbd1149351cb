import KPIDiagnostics
import KPISource

/// The order in which metrics can be resolved: each after those that it uses, so that those of one wave know nothing of
/// one another.
///
/// The walk keeps its own stack, so a chain of any length does no harm.
struct DependencyOrder {
  /// The metrics outside any circle, each in a later wave than those it uses.
  private(set) var waves: [[Int]] = []
  /// The metrics that use themselves, each circle from its first metric in the order of names.
  private(set) var circles: [[Int]] = []

  private enum State { case new, open, done }

  init(_ uses: [[Int]]) {
    var states = [State](repeating: .new, count: uses.count)
    var isInCircle = [Bool](repeating: false, count: uses.count)
    var order: [Int] = []
    for root in uses.indices where states[root] == .new {
      var path: [(metric: Int, next: Int)] = [(root, 0)]
      states[root] = .open
      while let (metric, next) = path.last {
        guard next < uses[metric].count else {
          states[metric] = .done
          order.append(metric)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let used = uses[metric][next]
        switch states[used] {
        case .new:
          states[used] = .open
          path.append((used, 0))
        case .open:
          let start = path.firstIndex { $0.metric == used } ?? 0
          let circle = path[start...].map(\.metric)
          if !circle.contains(where: { isInCircle[$0] }) { circles.append(circle) }
          for member in circle { isInCircle[member] = true }
        case .done: break
        }
      }
    }
    var depths = [Int](repeating: 0, count: uses.count)
    for metric in order where !isInCircle[metric] {
      // What is part of a circle is not resolved, so nothing waits for it.
      let depth = uses[metric].lazy.filter { !isInCircle[$0] }.map { depths[$0] + 1 }.max() ?? 0
      depths[metric] = depth
      if depth == waves.count { waves.append([]) }
      waves[depth].append(metric)
    }
  }
}
