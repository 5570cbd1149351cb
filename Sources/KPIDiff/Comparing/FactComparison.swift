/// Holds what two declarations say against each other.
struct FactComparison {
  /// Whether rows that break their table's declaration fail the question, so that letting in more leaves every number.
  var failsOnBadRows = true
  let causes: Causes

  func parts(_ base: [Fact], _ head: [Fact]) -> [Part] {
    var old = Dictionary(base.map { ($0.key, $0) }) { first, _ in first }
    var parts: [Part] = []
    for fact in head {
      if let before = old.removeValue(forKey: fact.key) {
        if let part = part(before, fact) { parts.append(part) }
      } else {
        parts.append(
          Part(
            aspect: fact.aspect, detail: fact.detail, category: fact.aspect.whenAdded, before: nil,
            after: fact.shown(false), path: []))
      }
    }
    for fact in base where old[fact.key] != nil {
      parts.append(
        Part(
          aspect: fact.aspect, detail: fact.detail, category: fact.aspect.whenRemoved,
          before: fact.shown(false), after: nil, path: []))
    }
    return weighed(parts)
  }

  /// What a metric is judged by when it becomes a KPI is new, and not moved; what it was judged by goes with the KPI.
  private func weighed(_ parts: [Part]) -> [Part] {
    guard let accountability = parts.first(where: { $0.aspect == .accountability }) else {
      return parts
    }
    return parts.map { part in
      guard part.category == .goalpost, (part.before == nil) == (accountability.before == nil)
      else { return part }
      var part = part
      part.category = accountability.category
      return part
    }
  }

  private func part(_ before: Fact, _ after: Fact) -> Part? {
    let differs = before.exact != after.exact
    guard differs || after.grounds.contains(where: causes.isChanged) else { return nil }
    var path: [Subject] = []
    if !differs || before.written != nil && before.written == after.written {
      let edges = before.edges.union(after.edges)
      path = causes.path(from: edges) ?? causes.path(from: after.grounds) ?? []
    }
    var texts = (before.shown(false), after.shown(false))
    if differs, texts.0 == texts.1 { texts = (before.shown(true), after.shown(true)) }
    var part = Part(
      aspect: after.aspect, detail: after.detail, category: category(before, after),
      before: texts.0, after: texts.1, path: path)
    if differs { part.measures = measures(before, after) }
    return part
  }

  /// The measures that only one of two formulas has, where both have other ones too.
  private func measures(_ before: Fact, _ after: Fact) -> (before: [String], after: [String])? {
    let (old, new) = (before.measures(), after.measures())
    let (gone, added) = (old.filter { !new.contains($0) }, new.filter { !old.contains($0) })
    guard gone.count + added.count > 0, gone.count < old.count || added.count < new.count else {
      return nil
    }
    return (gone, added)
  }

  private func category(_ before: Fact, _ after: Fact) -> Category {
    guard failsOnBadRows, let old = before.admission, let new = after.admission,
      new.includes(old)
    else { return after.aspect.whenChanged }
    return .additive
  }
}
