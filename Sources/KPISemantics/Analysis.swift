package import KPIDiagnostics
package import KPIModel
package import KPISource
package import KPISyntax

/// A specification as the checker left it: what it means, and what is wrong with it.
package struct Analysis: Sendable {
  package let specification: Specification
  /// The files that it was read from.
  package let trees: [SyntaxTree]
  /// In the order of files and places.
  package let diagnostics: [Diagnostic]
  let resolver: MetricExpressions

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Resolves and checks the files of one specification.
  package static func of(_ trees: [SyntaxTree], by workers: Workers = .one) -> Analysis {
    var found: [Diagnostic] = []
    let all = trees.flatMap(\.declarations)
    let declarations = Declarations(all, by: workers, into: &found)
    let scope = Scope(declarations, into: &found)

    var specification = Specification()
    specification.company = CompanyReader.read(declarations.company, into: &found)
    let people = PeopleReader(scope: scope)
    specification.owners = people.owners(declarations.owners, into: &found)
    specification.departments = people.departments(declarations.departments, into: &found)
    specification.units = scope.units.declarations(declarations.units)
    specification.declarations = workers.mapMany(all) { Declaration($0) }
    specification.sources = SourceReader(scope: scope).read(declarations.sources, into: &found)
    let tables = TableReader(scope: scope).read(declarations.tables, by: workers, into: &found)
    specification.tables = RowNatureReader(scope: scope)
      .complete(tables, declarations.tables, by: workers, into: &found)
    specification.dimensions = DimensionReader(scope: scope)
      .read(declarations.dimensions, specification, into: &found)

    var reader = MetricReader(declarations.metrics, specification, scope)
    let (metrics, resolver) = reader.read(by: workers, into: &found)
    specification.metrics = metrics
    TargetCheck.check(specification, by: workers, into: &found)
    let strategy = StrategyReader(
      scope: scope, expressions: resolver, calendar: specification.company.calendar)
    specification.perspectives = StrategyReader.perspectives(declarations.perspectives)
    specification.objectives = strategy.objectives(declarations.objectives, into: &found)
    specification.initiatives = strategy.initiatives(declarations.initiatives, into: &found)
    specification.assumptions = strategy.assumptions(declarations.assumptions, into: &found)
    specification.scorecards = ScorecardReader(scope: scope, expressions: resolver)
      .read(declarations.scorecards, into: &found)
    specification.tests = TestReader(
      scope: scope, expressions: resolver, calendar: specification.company.calendar
    ).read(declarations.tests, by: workers, into: &found)
    specification.allowances = AllowanceReader.read(trees)
    return Analysis(
      specification: specification, trees: trees, diagnostics: found.inOrder(),
      resolver: resolver)
  }
}

extension Declaration {
  fileprivate init(_ syntax: DeclarationSyntax) {
    let name = syntax.keyword == .test ? syntax.label?.value : syntax.name?.text
    self.init(
      keyword: syntax.keyword.spelling, name: syntax.keyword == .company ? "" : name ?? "",
      range: syntax.range, revision: Declaration.revision(of: syntax))
  }

  private static func revision(of syntax: DeclarationSyntax) -> History.Revision? {
    let block = syntax.syntax.children.first { $0.kind == .block }
    return block?.children.lazy.compactMap(RevisionAttributeSyntax.init).last
      .flatMap(History.Revision.init)
  }
}
