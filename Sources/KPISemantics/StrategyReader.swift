import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

/// Checks the names in declarations that say what the numbers are for: objectives, initiatives, scorecards and tests.
struct StrategyReader {
  let scope: Scope
  let expressions: MetricExpressions

  func check(_ declarations: Declarations, into diagnostics: inout [Diagnostic]) {
    for objective in declarations.objectives { check(objective, into: &diagnostics) }
    for initiative in declarations.initiatives { check(initiative, into: &diagnostics) }
    for scorecard in declarations.scorecards { check(scorecard, into: &diagnostics) }
    for test in declarations.tests { check(test, into: &diagnostics) }
  }

  static func checkMetrics(
    _ names: [NameSyntax], _ scope: Scope, into diagnostics: inout [Diagnostic]
  ) {
    for name in names where scope.metrics[name.text] == nil {
      diagnostics.append(.unknownMetric(name.text, known: scope.metrics.keys, at: name.range))
    }
  }

  private var people: PeopleReader { PeopleReader(scope: scope) }

  private func check(_ objective: ObjectiveSyntax, into diagnostics: inout [Diagnostic]) {
    for attribute in objective.attributes {
      switch attribute {
      case .perspective(let reference):
        checkKnown(reference.names, scope.perspectives, "perspective", into: &diagnostics)
      case .measured(let reference):
        StrategyReader.checkMetrics(reference.names, scope, into: &diagnostics)
      case .drives(let drives):
        checkKnown(drives.names, scope.objectives, "objective", into: &diagnostics)
      case .keyResult(let result):
        checkKeyResult(result, into: &diagnostics)
      case .owner(let reference): _ = people.owner(reference.name, into: &diagnostics)
      case .department(let reference): _ = people.department(reference.name, into: &diagnostics)
      case .allow(let allow):
        RuleNames.check(allow.rule.map { [$0] } ?? [], into: &diagnostics)
      case .label, .period, .unknown: break
      }
    }
  }

  private func checkKeyResult(
    _ result: KeyResultAttributeSyntax, into diagnostics: inout [Diagnostic]
  ) {
    StrategyReader.checkMetrics(
      result.metric.map { [$0] } ?? [], scope, into: &diagnostics)
    guard let metric = result.metric.flatMap({ scope.metrics[$0.text] }),
      let quantity = expressions.metrics[metric.index]?.quantity
    else { return }
    for side in [result.baseline, result.goal] {
      guard let value = expressions.number(side, in: .init(), into: &diagnostics),
        let found = value.type.quantity
      else { continue }
      if !value.type.isBareNumber, found.unit != quantity.unit {
        diagnostics.append(
          .targetUnitMismatch(
            found: found.unit.description, formula: quantity.unit.description, at: side.range))
      }
    }
  }

  private func check(_ initiative: InitiativeSyntax, into diagnostics: inout [Diagnostic]) {
    for attribute in initiative.attributes {
      switch attribute {
      case .improves(let reference):
        StrategyReader.checkMetrics(reference.names, scope, into: &diagnostics)
      case .owner(let reference): _ = people.owner(reference.name, into: &diagnostics)
      case .department(let reference): _ = people.department(reference.name, into: &diagnostics)
      case .allow(let allow):
        RuleNames.check(allow.rule.map { [$0] } ?? [], into: &diagnostics)
      case .label, .due, .state, .unknown: break
      }
    }
  }

  private func check(_ scorecard: ScorecardSyntax, into diagnostics: inout [Diagnostic]) {
    for attribute in scorecard.attributes {
      switch attribute {
      case .member(let member):
        guard let name = member.name else { continue }
        if scope.metrics[name.text] == nil, !scope.objectives.contains(name.text) {
          diagnostics.append(
            .unknownMetric(
              name.text, known: Array(scope.metrics.keys) + scope.objectives, at: name.range))
        }
      case .owner(let reference): _ = people.owner(reference.name, into: &diagnostics)
      case .department(let reference): _ = people.department(reference.name, into: &diagnostics)
      case .allow(let allow):
        RuleNames.check(allow.rule.map { [$0] } ?? [], into: &diagnostics)
      case .label, .reader, .score, .rollUp, .cap, .missing, .unknown: break
      }
    }
  }

  private func check(_ test: TestSyntax, into diagnostics: inout [Diagnostic]) {
    for attribute in test.attributes {
      switch attribute {
      case .given(let given):
        guard let name = given.table else { continue }
        guard let table = scope.tables[name.text] else {
          diagnostics.append(.unknownTable(name.text, known: scope.tables.keys, at: name.range))
          continue
        }
        let declared = expressions.specification[table]
        for column in given.columns where declared.column(named: column.text) == nil {
          diagnostics.append(
            .unknownColumn(
              column.text, table: name.text, known: declared.columns.map(\.name),
              at: column.range))
        }
      case .expect(let expect):
        _ = expressions.resolve(expect.subject, into: &diagnostics)
      case .expectStatus(let status):
        StrategyReader.checkMetrics(
          status.kpi.map { [$0] } ?? [], scope, into: &diagnostics)
      case .expectError(let error):
        RuleNames.check(error.rule.map { [$0] } ?? [], into: &diagnostics)
      case .allow(let allow):
        RuleNames.check(allow.rule.map { [$0] } ?? [], into: &diagnostics)
      case .asOf, .unknown: break
      }
    }
  }

  private func checkKnown(
    _ names: [NameSyntax], _ known: Set<String>, _ kind: String,
    into diagnostics: inout [Diagnostic]
  ) {
    for name in names where !known.contains(name.text) {
      diagnostics.append(.unknownStrategyName(name.text, kind: kind, known: known, at: name.range))
    }
  }
}
