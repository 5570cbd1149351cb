package import KPISource

/// A file: its declarations in the order of the text.
package struct FileSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .file else { return nil }
    syntax = node
  }

  package var declarations: [DeclarationSyntax] {
    syntax.children.compactMap(DeclarationSyntax.init)
  }
}

extension SyntaxTree {
  /// The declarations of the file.
  package var declarations: [DeclarationSyntax] {
    root.children.compactMap(DeclarationSyntax.init)
  }
}

/// A declaration, as what it declares.
package enum DeclarationSyntax: Sendable {
  case company(CompanySyntax)
  case owner(OwnerSyntax)
  case department(DepartmentSyntax)
  case unit(UnitSyntax)
  case source(SourceSyntax)
  case table(TableSyntax)
  case dimension(DimensionSyntax)
  case metric(MetricSyntax)
  case kpi(KPISyntax)
  case perspective(PerspectiveSyntax)
  case objective(ObjectiveSyntax)
  case initiative(InitiativeSyntax)
  case assumption(AssumptionSyntax)
  case scorecard(ScorecardSyntax)
  case test(TestSyntax)

  package init?(_ node: SyntaxNode) {
    let found: DeclarationSyntax? =
      switch node.kind {
      case .companyDeclaration: CompanySyntax(node).map(Self.company)
      case .ownerDeclaration: OwnerSyntax(node).map(Self.owner)
      case .departmentDeclaration: DepartmentSyntax(node).map(Self.department)
      case .unitDeclaration: UnitSyntax(node).map(Self.unit)
      case .sourceDeclaration: SourceSyntax(node).map(Self.source)
      case .tableDeclaration: TableSyntax(node).map(Self.table)
      case .dimensionDeclaration: DimensionSyntax(node).map(Self.dimension)
      case .metricDeclaration: MetricSyntax(node).map(Self.metric)
      case .kpiDeclaration: KPISyntax(node).map(Self.kpi)
      case .perspectiveDeclaration: PerspectiveSyntax(node).map(Self.perspective)
      case .objectiveDeclaration: ObjectiveSyntax(node).map(Self.objective)
      case .initiativeDeclaration: InitiativeSyntax(node).map(Self.initiative)
      case .assumptionDeclaration: AssumptionSyntax(node).map(Self.assumption)
      case .scorecardDeclaration: ScorecardSyntax(node).map(Self.scorecard)
      case .testDeclaration: TestSyntax(node).map(Self.test)
      default: nil
      }
    guard let found else { return nil }
    self = found
  }

  package var syntax: SyntaxNode {
    switch self {
    case .company(let view): view.syntax
    case .owner(let view): view.syntax
    case .department(let view): view.syntax
    case .unit(let view): view.syntax
    case .source(let view): view.syntax
    case .table(let view): view.syntax
    case .dimension(let view): view.syntax
    case .metric(let view): view.syntax
    case .kpi(let view): view.syntax
    case .perspective(let view): view.syntax
    case .objective(let view): view.syntax
    case .initiative(let view): view.syntax
    case .assumption(let view): view.syntax
    case .scorecard(let view): view.syntax
    case .test(let view): view.syntax
    }
  }

  package var range: SourceRange { syntax.range }
  package var documentation: String? { syntax.documentation }

  /// The word that the declaration begins with; a misspelt one counts as the one that was meant.
  package var keyword: Word {
    switch self {
    case .company: .company
    case .owner: .owner
    case .department: .department
    case .unit: .unit
    case .source: .source
    case .table: .table
    case .dimension: .dimension
    case .metric: .metric
    case .kpi: .kpi
    case .perspective: .perspective
    case .objective: .objective
    case .initiative: .initiative
    case .assumption: .assumption
    case .scorecard: .scorecard
    case .test: .test
    }
  }

  /// The name; a company and a test have only a label.
  package var name: NameSyntax? { syntax.first() }

  /// The text after the name.
  package var label: StringSyntax? { syntax.first() }

  /// The formula after `=`, where one is written.
  package var formula: ExpressionSyntax? { syntax.writtenOperand(0) }
}

extension SyntaxNode {
  /// The attributes in the block of a declaration.
  var attributes: [SyntaxNode] {
    children.first { $0.kind == .block }?.children.filter { $0.kind != .unexpected } ?? []
  }
}
