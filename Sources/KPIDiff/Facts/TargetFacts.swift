import KPIModel

/// What is expected of a KPI: targets, threshold, stretch, each with the days on which it is in force.
struct TargetFacts {
  let side: Side
  let quantity: Quantity
  /// The KPI itself, whose own past some targets are measured from.
  let kpi: Subject
  var meanings: Meanings

  mutating func facts(of targets: Targets) -> [Fact] {
    var facts: [Fact] = []
    let words = TargetWords(side: side, quantity: quantity)
    for target in targets.all {
      if !target.goals.isEmpty {
        facts.append(fact(.target, target.name, target.goals, words.words))
      }
      for segments in target.segments {
        for group in segments.groups {
          let detail = [target.name, "\(segments.name) \(group.value.text)"]
            .compactMap { $0 }.joined(separator: " ")
          facts.append(fact(.target, detail, group.goals, words.words))
        }
      }
    }
    if !targets.others.isEmpty {
      facts.append(Fact(.judgedBy, targets.judging.name ?? "the target without a name"))
    }
    if !targets.threshold.isEmpty {
      facts.append(fact(.threshold, nil, targets.threshold, words.words))
    }
    if !targets.stretch.isEmpty { facts.append(fact(.stretch, nil, targets.stretch, words.words)) }
    return facts
  }

  private mutating func fact<Value>(
    _ aspect: Aspect, _ detail: String?, _ values: [Effective<Value>],
    _ words: @escaping (Value, _ isExact: Bool) -> TargetWords.Words
  ) -> Fact {
    var (exact, written): ([String], [String]) = ([], [])
    var (grounds, edges): (Set<Subject>, Set<Subject>) = ([], [])
    for effective in values {
      let parts = words(effective.value, true)
      var texts: [String] = []
      for value in parts.values {
        texts.append(add(value, &grounds, &edges))
        written.append(side.written(value.origin))
      }
      exact.append(
        parts.direction + texts.joined(separator: " and ") + TargetWords.dates(effective))
    }
    if values.contains(where: { $0.from != nil }) { edges.insert(.setting(.fiscalYear)) }
    var fact = Fact(aspect, detail, exact: exact.joined(separator: ", ")) { isExact in
      values.map { words($0.value, isExact).text + TargetWords.dates($0) }.joined(separator: ", ")
    }
    fact.written = written.joined(separator: " ")
    fact.grounds = grounds
    fact.edges = edges
    return fact
  }

  /// Works a value out to the text of what it means.
  private mutating func add(
    _ value: TargetValue, _ grounds: inout Set<Subject>, _ edges: inout Set<Subject>
  ) -> String {
    let meaning = meanings.meaning(of: value.formula)
    grounds.formUnion(meaning.grounds)
    edges.formUnion(meaning.edges)
    guard let phasing = value.phasing else { return meaning.exact }
    var cut = Grounds(side.specification)
    cut.add(phasing.whole)
    grounds.formUnion(cut.subjects)
    edges.formUnion(cut.subjects)
    let shape: String
    switch phasing.shape {
    case .even: shape = "evenly"
    case .weights(let weights): shape = weights.map(\.text).joined(separator: " ")
    case .likePrevious(let span):
      shape = "like \(span.text)"
      edges.insert(kpi)
    }
    return "\(meaning.exact) phased over \(phasing.whole.name) \(shape)"
  }
}
