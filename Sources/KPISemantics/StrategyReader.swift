import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

/// Reads what the numbers are for: perspectives, objectives, initiatives and assumptions.
struct StrategyReader {
  let scope: Scope
  let expressions: MetricExpressions
  let calendar: Calendar

  /// The metrics that the names stand for; an unknown one is reported and left out.
  static func metrics(
    _ names: [NameSyntax], _ scope: Scope, into diagnostics: inout [Diagnostic]
  ) -> [MetricID] {
    names.compactMap { name in
      if let metric = scope.metrics[name.text] { return metric }
      diagnostics.append(.unknownMetric(name.text, known: scope.metrics.keys, at: name.range))
      return nil
    }
  }

  /// The assumptions that the names stand for; an unknown one is reported and left out.
  static func assumptions(
    _ names: [NameSyntax], _ scope: Scope, into diagnostics: inout [Diagnostic]
  ) -> [AssumptionID] {
    names.compactMap { name in
      if let assumption = scope.assumptions[name.text] { return assumption }
      diagnostics.append(
        .unknownStrategyName(
          name.text, kind: "assumption", known: scope.assumptions.keys, at: name.range))
      return nil
    }
  }

  private var people: PeopleReader { PeopleReader(scope: scope) }

  // MARK: Perspectives

  /// The usual perspectives with what the specification says of them, then those of its own.
  static func perspectives(_ syntaxes: [PerspectiveSyntax]) -> [Perspective] {
    var result = Perspective.usual
    for syntax in syntaxes {
      guard let name = syntax.name else { continue }
      var question: String?
      var translations: [String: String] = [:]
      for attribute in syntax.attributes {
        switch attribute {
        case .asks(let text): question = text.text?.value
        case .label(let label): translations.add(label)
        case .allow, .unknown: break
        }
      }
      let place = result.firstIndex { $0.name == name.text }
      let usual = place.map { result[$0] }
      let perspective = Perspective(
        name: name.text, label: syntax.label?.value ?? usual?.label ?? name.text,
        translations: translations, question: question ?? usual?.question, origin: name.range)
      if let place { result[place] = perspective } else { result.append(perspective) }
    }
    return result
  }

  // MARK: Objectives

  func objectives(
    _ syntaxes: [ObjectiveSyntax], into diagnostics: inout [Diagnostic]
  ) -> [Objective] {
    syntaxes.map { objective($0, into: &diagnostics) }
  }

  private func objective(
    _ syntax: ObjectiveSyntax, into diagnostics: inout [Diagnostic]
  ) -> Objective {
    var translations: [String: String] = [:]
    var perspective: PerspectiveID?
    var department: DepartmentID?
    var owner: OwnerID?
    var measures: [MetricID] = []
    var drives: [Objective.Drive] = []
    var period: Period?
    var keyResults: [Objective.KeyResult] = []
    var assumes: [AssumptionID] = []
    for attribute in syntax.attributes {
      switch attribute {
      case .perspective(let reference):
        guard let name = reference.name else { continue }
        perspective = scope.perspectives[name.text]
        if perspective == nil {
          diagnostics.append(
            .unknownStrategyName(
              name.text, kind: "perspective", known: scope.perspectives.keys, at: name.range))
        }
      case .measured(let reference):
        measures += StrategyReader.metrics(reference.names, scope, into: &diagnostics)
      case .drives(let view): drives += self.drives(view, into: &diagnostics)
      case .keyResult(let view):
        if let result = keyResult(view, into: &diagnostics) { keyResults.append(result) }
      case .assumes(let reference):
        assumes += StrategyReader.assumptions(reference.names, scope, into: &diagnostics)
      case .owner(let reference): owner = people.owner(reference.name, into: &diagnostics)
      case .department(let reference):
        department = people.department(reference.name, into: &diagnostics)
      case .period(let view):
        period = view.period?.name.flatMap(calendar.period(named:))
        if period == nil, let value = view.value, value.value != .malformed {
          diagnostics.append(.notAPeriod(at: value.range))
        }
      case .label(let label): translations.add(label)
      case .allow, .unknown: break
      }
    }
    return Objective(
      name: syntax.name?.text ?? "", label: syntax.label?.value, translations: translations,
      perspective: perspective, department: department, owner: owner, measures: measures,
      drives: drives, period: period,
      keyResults: keyResults, assumes: assumes, origin: syntax.name?.range ?? syntax.range)
  }

  private func drives(
    _ syntax: DrivesAttributeSyntax, into diagnostics: inout [Diagnostic]
  ) -> [Objective.Drive] {
    let lag = syntax.lag.flatMap { LiteralReader(units: scope.units).span(.literal($0)) }
    return syntax.names.compactMap { name in
      guard let objective = scope.objectives[name.text] else {
        diagnostics.append(
          .unknownStrategyName(
            name.text, kind: "objective", known: scope.objectives.keys, at: name.range))
        return nil
      }
      return Objective.Drive(objective: objective, lag: lag, reason: syntax.reason?.value)
    }
  }

  private func keyResult(
    _ syntax: KeyResultAttributeSyntax, into diagnostics: inout [Diagnostic]
  ) -> Objective.KeyResult? {
    guard let name = syntax.metric,
      let metric = StrategyReader.metrics([name], scope, into: &diagnostics).first,
      let quantity = expressions.metrics[metric.index]?.quantity
    else { return nil }
    let baseline = number(syntax.baseline, quantity, into: &diagnostics)
    let goal = number(syntax.goal, quantity, into: &diagnostics)
    guard let baseline, let goal else { return nil }
    return Objective.KeyResult(
      metric: metric, baseline: baseline, goal: goal,
      commitment: syntax.commitment.flatMap {
        Objective.KeyResult.Commitment(rawValue: $0.spelling)
      })
  }

  /// A written-out number in the unit of a metric.
  private func number(
    _ syntax: ExpressionSyntax, _ quantity: Quantity, into diagnostics: inout [Diagnostic]
  ) -> Number? {
    guard let value = expressions.number(syntax, in: .init(), into: &diagnostics),
      let found = value.type.quantity
    else { return nil }
    guard value.type.isBareNumber || found.unit == quantity.unit else {
      diagnostics.append(
        .targetUnitMismatch(
          found: found.unit.description, formula: quantity.unit.description, at: syntax.range))
      return nil
    }
    guard expressions.isClear(value, beside: quantity, at: syntax.range, into: &diagnostics) else {
      return nil
    }
    return expressions.adapted(value, to: quantity).constantValue
  }

  // MARK: Initiatives

  func initiatives(
    _ syntaxes: [InitiativeSyntax], into diagnostics: inout [Diagnostic]
  ) -> [Initiative] {
    syntaxes.map { syntax in
      var translations: [String: String] = [:]
      var improves: [MetricID] = []
      var owner: OwnerID?
      var department: DepartmentID?
      var due: Day?
      var state: Initiative.State?
      for attribute in syntax.attributes {
        switch attribute {
        case .improves(let reference):
          improves += StrategyReader.metrics(reference.names, scope, into: &diagnostics)
        case .owner(let reference): owner = people.owner(reference.name, into: &diagnostics)
        case .department(let reference):
          department = people.department(reference.name, into: &diagnostics)
        case .due(let date): due = date.date.flatMap { Day($0) }
        case .state(let view): state = self.state(view.phrase, into: &diagnostics)
        case .label(let label): translations.add(label)
        case .allow, .unknown: break
        }
      }
      return Initiative(
        name: syntax.name?.text ?? "", label: syntax.label?.value, translations: translations,
        improves: improves, owner: owner, department: department, due: due, state: state,
        origin: syntax.name?.range ?? syntax.range)
    }
  }

  private func state(
    _ phrase: PhraseSyntax?, into diagnostics: inout [Diagnostic]
  ) -> Initiative.State? {
    guard let phrase else { return nil }
    if let state = Initiative.State(rawValue: phrase.text) { return state }
    diagnostics.append(
      .unknownWord(
        phrase.text, known: Initiative.State.allCases.map(\.rawValue), at: phrase.range))
    return nil
  }

  // MARK: Assumptions

  func assumptions(
    _ syntaxes: [AssumptionSyntax], into diagnostics: inout [Diagnostic]
  ) -> [Assumption] {
    syntaxes.map { syntax in
      var translations: [String: String] = [:]
      var owner: OwnerID?
      var department: DepartmentID?
      var expires: Day?
      var reason: String?
      var broken: Assumption.Broken?
      for attribute in syntax.attributes {
        switch attribute {
        case .because(let text): reason = text.text?.value
        case .owner(let reference): owner = people.owner(reference.name, into: &diagnostics)
        case .department(let reference):
          department = people.department(reference.name, into: &diagnostics)
        case .expires(let date): expires = date.date.flatMap { Day($0) }
        case .broken(let view):
          broken = view.since.flatMap { Day($0) }
            .map { Assumption.Broken(since: $0, reason: view.reason?.value) }
        case .label(let label): translations.add(label)
        case .allow, .unknown: break
        }
      }
      return Assumption(
        name: syntax.name?.text ?? "", label: syntax.label?.value, translations: translations,
        owner: owner, department: department, expires: expires, reason: reason, broken: broken,
        origin: syntax.name?.range ?? syntax.range)
    }
  }
}
