import KPIModel
import KPISource
import KPISyntax

/// An objective as a check sees it.
struct LintedObjective {
  let id: ObjectiveID
  let objective: Objective
  let syntax: ObjectiveSyntax

  var name: String { objective.name }
  var nameRange: SourceRange { syntax.name?.range ?? objective.origin }
  /// Where its label stands, or else its name.
  var labelRange: SourceRange { syntax.label?.range ?? nameRange }

  /// Whether it is one of a period, with key results, rather than one of the lasting strategy.
  var isOKR: Bool { objective.period != nil || !objective.keyResults.isEmpty }

  /// The metrics that tell whether it is reached, each once.
  var metrics: [MetricID] { objective.metrics }

  /// What it is measured by, each with the place of the name.
  var measures: [(metric: MetricID, range: SourceRange)] {
    let ranges = syntax.attributes.flatMap { attribute -> [SourceRange] in
      if case .measured(let view) = attribute { view.names.map(\.range) } else { [] }
    }
    return zip(objective.measures, ranges).map { ($0, $1) }
  }

  var keyResults: [(result: Objective.KeyResult, syntax: KeyResultAttributeSyntax)] {
    let views = syntax.attributes.compactMap { attribute -> KeyResultAttributeSyntax? in
      if case .keyResult(let view) = attribute { view } else { nil }
    }
    return zip(objective.keyResults, views).map { ($0, $1) }
  }

  /// What it drives, each with the place of the name.
  var drives: [(drive: Objective.Drive, range: SourceRange)] {
    let ranges = syntax.attributes.flatMap { attribute -> [SourceRange] in
      if case .drives(let view) = attribute { view.names.map(\.range) } else { [] }
    }
    return zip(objective.drives, ranges).map { ($0, $1) }
  }
}

/// An initiative as a check sees it.
struct LintedInitiative {
  let initiative: Initiative
  let syntax: InitiativeSyntax

  var name: String { initiative.name }
  var nameRange: SourceRange { syntax.name?.range ?? initiative.origin }

  /// Where the day stands by which it is to be done.
  var dueRange: SourceRange {
    for case .due(let view) in syntax.attributes { return view.range }
    return nameRange
  }

  /// What it improves, each with the place of the name.
  var improves: [(metric: MetricID, range: SourceRange)] {
    let ranges = syntax.attributes.flatMap { attribute -> [SourceRange] in
      if case .improves(let view) = attribute { view.names.map(\.range) } else { [] }
    }
    return zip(initiative.improves, ranges).map { ($0, $1) }
  }

  /// Whether the work is done.
  var isDone: Bool { initiative.state == .done }

  /// Whether nobody works on it any more: it is done, or was given up.
  var isOver: Bool { initiative.isOver }
}

/// A scorecard as a check sees it.
struct LintedScorecard {
  let scorecard: Scorecard
  let syntax: ScorecardSyntax
  let members: [Member]

  var name: String { scorecard.name }
  var nameRange: SourceRange { syntax.name?.range ?? scorecard.origin }

  struct Member {
    let member: Scorecard.Member
    let syntax: MemberAttributeSyntax

    var name: String { syntax.name?.text ?? "" }
    var nameRange: SourceRange { syntax.name?.range ?? syntax.range }
    /// The metric or KPI that is included; `nil` for an objective.
    var metric: MetricID? {
      if case .metric(let metric) = member.subject { metric } else { nil }
    }
  }

  init(_ scorecard: Scorecard, _ syntax: ScorecardSyntax) {
    self.scorecard = scorecard
    self.syntax = syntax
    let views = syntax.attributes.compactMap { attribute -> MemberAttributeSyntax? in
      if case .member(let view) = attribute { view } else { nil }
    }
    members = zip(scorecard.members, views).map { Member(member: $0, syntax: $1) }
  }
}

extension LintContext {
  /// The objectives in the order of their declarations.
  var objectives: [LintedObjective] {
    specification.objectives.enumerated().compactMap { index, objective in
      guard case .objective(let syntax)? = declarations[.objective, objective.name] else {
        return nil
      }
      return LintedObjective(id: ObjectiveID(index), objective: objective, syntax: syntax)
    }
  }

  var initiatives: [LintedInitiative] { specification.initiatives.compactMap(linted) }

  var scorecards: [LintedScorecard] {
    specification.scorecards.compactMap { scorecard in
      guard case .scorecard(let syntax)? = declarations[.scorecard, scorecard.name] else {
        return nil
      }
      return LintedScorecard(scorecard, syntax)
    }
  }

  private func linted(_ initiative: Initiative) -> LintedInitiative? {
    guard case .initiative(let syntax)? = declarations[.initiative, initiative.name] else {
      return nil
    }
    return LintedInitiative(initiative: initiative, syntax: syntax)
  }

  /// The initiatives under way that improve a metric, itself or something that it is computed from.
  func initiativesUnderWay(for metric: MetricID) -> [LintedInitiative] {
    let places = Set(computedFrom([metric]).flatMap { usage.initiatives[$0.index] })
    return places.sorted().compactMap { linted(specification.initiatives[$0]) }
      .filter { !$0.isOver }
  }

  /// Metrics with all that their formulas use, directly or through others.
  func computedFrom(_ metrics: [MetricID]) -> Set<MetricID> {
    var found = Set(metrics)
    var waiting = metrics
    while let metric = waiting.popLast() {
      for used in specification[metric].formula.metrics where found.insert(used).inserted {
        waiting.append(used)
      }
    }
    return found
  }
}
