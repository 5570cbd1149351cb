import KPIModel
import KPISource
import KPISyntax

extension LintContext {
  /// Where the name of a table stands.
  func nameRange(of table: Table) -> SourceRange {
    declarations[.table, table.name]?.name?.range ?? table.origin
  }
}
