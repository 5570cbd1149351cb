import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

/// Reads tests: the rows they give, and what they expect of them.
struct TestReader {
  let scope: Scope
  let expressions: MetricExpressions
  let calendar: Calendar

  func read(
    _ syntaxes: [TestSyntax], by workers: Workers, into diagnostics: inout [Diagnostic]
  ) -> [Test] {
    workers.read(syntaxes, into: &diagnostics) { test($0, into: &$1) }
  }

  private func test(_ syntax: TestSyntax, into diagnostics: inout [Diagnostic]) -> Test {
    let rows = GivenReader(units: scope.units, specification: expressions.specification)
    let formulas = ExpectationReader(scope: scope, expressions: expressions, calendar: calendar)
    var asOf: Day?
    var given: [GivenTable] = []
    var places: [String: SourceRange] = [:]
    var expectations: [Expectation] = []
    var found: [Diagnostic] = []
    for attribute in syntax.attributes {
      switch attribute {
      case .asOf(let date): asOf = date.date.flatMap { Day($0) }
      case .given(let view):
        guard let name = view.table else { continue }
        if let first = places[name.text] {
          diagnostics.append(.givenTwice(name.text, at: name.range, first: first))
          continue
        }
        places[name.text] = name.range
        guard let table = scope.tables[name.text] else {
          diagnostics.append(.unknownTable(name.text, known: scope.tables.keys, at: name.range))
          continue
        }
        given.append(rows.read(view, of: table, into: &diagnostics))
      case .expect(let view):
        if let answer = formulas.answer(view, into: &found) { expectations.append(.answer(answer)) }
      case .expectStatus(let view):
        if let status = formulas.status(view, into: &diagnostics) {
          expectations.append(.status(status))
        }
      case .expectError(let view):
        guard let rule = view.rule else { continue }
        guard let name = Catalogue.rule(named: rule.text)?.name else {
          diagnostics.append(
            .unknownRule(rule.text, known: Catalogue.all.map(\.name), at: rule.range))
          continue
        }
        expectations.append(.error(ExpectedError(origin: view.range, rule: name)))
      case .allow, .unknown: break
      }
    }
    let expectsNothing = syntax.attributes.allSatisfy { attribute in
      switch attribute {
      case .asOf, .given, .allow: true
      case .expect, .expectStatus, .expectError, .unknown: false
      }
    }
    if expectsNothing {
      diagnostics.append(.testWithoutExpectation(at: syntax.label?.range ?? syntax.range))
    }
    let raised = settle(found, expectations, into: &diagnostics)
    return Test(
      label: syntax.label?.value ?? "", origin: syntax.label?.range ?? syntax.range, asOf: asOf,
      given: given, expectations: expectations, raised: raised)
  }

  /// Reports what is wrong with the formulas of a test, except what the test expects to be wrong.
  private func settle(
    _ found: [Diagnostic], _ expectations: [Expectation], into diagnostics: inout [Diagnostic]
  ) -> Set<String> {
    var expected: Set<String> = []
    for case .error(let error) in expectations { expected.insert(error.rule) }
    diagnostics += found.filter { !expected.contains($0.rule.name) }
    return Set(found.map(\.rule.name)).intersection(expected)
  }
}
