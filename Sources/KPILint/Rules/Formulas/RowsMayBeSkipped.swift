import KPIDiagnostics
import KPIModel
import KPIPlan
import KPISource
import KPISyntax

extension LintRule {
  static let rowsMayBeSkipped = LintRule(
    Rule(
      "KPI4117", "rows-may-be-skipped", .note, from: .standard,
      title: "KPIs leave out whatever does not fit the declaration",
      explanation: """
        With `on bad rows skip` a row that breaks the declaration is left out and counted. A KPI over the table then \
        goes down when an export breaks, and looks like bad business. That is bearable for looking at new data; for a \
        KPI, mend the data or the declaration and take the line out.
        """,
      example: skipping("  on bad rows skip\n"), mended: skipping(""))
  ) { context, findings in
    guard context.specification.tables.contains(where: { $0.badRows == .skip }) else { return }
    var kpis: [TableID: [String]] = [:]
    for kpi in context.kpis {
      for table in Set(context.measures(of: kpi.id).map(\.table)) {
        kpis[table, default: []].append(kpi.name)
      }
    }
    for (table, names) in kpis where context.specification[table].badRows == .skip {
      let declared = context.specification[table]
      findings.report(
        "\(nameList(names)) \(names.count == 1 ? "leaves" : "leave") out rows of `\(declared.name)` "
          + "that do not fit its declaration",
        at: context.badRows(of: declared), help: "Mend the data, and take the line out.")
    }
  }

  private static func skipping(_ line: String) -> String {
    """
    table orders from "orders.csv" {
      ordered_on: date time
      amount:     USD
    \(line)}


    """ + Samples.owner + """
      kpi revenue "Revenue" = sum(orders.amount) {
        owner sales_team
        every month
      }
      """
  }
}

extension LintContext {
  /// Where a table says what becomes of bad rows.
  fileprivate func badRows(of table: Table) -> SourceRange {
    guard case .table(let syntax)? = declarations[.table, table.name] else { return table.origin }
    for case .badRows(let attribute) in syntax.attributes { return attribute.range }
    return table.origin
  }
}
