import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

/// Checks the names in tests.
struct TestReader {
  let scope: Scope
  let expressions: MetricExpressions

  func check(_ test: TestSyntax, into diagnostics: inout [Diagnostic]) {
    for attribute in test.attributes {
      switch attribute {
      case .given(let given): check(given, into: &diagnostics)
      case .expect(let expect):
        _ = expressions.resolve(expect.subject, into: &diagnostics)
      case .expectStatus(let status):
        _ = StrategyReader.metrics(
          status.kpi.map { [$0] } ?? [], scope, into: &diagnostics)
      case .expectError(let error):
        RuleNames.check(error.rule.map { [$0] } ?? [], into: &diagnostics)
      case .asOf, .allow, .unknown: break
      }
    }
  }

  private func check(_ given: GivenAttributeSyntax, into diagnostics: inout [Diagnostic]) {
    guard let name = given.table else { return }
    guard let table = scope.tables[name.text] else {
      diagnostics.append(.unknownTable(name.text, known: scope.tables.keys, at: name.range))
      return
    }
    let declared = expressions.specification[table]
    for column in given.columns where declared.column(named: column.text) == nil {
      diagnostics.append(
        .unknownColumn(
          column.text, table: name.text, known: declared.columns.map(\.name), at: column.range))
    }
  }
}
