import KPIModel

/// What perspectives, objectives, initiatives, assumptions and scorecards say.
struct StrategyFacts {
  private let side: Side
  private let specification: Specification

  init(_ side: Side) {
    self.side = side
    specification = side.specification
  }

  var declared: [Declared] {
    perspectives + specification.objectives.map(objective)
      + specification.initiatives.map(initiative) + specification.assumptions.map(assumption)
      + specification.scorecards.map(scorecard)
  }

  private func declared(
    _ subject: Subject, label: String?, removed: Category = .metadata, _ facts: [Fact]
  ) -> Declared {
    var result = Declared(subject, label: label, facts)
    if removed == .metadata { result.whenAdded = .metadata }
    result.whenRemoved = removed
    return result
  }

  private var perspectives: [Declared] {
    specification.perspectives.filter { $0.origin != nil }.map { perspective in
      declared(
        Subject(.perspective, perspective.name), label: perspective.label,
        Fact.optional(.asks, perspective.question) + PeopleFacts.labels(perspective.translations))
    }
  }

  private func objective(_ objective: Objective) -> Declared {
    let calendar = specification.company.calendar
    let perspective = objective.perspective.map { specification.perspectives[$0.index].label }
    var facts = Fact.optional(.perspective, perspective)
    facts += people(objective.owner, objective.department)
    if !objective.measures.isEmpty {
      facts.append(Fact(.measures, side.names(of: objective.measures)))
    }
    facts += objective.drives.map { drive in
      let words = [
        drive.lag.map { "after \($0.text)" }, drive.reason.map { "because \"\($0)\"" },
      ]
      return Fact(
        .drives, specification.objectives[drive.objective.index].name,
        words.compactMap { $0 }.joined(separator: " "))
    }
    facts += Fact.optional(.period, objective.period.map { calendar.text(of: $0) })
    facts += objective.keyResults.map { result in
      let quantity = specification[result.metric].quantity
      let words = [
        "from " + quantity.text(of: result.baseline), "to " + quantity.text(of: result.goal),
        result.commitment?.rawValue,
      ]
      return Fact(
        .keyResult, side.name(of: result.metric), words.compactMap { $0 }.joined(separator: " "))
    }
    facts += assumed(objective.assumes) + PeopleFacts.labels(objective.translations)
    return declared(
      Subject(.objective, objective.name), label: objective.label,
      removed: objective.keyResults.isEmpty ? .metadata : .goalpost, facts)
  }

  private func initiative(_ initiative: Initiative) -> Declared {
    var facts = people(initiative.owner, initiative.department)
    if !initiative.improves.isEmpty {
      facts.append(Fact(.improves, side.names(of: initiative.improves)))
    }
    facts +=
      Fact.optional(.due, initiative.due?.text) + Fact.optional(.state, initiative.state?.rawValue)
      + PeopleFacts.labels(initiative.translations)
    return declared(Subject(.initiative, initiative.name), label: initiative.label, facts)
  }

  private func assumption(_ assumption: Assumption) -> Declared {
    var facts = Fact.optional(.because, assumption.reason)
    facts += people(assumption.owner, assumption.department)
    facts += Fact.optional(.expires, assumption.expires?.text)
    facts += Fact.optional(
      .broken,
      assumption.broken.map { broken in
        "since \(broken.since.text)" + (broken.reason.map { " because \"\($0)\"" } ?? "")
      })
    facts += PeopleFacts.labels(assumption.translations)
    return declared(Subject(.assumption, assumption.name), label: assumption.label, facts)
  }

  private func assumed(_ assumptions: [AssumptionID]) -> [Fact] {
    let names = assumptions.map { specification.assumptions[$0.index].name }
    return names.isEmpty ? [] : [Fact(.assumes, names.joined(separator: ", "))]
  }

  private func people(_ owner: OwnerID?, _ department: DepartmentID?) -> [Fact] {
    Fact.optional(.owner, owner.map { specification.name(of: $0) })
      + Fact.optional(.department, department.map { specification.name(of: $0) })
  }

  // MARK: Scorecards

  private func scorecard(_ scorecard: Scorecard) -> Declared {
    var facts = [
      Fact(.score, text(of: scorecard.rule)), Fact(.rollUp, scorecard.rollUp.rawValue),
      Fact(.missing, text(of: scorecard.missing)),
    ]
    facts += Fact.optional(.cap, scorecard.cap?.text)
    facts += Fact.optional(.reader, scorecard.reader)
    facts += people(scorecard.owner, scorecard.department)
    facts += PeopleFacts.labels(scorecard.translations)
    facts += scorecard.members.map { member in
      let baseline = member.baseline.map { " from baseline \($0.text)" } ?? ""
      return Fact(.weight, name(of: member.subject), member.weight.text + baseline)
    }
    return declared(
      Subject(.scorecard, scorecard.name), label: scorecard.label, removed: .goalpost, facts)
  }

  private func name(of subject: Scorecard.Member.Subject) -> String {
    switch subject {
    case .metric(let metric): side.name(of: metric)
    case .objective(let objective): specification.objectives[objective.index].name
    }
  }

  private func text(of rule: Scorecard.ScoreRule) -> String {
    switch rule {
    case .attainment: "attainment"
    case .progress: "progress"
    case .bands(let points):
      "bands " + points.map { "\($0.key.name) \($0.value.text)" }.sorted().joined(separator: ", ")
    }
  }

  private func text(of missing: Scorecard.Missing) -> String {
    switch missing {
    case .leftOut: "left out"
    case .counts(let number): "counts \(number.text)"
    }
  }
}
