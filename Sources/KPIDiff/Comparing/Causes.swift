/// Why what was not touched changes: from each metric the shortest way to something that was.
struct Causes {
  private struct Step {
    /// What it rests on that changes; `nil` for a change of its own.
    let next: Subject?
    let distance: Int
  }

  private var steps: [Subject: Step] = [:]

  /// Notes a change of something's own.
  mutating func note(_ subject: Subject) {
    steps[subject] = Step(next: nil, distance: 0)
  }

  /// Notes that a subject changes because of the nearest of some that do; `false` where none of them does.
  mutating func note(_ subject: Subject, by edges: Set<Subject>) -> Bool {
    if let own = steps[subject], own.distance == 0 { return true }
    guard let next = nearest(of: edges, except: subject), let step = steps[next] else {
      return false
    }
    steps[subject] = Step(next: next, distance: step.distance + 1)
    return true
  }

  func isChanged(_ subject: Subject) -> Bool { steps[subject] != nil }

  /// The way from some subjects to the nearest change, the first step being one of them; `nil` where there is none.
  func path(from edges: Set<Subject>) -> [Subject]? {
    guard var subject = nearest(of: edges, except: nil) else { return nil }
    var path = [subject]
    while let next = steps[subject]?.next {
      path.append(next)
      subject = next
    }
    return path
  }

  private func nearest(of edges: Set<Subject>, except own: Subject?) -> Subject? {
    var best: (subject: Subject, distance: Int)?
    for edge in edges where edge != own {
      guard let distance = steps[edge]?.distance else { continue }
      if best.map({ (distance, edge) < ($0.distance, $0.subject) }) ?? true {
        best = (edge, distance)
      }
    }
    return best?.subject
  }
}
