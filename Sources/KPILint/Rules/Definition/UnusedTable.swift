import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

extension LintRule {
  static let unusedTable = LintRule(
    Rule(
      "KPI4010", "unused-table", .note, from: .standard,
      title: "No number is made of the table's rows",
      explanation: """
        No formula, target or dimension reads the table, and no table that one reads refers to it. Somebody still \
        exports its file and keeps its columns up to date. Take it out, or define what it was meant for.
        """,
      example: Samples.kpi("") + "\n\n" + Samples.visits,
      mended: Samples.kpi("") + "\n\n" + Samples.visits
        + "metric visits_made = count(visits)\n")
  ) { context, findings in
    let used = context.tablesInUse
    for (index, table) in context.specification.tables.enumerated()
    where !used.contains(TableID(index)) {
      findings.report(
        "no number is made of the rows of `\(table.name)`",
        at: context.declarations[.table, table.name]?.name?.range ?? table.origin,
        help: "Take the table out, or define the metric that it is for.")
    }
  }
}

extension LintContext {
  /// The tables that formulas, targets and dimensions read, and those that their rows refer to.
  fileprivate var tablesInUse: Set<TableID> {
    var waiting: Set<TableID> = Set(
      specification.dimensions.flatMap(\.members).flatMap { [$0.table] + $0.expression.tables })
    for formula in specification.metrics.flatMap(\.formulas) {
      formula.forEach { part in
        switch part {
        case .aggregate(let aggregate): waiting.formUnion(aggregate.tables)
        case .filtered(_, let filter):
          waiting.formUnion(filter.fields.compactMap(\.table) + filter.lookedUpTables)
        default: break
        }
      }
    }
    var used: Set<TableID> = []
    while let table = waiting.popFirst() {
      guard used.insert(table).inserted else { continue }
      for step in specification[table].references {
        if let goal = specification[table][step].reference?.table { waiting.insert(goal) }
      }
    }
    return used
  }
}

extension Aggregate {
  fileprivate var tables: [TableID] {
    var expressions = [argument, filter].compactMap(\.self)
    if case .share(let condition) = function { expressions.append(condition) }
    return [table] + expressions.flatMap(\.tables)
  }
}

extension TableExpression {
  /// The tables whose rows it looks at.
  fileprivate var tables: [TableID] { fields.map(\.table) + lookedUpTables }
}

extension RowExpression {
  fileprivate var lookedUpTables: [TableID] { columnsLookedUp.map(\.table) }
}

extension Attribute {
  fileprivate var table: TableID? {
    if case .path(let path) = self { path.table } else { nil }
  }
}
