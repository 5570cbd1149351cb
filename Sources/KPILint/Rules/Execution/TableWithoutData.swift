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
        file: `table orders from "orders.csv"`.
        """,
      example: Samples.kpi("").replacing("table orders from \"orders.csv\"", with: "table orders"),
      mended: Samples.kpi(""))
  ) { context, findings in
    let specification = context.specification
    var kpis = specification.tables.map { _ in [String]() }
    guard specification.tables.contains(where: { $0.location == .nowhere }) else { return }
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
    let measures = form(of: metric)?.leaves.flatMap(\.rowMeasures) ?? []
    return measures.reduce(into: []) { tables, measure in
      tables.insert(measure.table)
      for path in measure.columns {
        tables.insert(path.table)
        tables.insert(specification.owner(of: path))
      }
    }
  }
}
