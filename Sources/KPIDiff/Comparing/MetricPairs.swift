import KPIModel

/// Which metric of the head each metric of the base is: the one of its name, the one that says that it replaces it,
/// or else the only new one that means the same in the same unit.
struct MetricPairs {
  struct Pair {
    let base: MetricID
    let head: MetricID
    /// Whether a new name is declared by `replaces`; `nil` where the name is the same.
    let isDeclared: Bool?
  }

  private(set) var pairs: [Pair] = []
  private(set) var added: [MetricID] = []
  private(set) var removed: [MetricID] = []

  init(_ base: Meanings, _ head: Meanings) {
    let (old, new) = (base.side.specification, head.side.specification)
    let names = Dictionary(
      old.metricIDs.map { (old[$0].name, $0) }, uniquingKeysWith: { first, _ in first })
    var waiting = Set(old.metricIDs)
    for id in new.metricIDs {
      if let before = names[new[id].name] {
        pairs.append(Pair(base: before, head: id, isDeclared: nil))
        waiting.remove(before)
      } else {
        added.append(id)
      }
    }
    guard !waiting.isEmpty, !added.isEmpty else {
      removed = waiting.sorted()
      return
    }
    takeDeclared(names, &waiting, new)
    takeEqual(base, head, &waiting)
    removed = waiting.sorted()
  }

  private mutating func take(
    _ base: MetricID, _ head: MetricID, isDeclared: Bool, _ waiting: inout Set<MetricID>
  ) {
    pairs.append(Pair(base: base, head: head, isDeclared: isDeclared))
    waiting.remove(base)
    added.removeAll { $0 == head }
  }

  private mutating func takeDeclared(
    _ names: [String: MetricID], _ waiting: inout Set<MetricID>, _ head: Specification
  ) {
    for id in added {
      let replaced = head[id].history.replaces.compactMap { names[$0] }.filter(waiting.contains)
      if let before = replaced.first { take(before, id, isDeclared: true, &waiting) }
    }
  }

  private struct Content: Hashable {
    let exact: String
    let unit: String
  }

  private mutating func takeEqual(
    _ base: Meanings, _ head: Meanings, _ waiting: inout Set<MetricID>
  ) {
    func content(_ id: MetricID, _ side: Meanings) -> Content {
      Content(
        exact: side.metrics[id.index].exact,
        unit: QuantityText.name(of: side.side.specification[id].quantity))
    }
    let gone = Dictionary(grouping: waiting.sorted()) { content($0, base) }
    let new = Dictionary(grouping: added) { content($0, head) }
    for (same, olds) in gone.sorted(by: {
      ($0.value.first?.index ?? 0) < ($1.value.first?.index ?? 0)
    }) {
      guard let candidates = new[same] else { continue }
      for old in olds {
        let label = base.side.specification[old].label
        let alike = candidates.filter { head.side.specification[$0].label == label }
        if label != nil, alike.count == 1 {
          take(old, alike[0], isDeclared: false, &waiting)
        } else if olds.count == 1, candidates.count == 1 {
          take(old, candidates[0], isDeclared: false, &waiting)
        }
      }
    }
  }
}
