package import KPIModel

extension Comparison {
  /// Compares two specifications without errors. What is deprecated since before a day may go.
  package static func of(
    _ base: Side, _ head: Side, titled title: String, asOf day: Day
  ) -> Comparison {
    var comparer = Comparer(base, head, asOf: day)
    comparer.compare()
    return Comparison(base: title, changes: comparer.settled)
  }
}

/// Works out the changes: of the data first, since metrics rest on it, and of each metric after those that it uses.
struct Comparer {
  let day: Day
  let renaming: DataRenaming
  var base: Side
  let head: Side
  var changes: [Change] = []
  var causes = Causes()
  /// Where everything is declared in the base and in the head.
  let places: (DeclarationPlaces, DeclarationPlaces)
  /// The revision that each thing of the head was raised to.
  var raised: [Subject: Change.Revision] = [:]

  init(_ base: Side, _ head: Side, asOf day: Day) {
    self.day = day
    self.head = head
    renaming = DataRenaming(from: base.specification, to: head.specification)
    self.base = Side(renaming.specification, base.sources)
    places = (DeclarationPlaces(self.base), DeclarationPlaces(head))
  }

  mutating func compare() {
    let meanings = (Meanings(base), Meanings(head))
    let pairs = MetricPairs(meanings.0, meanings.1)
    for pair in pairs.pairs where pair.isDeclared != nil {
      base.metricNames[base.specification[pair.base].name] = head.specification[pair.head].name
    }
    compareData(restedOn: Set((meanings.0.metrics + meanings.1.metrics).flatMap(\.grounds)))
    compareMetrics(meanings, pairs)
    compareDeclared(
      PeopleFacts.declared(base) + StrategyFacts(base).declared + places.0.written,
      PeopleFacts.declared(head) + StrategyFacts(head).declared + places.1.written)
  }

  /// The changes with what acknowledges them, in their order.
  var settled: [Change] {
    Acknowledging(changes, raised: raised).changes.sorted { left, right in
      if left.category != right.category { return left.category < right.category }
      if left.isDirect != right.isDirect { return left.isDirect }
      if left.isKPI != right.isKPI { return left.isKPI }
      return left.subject < right.subject
    }
  }

  // MARK: Data and company

  private mutating func compareData(restedOn grounds: Set<Subject>) {
    let (old, new) = (
      DataFacts(base.specification).declared, DataFacts(head.specification).declared
    )
    let skipping = Set(
      (base.specification.tables + head.specification.tables).filter { $0.badRows == .skip }
        .map(\.name))
    let known = (Set(old.map(\.subject)), Set(new.map(\.subject)))
    func isOfOneSide(_ declared: Declared) -> Bool {
      guard declared.subject.kind == .column, let table = declared.table else { return false }
      let subject = Subject(.table, table)
      return !known.0.contains(subject) || !known.1.contains(subject)
    }
    compareDeclared(
      old.filter { !isOfOneSide($0) }, new.filter { !isOfOneSide($0) }, skipping: skipping)
    compareDeclared([CompanyFacts.declared(base)], [CompanyFacts.declared(head)])
    for index in changes.indices {
      changes[index].parts = changes[index].parts.map { weighed($0, grounds) }
      noteCause(changes[index])
    }
    for table in head.specification.tableIDs {
      for column in head.specification[table].columns {
        guard case .number(let quantity, _) = column.type else { continue }
        _ = causes.note(
          head.specification.subject(of: column, in: table),
          by: QuantityText.declared(in: quantity))
      }
    }
  }

  /// Working days that nothing is computed from only say how far a running period is.
  private func weighed(_ part: Part, _ grounds: Set<Subject>) -> Part {
    guard part.aspect == .workdays || part.aspect == .holidays,
      let setting = CompanyFacts.setting(part.aspect), !grounds.contains(.setting(setting))
    else { return part }
    return Part(
      aspect: part.aspect, detail: part.detail, category: .goalpost, before: part.before,
      after: part.after, path: part.path)
  }

  private mutating func noteCause(_ change: Change) {
    for part in change.parts where part.category.needsAcknowledgement {
      if change.subject == .company {
        if let setting = CompanyFacts.setting(part.aspect) { causes.note(.setting(setting)) }
      } else if part.aspect != .name || change.kind == .removed {
        causes.note(change.subject)
      }
    }
  }

  // MARK: Declarations

  /// Compares declarations of the same names.
  private mutating func compareDeclared(
    _ old: [Declared], _ new: [Declared], skipping: Set<String> = []
  ) {
    let (old, new) = (places.0.completed(old), places.1.completed(new))
    var waiting = Dictionary(old.map { ($0.subject, $0) }) { first, _ in first }
    for declared in new {
      guard let before = waiting.removeValue(forKey: declared.subject) else {
        add(declared, .added)
        continue
      }
      var comparison = FactComparison(causes: causes)
      comparison.failsOnBadRows = declared.table.map { !skipping.contains($0) } ?? true
      var parts = comparison.parts(before.facts, declared.facts)
      if parts.isEmpty { parts = wording(of: declared.subject) }
      compare(before, declared, parts, from: renaming.oldNames[declared.subject], isDeclared: false)
    }
    for declared in old where waiting[declared.subject] != nil { add(declared, .removed) }
  }

  /// What else is said of something, where nothing that has a meaning here changes.
  private func wording(of subject: Subject) -> [Part] {
    // All that tables, columns, dimensions, units and metrics say has been compared.
    let kinds: [Subject.Kind] = [
      .company, .owner, .department, .perspective, .objective, .initiative, .assumption,
      .scorecard,
    ]
    guard kinds.contains(subject.kind), let old = places.0.lines(of: subject),
      let new = places.1.lines(of: subject), old != new
    else { return [] }
    return [
      Part(
        aspect: .wording, detail: nil, category: .metadata,
        before: old.filter { !new.contains($0) }.joined(separator: "; "),
        after: new.filter { !old.contains($0) }.joined(separator: "; "), path: [])
    ]
  }

  /// Notes what changes of something that is on both sides.
  mutating func compare(
    _ before: Declared, _ after: Declared, _ parts: [Part], from oldName: String?,
    isDeclared: Bool
  ) {
    let number = before.revision?.number ?? 0
    if let revision = after.revision, revision.number > number { raised[after.subject] = revision }
    var parts = parts
    if let oldName {
      parts.append(
        Part(
          aspect: .name, detail: nil, category: isDeclared ? .additive : .breaking,
          before: oldName, after: after.subject.name, path: []))
    }
    // A raised revision speaks for a change; its reason alone is none.
    if raised[after.subject] != nil { parts.removeAll { $0.aspect == .revision } }
    guard !parts.isEmpty || raised[after.subject] != nil else { return }
    append(
      after, oldName.map { .renamed(from: $0, isDeclared: isDeclared) } ?? .changed, parts)
    changes[changes.count - 1].nextRevision = number + 1
  }

  mutating func add(_ declared: Declared, _ kind: Change.Kind) {
    let isNew = kind == .added
    let category = isNew ? declared.whenAdded : declared.whenRemoved
    append(
      declared, kind,
      [
        Part(
          aspect: .name, detail: nil, category: category,
          before: isNew ? nil : declared.subject.name, after: isNew ? declared.subject.name : nil,
          path: [])
      ])
  }

  mutating func append(_ declared: Declared, _ kind: Change.Kind, _ parts: [Part]) {
    var change = Change(
      subject: declared.subject, label: declared.label, isKPI: declared.isKPI, kind: kind,
      parts: parts.enumerated().sorted {
        ($0.element.category, $0.offset) < ($1.element.category, $1.offset)
      }.map(\.element), place: kind == .removed ? nil : declared.place)
    change.revision = raised[declared.subject]
    changes.append(change)
  }
}
