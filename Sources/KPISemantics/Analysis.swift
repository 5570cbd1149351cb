package import KPIDiagnostics
package import KPIModel
package import KPISyntax

/// A specification as the checker left it: what it means, and what is wrong with it.
package struct Analysis: Sendable {
  package let specification: Specification
  /// In the order of files and places.
  package let diagnostics: [Diagnostic]
  let resolver: MetricExpressions

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Resolves and checks the files of one specification.
  package static func of(_ trees: [SyntaxTree]) -> Analysis {
    var found: [Diagnostic] = []
    let declarations = Declarations(trees, into: &found)
    var scope = Scope(declarations)
    scope.units.declare(declarations.units, into: &found)

    var specification = Specification()
    specification.company = CompanyReader.read(declarations.company, into: &found)
    let people = PeopleReader(scope: scope)
    specification.owners = people.owners(declarations.owners, into: &found)
    specification.departments = people.departments(declarations.departments, into: &found)
    specification.tables = TableReader(scope: scope).read(declarations.tables, into: &found)
    specification.tables = RowNatureReader(scope: scope)
      .complete(specification.tables, declarations.tables, into: &found)
    specification.dimensions = DimensionReader(scope: scope)
      .read(declarations.dimensions, specification, into: &found)

    var reader = MetricReader(declarations.metrics, specification, scope)
    let (metrics, resolver) = reader.read(into: &found)
    specification.metrics = metrics
    StrategyReader(scope: scope, expressions: resolver).check(declarations, into: &found)
    return Analysis(
      specification: specification, diagnostics: found.sorted(by: Diagnostic.inOrder),
      resolver: resolver)
  }
}
