import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

/// Reads scorecards.
struct ScorecardReader {
  let scope: Scope
  let expressions: MetricExpressions

  func read(
    _ syntaxes: [ScorecardSyntax], into diagnostics: inout [Diagnostic]
  ) -> [Scorecard] {
    syntaxes.map { scorecard($0, into: &diagnostics) }
  }

  private func scorecard(
    _ syntax: ScorecardSyntax, into diagnostics: inout [Diagnostic]
  ) -> Scorecard {
    let people = PeopleReader(scope: scope)
    var translations: [String: String] = [:]
    var reader: String?
    var owner: OwnerID?
    var department: DepartmentID?
    var rule = Scorecard.ScoreRule.attainment
    var rollUp = Scorecard.RollUp.weightedMean
    var cap: Number?
    var missing = Scorecard.Missing.leftOut
    var missingRange: SourceRange?
    var members: [Scorecard.Member] = []
    for attribute in syntax.attributes {
      switch attribute {
      case .reader(let text): reader = text.text?.value
      case .owner(let reference): owner = people.owner(reference.name, into: &diagnostics)
      case .department(let reference):
        department = people.department(reference.name, into: &diagnostics)
      case .score(let view): rule = self.rule(view, into: &diagnostics)
      case .rollUp(let phrase):
        rollUp = self.rollUp(phrase.phrase, into: &diagnostics) ?? rollUp
      case .cap(let view):
        cap = positive(view.value, "the cap", into: &diagnostics)
      case .missing(let view):
        let value = view.value.flatMap { number($0, into: &diagnostics) }
        missing = value.map(Scorecard.Missing.counts) ?? .leftOut
        missingRange = view.value?.range
      case .member(let view):
        if let member = member(view, into: &diagnostics) { members.append(member) }
      case .label(let label): translations.add(label)
      case .allow, .unknown: break
      }
    }
    if case .counts(let number) = missing, let missingRange, number >= rule.whole {
      diagnostics.append(.missingCountsAsGood(whole: rule.wholeText, at: missingRange))
    }
    return Scorecard(
      name: syntax.name?.text ?? "", label: syntax.label?.value, translations: translations,
      reader: reader, owner: owner, department: department, rule: rule, rollUp: rollUp, cap: cap,
      missing: missing,
      members: members, origin: syntax.name?.range ?? syntax.range)
  }

  private func rule(
    _ syntax: ScoreAttributeSyntax, into diagnostics: inout [Diagnostic]
  ) -> Scorecard.ScoreRule {
    switch syntax.rule?.text {
    case "progress": return .progress
    case "bands":
      var points: [Status: Number] = [:]
      for band in syntax.points {
        guard let status = band.status?.status(into: &diagnostics) else { continue }
        points[status] = number(band.points, into: &diagnostics)
      }
      if syntax.points.isEmpty { diagnostics.append(.bandsWithoutPoints(at: syntax.range)) }
      return .bands(points)
    case "attainment", nil: return .attainment
    case .some(let word):
      diagnostics.append(
        .unknownWord(
          word, known: ["attainment", "progress", "bands"],
          at: syntax.rule?.range ?? syntax.range))
      return .attainment
    }
  }

  private func rollUp(
    _ phrase: PhraseSyntax?, into diagnostics: inout [Diagnostic]
  ) -> Scorecard.RollUp? {
    guard let phrase else { return nil }
    if let rollUp = Scorecard.RollUp(rawValue: phrase.text) { return rollUp }
    diagnostics.append(
      .unknownWord(
        phrase.text, known: Scorecard.RollUp.allCases.map(\.rawValue), at: phrase.range))
    return nil
  }

  private func member(
    _ syntax: MemberAttributeSyntax, into diagnostics: inout [Diagnostic]
  ) -> Scorecard.Member? {
    guard let name = syntax.name else { return nil }
    let subject: Scorecard.Member.Subject
    if let metric = scope.metrics[name.text] {
      subject = .metric(metric)
    } else if let objective = scope.objectives[name.text] {
      subject = .objective(objective)
    } else {
      diagnostics.append(
        .unknownMetric(
          name.text, known: Array(scope.metrics.keys) + scope.objectives.keys, at: name.range))
      return nil
    }
    let weight = syntax.weight.flatMap {
      positive($0, "the weight of `\(name.text)`", into: &diagnostics)
    }
    let baseline = syntax.baseline.flatMap { self.baseline($0, of: subject, into: &diagnostics) }
    return Scorecard.Member(subject: subject, weight: weight ?? .one, baseline: baseline)
  }

  /// A baseline in the unit of the member; an objective is graded from those of its key results.
  private func baseline(
    _ syntax: ExpressionSyntax, of subject: Scorecard.Member.Subject,
    into diagnostics: inout [Diagnostic]
  ) -> Number? {
    switch subject {
    case .objective:
      diagnostics.append(.baselineOfObjective(at: syntax.range))
      return nil
    case .metric(let metric):
      guard let quantity = expressions.metrics[metric.index]?.quantity else { return nil }
      guard let value = expressions.value(syntax, in: quantity, into: &diagnostics) else {
        return nil
      }
      if value.constantValue == nil { diagnostics.append(.notANumeral(at: syntax.range)) }
      return value.constantValue
    }
  }

  /// A number above zero; `nil` when it was reported.
  private func positive(
    _ syntax: ExpressionSyntax, _ subject: String, into diagnostics: inout [Diagnostic]
  ) -> Number? {
    guard let number = number(syntax, into: &diagnostics) else { return nil }
    if number > .zero { return number }
    diagnostics.append(.notAboveZero(subject, at: syntax.range))
    return nil
  }

  private func number(
    _ syntax: ExpressionSyntax, into diagnostics: inout [Diagnostic]
  ) -> Number? {
    guard let value = expressions.number(syntax, in: .init(), into: &diagnostics) else {
      return nil
    }
    if value.expression.constantValue == nil {
      diagnostics.append(.notANumeral(at: syntax.range))
    }
    return value.expression.constantValue
  }
}

extension Scorecard.ScoreRule {
  fileprivate var wholeText: String {
    self == .attainment || self == .progress ? "100%" : whole.text
  }
}

extension PhraseSyntax {
  /// The status that the words name; `nil` when it was reported.
  func status(into diagnostics: inout [Diagnostic]) -> Status? {
    if let status = Status(rawValue: text) { return status }
    diagnostics.append(.unknownWord(text, known: Status.allCases.map(\.name), at: range))
    return nil
  }
}
