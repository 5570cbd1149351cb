import KPIModel
import KPIPlan

/// Looking through normal forms.
extension Formula {
  /// Calls `visit` for both sides of every division.
  func forEachQuotient(_ visit: (Formula, Formula) -> Void) {
    if case .quotient(let top, let bottom) = self { visit(top, bottom) }
    for part in parts { part.forEachQuotient(visit) }
  }
}
