import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

/// Every name that a specification declares, and what it stands for. Shared, however much is declared.
final class Scope: Sendable {
  let units: UnitTable
  let tables: [String: TableID]
  let dimensions: [String: DimensionID]
  let metrics: [String: MetricID]
  let owners: [String: OwnerID]
  let departments: [String: DepartmentID]
  let sources: Set<String>
  let perspectives: [String: PerspectiveID]
  let objectives: [String: ObjectiveID]
  let assumptions: [String: AssumptionID]

  /// Registers the declared names. Tables, dimensions, metrics and KPIs share one namespace, because
  /// formulas mention them side by side.
  init(_ declarations: Declarations, into diagnostics: inout [Diagnostic]) {
    units = UnitTable(declarations.units, into: &diagnostics)
    tables = Scope.places(declarations.tables.map { $0.name?.text })
    dimensions = Scope.places(declarations.dimensions.map { $0.name?.text })
    metrics = Scope.places(declarations.metrics.map { $0.name?.text })
    owners = Scope.places(declarations.owners.map { $0.name?.text })
    departments = Scope.places(declarations.departments.map { $0.name?.text })
    sources = Set(declarations.sources.compactMap { $0.name?.text })
    objectives = Scope.places(declarations.objectives.map { $0.name?.text })
    assumptions = Scope.places(declarations.assumptions.map { $0.name?.text })
    perspectives = Scope.places(
      StrategyReader.perspectives(declarations.perspectives).map(\.name))
  }

  private static func places<ID: DeclarationID>(_ names: [String?]) -> [String: ID] {
    var result: [String: ID] = [:]
    for (index, name) in names.enumerated() {
      if let name, result[name] == nil { result[name] = ID(index) }
    }
    return result
  }
}
