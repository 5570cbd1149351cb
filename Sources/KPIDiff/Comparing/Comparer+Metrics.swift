import KPIModel

/// Metrics and KPIs: first what they are, each after those that it uses, then all that is said of them.
extension Comparer {
  mutating func compareMetrics(_ meanings: (Meanings, Meanings), _ pairs: MetricPairs) {
    var words = renaming.words
    for (old, new) in base.metricNames { words[old] = new }
    let units = Set(changes.filter { $0.subject.kind == .unit }.map(\.subject))
    var old = MetricFacts(
      base, renamed(meanings.0), renaming: words, changedUnits: units)
    var new = MetricFacts(head, meanings.1, renaming: [:], changedUnits: units)
    let order = MetricOrder(head.specification).places
    var known: [MetricID: (before: Declared, after: Declared)] = [:]
    for pair in pairs.pairs.sorted(by: { order[$0.head.index] < order[$1.head.index] }) {
      let before = places.0.completed(old.declared(pair.base))
      let after = places.1.completed(new.declared(pair.head))
      known[pair.head] = (before, after)
      noteCause(before, after)
    }
    var reach = ReachComparison(base.specification, head.specification, hasDataChanges: changes)
    for pair in pairs.pairs.sorted(by: { $0.head < $1.head }) {
      guard let (before, after) = known[pair.head] else { continue }
      var parts = FactComparison(causes: causes).parts(before.facts, after.facts)
      let isDirect = parts.contains { $0.aspect == .formula && $0.path.isEmpty }
      parts += reach.lost(
        meanings.0.metrics[pair.base.index], meanings.1.metrics[pair.head.index],
        isDirect: isDirect, causes)
      let oldName = pair.isDeclared == nil ? nil : base.specification[pair.base].name
      if oldName != nil {
        // That it says whose place it takes is told by the new name.
        parts.removeAll { $0.aspect == .replaces && $0.detail == oldName }
      }
      compare(before, after, parts, from: oldName, isDeclared: pair.isDeclared ?? false)
    }
    for id in pairs.added { add(new.declared(id), .added) }
    for id in pairs.removed { remove(id, old.declared(id)) }
  }

  /// The formula and the unit decide whether values change, here and in what uses them.
  private mutating func noteCause(_ before: Declared, _ after: Declared) {
    let comparison = FactComparison(causes: causes)
    func own(_ declared: Declared) -> [Fact] {
      declared.facts.filter { $0.aspect == .formula || $0.aspect == .unit }
    }
    let parts = comparison.parts(own(before), own(after))
    guard !parts.isEmpty else { return }
    let edges = (own(before) + own(after)).reduce(into: Set<Subject>()) { $0.formUnion($1.edges) }
    if parts.contains(where: \.path.isEmpty) || !causes.note(after.subject, by: edges) {
      causes.note(after.subject)
    }
  }

  /// The base's meanings with the names that metrics have in the head.
  private func renamed(_ meanings: Meanings) -> Meanings {
    base.metricNames.isEmpty ? meanings : Meanings(base)
  }

  private mutating func remove(_ id: MetricID, _ declared: Declared) {
    let place = changes.count
    add(declared, .removed)
    let name = base.specification[id].name
    let heir = head.specification.metrics.first { $0.history.replaces.contains(name) }
    if let heir {
      changes[place].acknowledgement = .replaced(by: heir.name)
    } else if let deprecation = base.specification[id].history.deprecation,
      deprecation.since ?? .first <= day
    {
      changes[place].acknowledgement = .deprecated
    }
  }
}

/// The order of metrics in which each stands after those that it uses.
struct MetricOrder {
  /// The place of each metric.
  private(set) var places: [Int]
  private var next = 0

  init(_ specification: Specification) {
    places = Array(repeating: -1, count: specification.metrics.count)
    for id in specification.metricIDs { visit(id, specification) }
  }

  /// A formula with all that it uses is only so many steps deep, so this ends in time.
  private mutating func visit(_ id: MetricID, _ specification: Specification) {
    guard places[id.index] < 0 else { return }
    places[id.index] = 0
    for used in specification[id].formula.metrics { visit(used, specification) }
    places[id.index] = next
    next += 1
  }
}
