import KPIDatabase
import KPIDiagnostics
import KPIModel
import KPISource

/// Why a database gives no answer: in words, without anything secret.
struct DatabaseFailure: Error, Sendable {
  let problem: String
  let help: String
  /// The table that could not be asked, where it is known.
  var table: TableID?
  /// The declaration that the failure is about, where it is not the whole table.
  var place: SourceRange?
  /// Whether nothing can be asked of the source, whichever the table.
  var isOfSource = false
  /// Whether the database took the query and could not compute it.
  private(set) var isOfQuery = false

  init(_ problem: String, help: String) {
    self.problem = problem
    self.help = help
  }

  init(_ error: DatabaseError) {
    (problem, help) = (error.words.problem, error.words.help)
    isOfQuery = error.fault == .queryFailed
  }

  init(_ misfit: ColumnMisfit, of table: Table) {
    let (words, column) = misfit.words(table)
    (problem, help) = (words.problem, words.help)
    place = table[column].origin
  }

  func diagnostic(of table: Table, in source: DatabaseSource) -> Diagnostic {
    isOfSource
      ? .sourceFailed(source.name, problem, help: help, declared: source.origin)
      : .databaseFailed(
        table: table.name, problem, help: help, declared: place ?? table.origin)
  }
}
