extension Comparison {
  /// The metrics whose values are worth comparing: by their names in the base and in the head, and whether what is
  /// expected of them moves.
  package var metricsInNumbers: [(before: String?, after: String?, isGoalpost: Bool)] {
    changes.compactMap { change in
      guard change.subject.kind == .metric else { return nil }
      switch change.kind {
      case .added: return nil
      case .removed: return change.isKPI ? (change.subject.name, nil, false) : nil
      case .changed, .renamed:
        let isGoalpost = change.parts.contains {
          $0.category == .goalpost || $0.aspect == .accountability
        }
        let hasNumbers = change.parts.contains {
          $0.category == .valueChanging || $0.category == .breaking && $0.aspect == .unit
        }
        guard isGoalpost || hasNumbers else { return nil }
        var old = change.subject.name
        if case .renamed(let name, _) = change.kind { old = name }
        return (old, change.subject.name, isGoalpost)
      }
    }
  }
}
