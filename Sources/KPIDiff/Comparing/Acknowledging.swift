/// Finds what acknowledges each change: the revision of what changes, or of what makes it change.
struct Acknowledging {
  private(set) var changes: [Change]

  init(_ changes: [Change], raised: [Subject: Change.Revision]) {
    self.changes = changes
    for (index, change) in changes.enumerated() where change.acknowledgement == nil {
      if let subject = Acknowledging.speaker(for: change, raised), let revision = raised[subject] {
        self.changes[index].acknowledgement = .revision(revision, of: subject)
      }
    }
    acknowledgeEffects()
  }

  /// Whose revision speaks for a change: its own; a column's table; for what is gone and can say nothing, the company.
  private static func speaker(
    for change: Change, _ raised: [Subject: Change.Revision]
  ) -> Subject? {
    if raised[change.subject] != nil { return change.subject }
    switch change.subject.kind {
    case .column:
      let table = change.subject.name.split(separator: ".").first.map(String.init) ?? ""
      return raised[Subject(.table, table)] == nil ? nil : Subject(.table, table)
    case .table, .dimension, .unit, .source: return change.kind == .removed ? .company : nil
    default: return nil
    }
  }

  /// What only follows another change is acknowledged with it.
  private mutating func acknowledgeEffects() {
    let own = Dictionary(
      changes.map { ($0.subject, $0.acknowledgement) }, uniquingKeysWith: { first, _ in first })
    for (index, change) in changes.enumerated()
    where change.acknowledgement == nil && change.grave.isEmpty {
      let sources = change.parts.filter { $0.category.needsAcknowledgement }
        .compactMap(\.path.last).map { $0.kind == .setting ? Subject.company : $0 }
      guard let first = sources.first, sources.allSatisfy({ (own[$0] ?? nil) != nil }) else {
        continue
      }
      changes[index].acknowledgement = own[first] ?? nil
    }
  }
}
