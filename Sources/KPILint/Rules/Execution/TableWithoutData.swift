import KPIDiagnostics
import KPIModel
import KPIPlan

extension LintRule {
  static let tableWithoutData = LintRule(
    Rule(
      "KPI4510", "table-without-data", .warning, from: .standard,
      title: "A KPI is computed from a table that has no data",
      explanation: """
        The table does not say which file holds its rows, so every KPI over it can be tested and never computed. Name the \
        file: `table orders from "orders.csv"`. Where no table names one, that is said once.
        """,
      example: Samples.kpi("").replacing("table orders from \"orders.csv\"", with: "table orders"),
      mended: Samples.kpi(""))
  ) { context, findings in
    let specification = context.specification
    let count = specification.tables.count { $0.location == .nowhere }
    guard count > 0 else { return }
    if count > 1, count == specification.tables.count {
      guard context.kpis.contains(where: { !context.tables(of: $0.id).isEmpty }) else { return }
      findings.report(
        "none of the tables names a file, so no KPI can be computed", aboutAllOf: context,
        help: "Say where the rows are, a table at a time: `table … from \"….csv\"`.")
      return
    }
    var kpis = specification.tables.map { _ in [String]() }
    for kpi in context.kpis {
      for table in context.tables(of: kpi.id) where specification[table].location == .nowhere {
        kpis[table.index].append(kpi.name)
      }
    }
    for (index, table) in specification.tables.enumerated() where !kpis[index].isEmpty {
      findings.report(
        "`\(table.name)` names no file, so \(nameList(kpis[index])) can never be computed",
        at: context.nameRange(of: table),
        help: "Say where its rows are: `table \(table.name) from \"….csv\"`.")
    }
  }
}

extension LintContext {
  /// The tables whose rows a metric is computed from.
  fileprivate func tables(of metric: MetricID) -> Set<TableID> {
    measures(of: metric).tables(in: specification)
  }
}
