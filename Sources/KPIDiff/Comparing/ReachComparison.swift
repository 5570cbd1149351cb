import KPIModel
import KPIPlan

/// Finds what metrics can no longer be broken down by.
struct ReachComparison {
  private var base: Reach
  private var head: Reach
  /// Whether any table or dimension says something else, so that all metrics are looked at.
  private let hasDataChanges: Bool

  init(_ base: Specification, _ head: Specification, hasDataChanges changes: [Change]) {
    self.base = Reach(base)
    self.head = Reach(head)
    hasDataChanges = changes.contains { change in
      change.subject.kind == .table || change.subject.kind == .column
        || change.subject.kind == .dimension
    }
  }

  mutating func lost(
    _ before: Meaning, _ after: Meaning, isDirect: Bool, _ causes: Causes
  ) -> [Part] {
    guard hasDataChanges || isDirect, let old = before.formula, let new = after.formula,
      hasDataChanges || old.tables.count != new.tables.count || before.exact != after.exact,
      let names = base.breakdowns(of: old)
    else { return [] }
    let lost = names.subtracting(head.breakdowns(of: new) ?? names)
    return lost.sorted().map { name in
      let subject = Subject(name.contains(".") ? .column : .dimension, name)
      let path: [Subject]
      if causes.isChanged(subject) {
        path = causes.path(from: [subject]) ?? [subject]
      } else if isDirect {
        path = []
      } else {
        path = causes.path(from: before.edges.union(before.grounds)) ?? []
      }
      return Part(
        aspect: .breakdown, detail: nil, category: .breaking, before: name, after: nil, path: path)
    }
  }
}
