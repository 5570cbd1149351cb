import KPIDiagnostics
import KPISource
import KPISyntax

/// The declarations of all files, sorted by kind; of two with one name only the first is kept.
struct Declarations {
  private(set) var company: CompanySyntax?
  private(set) var owners: [OwnerSyntax] = []
  private(set) var departments: [DepartmentSyntax] = []
  private(set) var units: [UnitSyntax] = []
  private(set) var sources: [SourceSyntax] = []
  private(set) var tables: [TableSyntax] = []
  private(set) var dimensions: [DimensionSyntax] = []
  private(set) var metrics: [MetricDeclaration] = []
  private(set) var perspectives: [PerspectiveSyntax] = []
  private(set) var objectives: [ObjectiveSyntax] = []
  private(set) var initiatives: [InitiativeSyntax] = []
  private(set) var assumptions: [AssumptionSyntax] = []
  private(set) var scorecards: [ScorecardSyntax] = []
  private(set) var tests: [TestSyntax] = []

  private struct Key: Hashable {
    let space: Space
    let name: String
  }

  /// Names of one space must differ; formulas mention tables, dimensions and metrics side by side.
  private enum Space: Hashable {
    case formula, unit, owner, department, source, perspective, objective, initiative
    case assumption, scorecard
  }

  private var seen: [Key: SourceRange] = [:]

  init(
    _ declarations: [DeclarationSyntax], by workers: Workers,
    into diagnostics: inout [Diagnostic]
  ) {
    let named = workers.mapMany(declarations) { ($0, $0.name?.text, MetricDeclaration($0)) }
    seen.reserveCapacity(declarations.count)
    for (declaration, name, metric) in named
    where isNew(declaration, name, into: &diagnostics) {
      if let metric { metrics.append(metric) } else { add(declaration) }
    }
  }

  private mutating func isNew(
    _ declaration: DeclarationSyntax, _ text: String?, into diagnostics: inout [Diagnostic]
  ) -> Bool {
    if case .company(let view) = declaration, let first = company {
      diagnostics.append(.secondCompany(at: view.range, first: first.range))
      return false
    }
    guard let space = Declarations.space(of: declaration), let text,
      let range = declaration.name?.range
    else { return true }
    let key = Key(space: space, name: text)
    if let first = seen[key] {
      diagnostics.append(.duplicateName(text, at: range, first: first))
      return false
    }
    seen[key] = range
    if space == .unit, UnitTable.isBuiltIn(text) {
      diagnostics.append(.builtInUnit(text, at: range))
      return false
    }
    return true
  }

  private static func space(of declaration: DeclarationSyntax) -> Space? {
    switch declaration {
    case .table, .dimension, .metric, .kpi: .formula
    case .unit: .unit
    case .owner: .owner
    case .department: .department
    case .source: .source
    case .perspective: .perspective
    case .objective: .objective
    case .initiative: .initiative
    case .assumption: .assumption
    case .scorecard: .scorecard
    case .company, .test: nil
    }
  }

  private mutating func add(_ declaration: DeclarationSyntax) {
    switch declaration {
    case .company(let view): company = view
    case .owner(let view): owners.append(view)
    case .department(let view): departments.append(view)
    case .unit(let view): units.append(view)
    case .source(let view): sources.append(view)
    case .table(let view): tables.append(view)
    case .dimension(let view): dimensions.append(view)
    case .metric, .kpi: break
    case .perspective(let view): perspectives.append(view)
    case .objective(let view): objectives.append(view)
    case .initiative(let view): initiatives.append(view)
    case .assumption(let view): assumptions.append(view)
    case .scorecard(let view): scorecards.append(view)
    case .test(let view): tests.append(view)
    }
  }
}

/// A declaration with a formula: its parts, looked up once.
struct MetricDeclaration {
  let syntax: SyntaxNode
  let name: NameSyntax?
  let label: StringSyntax?
  let formula: ExpressionSyntax
  let attributes: Attributes

  enum Attributes {
    case metric([MetricAttributeSyntax])
    case kpi([KPIAttributeSyntax])
  }

  /// `nil` for a declaration without a formula.
  init?(_ declaration: DeclarationSyntax) {
    switch declaration {
    case .metric(let view):
      syntax = view.syntax
      formula = view.formula
      attributes = .metric(view.attributes)
    case .kpi(let view):
      syntax = view.syntax
      formula = view.formula
      attributes = .kpi(view.attributes)
    default: return nil
    }
    name = declaration.name
    label = declaration.label
  }
}
