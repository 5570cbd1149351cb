/// What changes from one specification to another, by meaning.
package struct Comparison: Sendable {
  /// What the head is compared with, in words: `main (3f2a1c9)`, `3f2a1c9, where this branch left main`.
  package let base: String
  /// The worst first, then in the order of the names.
  package let changes: [Change]

  package init(base: String, changes: [Change]) {
    self.base = base
    self.changes = changes
  }

  package var isEmpty: Bool { changes.isEmpty }

  package func change(of metric: String) -> Change? {
    changes.first { $0.subject == Subject(.metric, metric) && $0.kind != .removed }
  }
}
