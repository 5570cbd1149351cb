import KPIModel
import KPIPlan
import KPIScorecard

/// What metrics and KPIs say.
struct MetricFacts {
  private let side: Side
  private let specification: Specification
  private(set) var meanings: Meanings
  /// Names on this side, and those that they are compared by.
  private let words: [String: String]
  /// Declared units that change: where a formula names one, its numbers change with it.
  private let changedUnits: Set<Subject>

  init(
    _ side: Side, _ meanings: Meanings, renaming words: [String: String],
    changedUnits: Set<Subject>
  ) {
    self.side = side
    specification = side.specification
    self.meanings = meanings
    self.words = words
    self.changedUnits = changedUnits
  }

  mutating func declared(_ id: MetricID) -> Declared {
    let metric = specification[id]
    var facts = [formula(id), unit(id)]
    if metric.isKPI { facts.append(Fact(.accountability, "KPI")) }
    if let accountability = metric.accountability {
      facts += judging(id, accountability)
    }
    facts += guards(metric)
    facts += words(metric)
    var result = Declared(
      side.subject(of: id), label: metric.label, place: metric.origin, facts)
    result.isKPI = metric.isKPI
    return result
  }

  // MARK: What it is

  private func formula(_ id: MetricID) -> Fact {
    let metric = specification[id]
    let meaning = meanings.metrics[id.index]
    let text = meanings.shownText
    var fact = Fact(.formula, nil, exact: meaning.exact) { _ in
      meaning.formula.map(text.text) ?? side.written(metric.formulaRange)
    }
    fact.written = written(metric)
    fact.measures = { meaning.formula?.leaves.map(text.text) ?? [] }
    fact.grounds = meaning.grounds
    fact.edges = meaning.edges
    // What it is judged by decides which rows make up its periods.
    var periods = Grounds(specification)
    periods.add(metric.accountability?.cadence)
    fact.grounds.formUnion(periods.subjects)
    fact.edges.formUnion(periods.subjects)
    if !changedUnits.isEmpty {
      let names = Set(side.written(metric.formulaRange).split { !$0.isLetter && $0 != "_" })
      fact.edges.formUnion(changedUnits.filter { names.contains(Substring($0.name)) })
    }
    return fact
  }

  private func unit(_ id: MetricID) -> Fact {
    let metric = specification[id]
    var fact = Fact(.unit, QuantityText.name(of: metric.quantity))
    fact.written = written(metric)
    fact.edges = meanings.metrics[id.index].edges
      .union(QuantityText.declared(in: metric.quantity))
    return fact
  }

  private func written(_ metric: Metric) -> String {
    WrittenText.renamed(side.written(metric.formulaRange), words)
  }

  // MARK: What is expected of it

  private mutating func judging(_ id: MetricID, _ accountability: Accountability) -> [Fact] {
    let metric = specification[id]
    var facts: [Fact] = []
    if let targets = accountability.targets {
      var reader = TargetFacts(
        side: side, quantity: metric.quantity, kpi: side.subject(of: id), meanings: meanings)
      facts = reader.facts(of: targets).map { fact in
        var fact = fact
        fact.written = fact.written.map { WrittenText.renamed($0, words) }
        return fact
      }
      meanings = reader.meanings
    }
    facts += Fact.optional(.every, accountability.cadence?.spoken)
    if let sample = accountability.duties.sample {
      let (side, size) = (side, meanings.meaning(of: sample.size))
      var fact = Fact(.sample, nil, exact: "\(size.exact) at least \(sample.minimum.text)") { _ in
        side.written(sample.origin).dropping("sample ")
      }
      fact.written = WrittenText.renamed(side.written(sample.origin), words)
      fact.grounds = size.grounds
      fact.edges = size.edges
      facts.append(fact)
    }
    return facts
  }

  private mutating func guards(_ metric: Metric) -> [Fact] {
    let side = side
    var facts: [Fact] = []
    if let range = metric.guards.range {
      let exact = [range.lower, range.upper].map { $0?.text ?? "" }.joined(separator: "..")
      facts.append(
        Fact(.range, nil, exact: exact) { isExact in
          guard !isExact else { return side.written(range.origin).dropping("in ") }
          return [range.lower, range.upper].map { end in
            end.map { ValueText.short($0, metric.quantity) } ?? ""
          }.joined(separator: "..")
        })
    }
    for (index, invariant) in metric.guards.invariants.enumerated() {
      let meaning = meanings.meaning(of: invariant.condition)
      var fact = Fact(.ensures, index == 0 ? nil : "\(index + 1)", exact: meaning.exact) { _ in
        side.written(invariant.origin)
      }
      fact.written = WrittenText.renamed(side.written(invariant.origin), words)
      fact.edges = meaning.edges
      facts.append(fact)
    }
    return facts
  }

  // MARK: Words, people and plans

  private func words(_ metric: Metric) -> [Fact] {
    var facts = PeopleFacts.labels(metric.translations)
    facts += Fact.optional(.documentation, metric.documentation)
    facts += metric.history.replaces.map { Fact(.replaces, $0, $0) }
    if let deprecation = metric.history.deprecation {
      let use = deprecation.replacement.map { " use \(side.name(of: $0))" } ?? ""
      facts.append(
        Fact(.deprecated, (deprecation.since.map { "since \($0.text)" } ?? "") + use))
    }
    guard let accountability = metric.accountability else { return facts }
    facts += Fact.optional(.owner, accountability.owner.map { specification.name(of: $0) })
    facts += Fact.optional(
      .department, accountability.department.map { specification.name(of: $0) })
    facts += Fact.optional(.asks, accountability.question)
    if let review = accountability.review {
      facts.append(
        Fact(
          .review, "every \(review.every.spoken)" + (review.last.map { ", last \($0.text)" } ?? ""))
      )
    }
    return facts + duties(accountability.duties, metric.quantity)
  }

  private func duties(_ duties: Duties, _ quantity: Quantity) -> [Fact] {
    var facts = duties.benchmarks.map { benchmark in
      Fact(.benchmark, benchmark.source, exact: benchmark.value.text) { _ in
        ValueText.short(benchmark.value, quantity)
      }
    }
    facts += duties.actions.enumerated().map { index, action in
      Fact(.when, "\(action.status)" + (index == 0 ? "" : " \(index + 1)"), action.text)
    }
    if !duties.balancedBy.isEmpty {
      facts.append(Fact(.balancedBy, side.names(of: duties.balancedBy)))
    }
    let assumed = duties.assumes.map { specification.assumptions[$0.index].name }
    if !assumed.isEmpty { facts.append(Fact(.assumes, assumed.joined(separator: ", "))) }
    facts += Fact.optional(.nature, duties.nature?.rawValue)
    facts += Fact.optional(.expires, duties.expires?.text)
    return facts
  }
}

extension String {
  /// The text without a word that it begins with.
  fileprivate func dropping(_ word: String) -> String {
    hasPrefix(word) ? String(dropFirst(word.count)) : self
  }
}
