import KPIModel

/// A few rows of a table, and what a KPI must be for them: the first test of a specification.
package struct ProposedExample: Hashable, Sendable {
  package let table: String
  /// Names of columns and cells as the language writes them.
  package let columns: [String]
  package let rows: [[String]]
  package let expected: String
}

extension ProposedProject {
  /// `nil` where the rows would need more than a date and a value.
  package func example(of kpi: ProposedKPI) -> ProposedExample? {
    guard let table = tables.first(where: { $0.name == kpi.metric.table }),
      case .events(let time) = table.rows
    else { return nil }
    let isMoment = table.columns[time].type == .timestamp
    let days = ["05", "06", "07"].map { "2026-01-\($0)" + (isMoment ? "T09:00:00" : "") }
    let timeName = Specification.quoted(table.columns[time].name)
    func example(_ column: ProposedColumn?, _ cells: [String], _ expected: String)
      -> ProposedExample
    {
      ProposedExample(
        table: Specification.quoted(table.name),
        columns: [timeName] + (column.map { [Specification.quoted($0.name)] } ?? []),
        rows: zip(days, cells).map { column == nil ? [$0] : [$0, $1] }, expected: expected)
    }
    let counted = table.columns.first { $0.header == kpi.metric.column }
    switch kpi.metric.meaning {
    case .count: return example(nil, ["", "", ""], "3")
    case .total:
      guard let counted else { return nil }
      let unit = if case .money(let code) = counted.type { " " + code } else { "" }
      return example(counted, ["100\(unit)", "200\(unit)", "50\(unit)"], "350\(unit)")
    case .distinct:
      guard let counted, counted.type == .text else { return nil }
      return example(counted, ["\"a\"", "\"b\"", "\"a\""], "2")
    default: return nil
    }
  }
}
