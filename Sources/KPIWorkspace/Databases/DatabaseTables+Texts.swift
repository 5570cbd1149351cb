import KPIDiagnostics
import KPIModel

extension DatabaseTables {
  /// Findings about single rows as one about their column, where the database has text in place of what is declared:
  /// it is the column that is wrong then, and every row with it.
  func told(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let failed = diagnostics.compactMap { diagnostic in
      textColumn(of: diagnostic).map { (diagnostic, table: $0, column: $1) }
    }
    guard !failed.isEmpty else { return diagnostics }
    var told: [Diagnostic] = []
    var columns: Set<ColumnPath> = []
    for (diagnostic, table, column) in failed
    where columns.insert(ColumnPath(table, [], column)).inserted {
      guard case .data(_, _, _, let value) = diagnostic.location else { continue }
      told.append(failure(table, column, example: value))
    }
    // What is said of further rows stands at the same rows.
    let rows = Set(failed.map(\.0.location))
    return told + diagnostics.filter { !rows.contains($0.location) }
  }

  /// The column that a finding about a value speaks of, where the database has text in it.
  private func textColumn(of diagnostic: Diagnostic) -> (TableID, ColumnID)? {
    guard [.invalidNumber, .invalidDate, .invalidBoolean].contains(diagnostic.rule),
      let declared = diagnostic.labels.first?.range
    else { return nil }
    for table in specification.tableIDs {
      for column in specification[table].columnIDs
      where specification[table][column].origin == declared && holdsText(table, column) {
        return (table, column)
      }
    }
    return nil
  }

  private func failure(_ table: TableID, _ column: ColumnID, example: String?) -> Diagnostic {
    let declared = specification[table][column]
    let words = DatabaseWords.otherType(
      declared.sourceName, declared: ValueKind(declared.type), found: .text, example: example)
    return .databaseFailed(
      table: specification[table].name, words.problem, help: words.help, declared: declared.origin)
  }
}
