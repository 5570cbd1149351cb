import KPIDiagnostics
import KPILint
import KPIModel
import KPIPlan
import KPIScorecard
import KPISource
import KPIWorkspace

/// What can be listed.
enum Listing: String, CaseIterable {
  case metrics, kpis, tables, dimensions, owners, objectives, scorecards, initiatives
  case assumptions, rules

  /// The declarations of the kind, in their order.
  func table(of project: Project) -> ResultTable {
    let lister = Lister(project: project)
    return switch self {
    case .metrics: lister.metrics
    case .kpis: lister.kpis
    case .tables: lister.tables
    case .dimensions: lister.dimensions
    case .owners: lister.owners
    case .objectives: lister.objectives
    case .scorecards: lister.scorecards
    case .initiatives: lister.initiatives
    case .assumptions: lister.assumptions
    case .rules: .rules(Catalogue.complete)
    }
  }
}

/// Makes a table of each kind of declaration.
struct Lister {
  let project: Project

  var specification: Specification { project.specification }

  func place(_ range: SourceRange) -> ResultTable.Value {
    let file = project.sources[range.file]
    return .text("\(file.path):\(file.position(of: range.bytes.lowerBound).line)")
  }

  func text(_ text: String?) -> ResultTable.Value {
    text.map(ResultTable.Value.text) ?? .empty
  }

  private func unit(_ quantity: Quantity) -> ResultTable.Value {
    switch quantity.style {
    case .percent: .text("percent")
    case .scaled(let name, _): .text(name)
    case .natural: .text(quantity.unit.isPlain ? "" : quantity.unit.description)
    }
  }

  var metrics: ResultTable {
    ResultTable(
      columns: [
        ResultTable.Column("name"), ResultTable.Column("kind"), ResultTable.Column("unit"),
        ResultTable.Column("label", for: .everybodyIfFilled), ResultTable.Column("declared"),
      ],
      rows: specification.metrics.map { metric in
        ResultTable.Row([
          .text(metric.name), .text(metric.isKPI ? "kpi" : "metric"), unit(metric.quantity),
          text(metric.label), place(metric.origin),
        ])
      })
  }

  var kpis: ResultTable {
    ResultTable(
      columns: [
        ResultTable.Column("name"), ResultTable.Column("label", for: .everybodyIfFilled),
        ResultTable.Column("unit"), ResultTable.Column("every"),
        ResultTable.Column("department", for: .everybodyIfFilled), ResultTable.Column("owner"),
        ResultTable.Column("declared"),
      ],
      rows: specification.metrics.filter(\.isKPI).map { metric in
        let accountability = metric.accountability
        return ResultTable.Row([
          .text(metric.name), text(metric.label), unit(metric.quantity),
          text(accountability?.cadence?.spoken),
          text(accountability?.department.map { specification.departments[$0.index].name }),
          text(accountability?.owner.map { specification.owners[$0.index].name }),
          place(metric.origin),
        ])
      })
  }

  var tables: ResultTable {
    ResultTable(
      columns: [
        ResultTable.Column("name"), ResultTable.Column("rows"), ResultTable.Column("columns"),
        ResultTable.Column("from"), ResultTable.Column("declared"),
      ],
      rows: specification.tables.map { table in
        ResultTable.Row([
          .text(table.name), .text(nature(of: table)), .text(String(table.columns.count)),
          location(of: table), place(table.origin),
        ])
      })
  }

  private func nature(of table: Table) -> String {
    switch table.nature {
    case .events: "events"
    case .snapshots: "snapshots"
    case .spans: "spans"
    case .plain: "plain"
    }
  }

  private func location(of table: Table) -> ResultTable.Value {
    switch table.location {
    case .file(let path): .text(path)
    case .source(let name, let relation): .text("\(name) \(relation)")
    case .nowhere: .empty
    }
  }

  var dimensions: ResultTable {
    ResultTable(
      columns: [ResultTable.Column("name"), ResultTable.Column("columns")],
      rows: specification.dimensions.map { dimension in
        ResultTable.Row([
          .text(dimension.name),
          .text(
            dimension.members.map { FormulaText(specification).text(of: $0.expression) }
              .joined(separator: ", ")),
        ])
      })
  }

  var owners: ResultTable {
    ResultTable(
      columns: [
        ResultTable.Column("name"), ResultTable.Column("label", for: .everybodyIfFilled),
        ResultTable.Column("email", for: .everybodyIfFilled), ResultTable.Column("kpis"),
      ],
      rows: specification.owners.enumerated().map { index, owner in
        let count = specification.metrics.count { $0.accountability?.owner == OwnerID(index) }
        return ResultTable.Row([
          .text(owner.name), text(owner.label), text(owner.email), .text(String(count)),
        ])
      })
  }
}

extension ResultTable {
  /// The table of the rules.
  static func rules(_ rules: [Rule]) -> ResultTable {
    ResultTable(
      columns: [Column("code"), Column("name"), Column("severity"), Column("title")],
      rows: rules.map { rule in
        Row([.text(rule.code), .text(rule.name), .text(rule.severity.rawValue), .text(rule.title)])
      })
  }
}
