import KPIDiagnostics
import KPIModel
import KPITable

/// What reading one table came to, turned into diagnostics.
struct TableReport {
  private let table: Table
  private let location: TableLocation
  private var failure: FileFailure?
  private var log = FindingLog()
  private var read = 0
  private var skipped = 0

  init(_ table: Table, _ location: TableLocation) {
    self.table = table
    self.location = location
  }

  /// Adds one reading of the table; a table that refers to itself is read twice.
  mutating func add(_ outcome: ScanOutcome, lateSkipped: Int) {
    failure = failure ?? outcome.failure
    log.unite(outcome.log)
    read = max(read, outcome.rowsRead)
    skipped = max(skipped, outcome.rowsSkipped + lateSkipped)
  }

  /// Whether no row was found that spoils the answer.
  var isReliable: Bool { failure == nil && (log.isEmpty || table.badRows == .skip) }

  var counts: Outcome.RowCounts { Outcome.RowCounts(read: read, skipped: skipped) }

  func diagnostics() -> [Diagnostic] {
    if let failure { return [DataDiagnostics(table, location).diagnostic(failure)] }
    return DataDiagnostics(table, location).diagnostics(log, skipped: skipped, read: read)
  }
}
