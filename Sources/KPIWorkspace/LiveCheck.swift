package import KPIDiagnostics
package import KPIModel
import KPIPlan
import KPISource

extension Project {
  /// What of the tables' declarations does not hold where their rows are: in databases asked by few queries, in files read
  /// from their first row to their last.
  package func liveFindings(asOf day: Day, threads: Int) -> [Diagnostic] {
    let databases = databases(isPushedDown: isPushedDown)
    let tables = specification.tableIDs
    let inspected = Workers.all.map(tables) { databases.inspected($0) }
    return inspected.flatMap { $0 } + fileFindings(asOf: day, threads: threads)
  }

  /// Counts the rows of each file in a way that looks at every column and follows every reference.
  private func fileFindings(asOf day: Day, threads: Int) -> [Diagnostic] {
    let measures = specification.tableIDs.filter(isFile).map { table in
      Measure.rows(
        RowMeasure(
          function: .count, table: table, argument: nil, filter: .any(looks(at: table)), axis: .none
        ))
    }
    guard !measures.isEmpty else { return [] }
    let question = Question(outputs: [], grain: nil, asOf: day)
    return answer(measures, to: question, threads: threads).diagnostics
  }

  private func isFile(_ table: TableID) -> Bool {
    if case .file = specification[table].location { true } else { false }
  }

  private func looks(at table: TableID) -> [TableExpression] {
    let declared = specification[table]
    let columns = declared.columnIDs.map { ColumnPath(table, [], $0) }
    let references = declared.references.compactMap { reference -> ColumnPath? in
      guard let target = declared[reference].reference?.table, isFile(target),
        let key = specification[target].key.first
      else { return nil }
      return ColumnPath(table, [reference], key)
    }
    return (columns + references).map { .isMissing(.field($0)) }
  }
}
