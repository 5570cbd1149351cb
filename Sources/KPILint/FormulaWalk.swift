import KPIModel
import KPIPlan

/// Looking through normal forms.
extension Formula {
  /// Calls `visit` for both sides of every division.
  func forEachQuotient(_ visit: (Formula, Formula) -> Void) {
    if case .quotient(let top, let bottom) = self { visit(top, bottom) }
    for part in parts { part.forEachQuotient(visit) }
  }

  /// The formulas directly inside.
  private var parts: [Formula] {
    switch self {
    case .constant, .leaf: []
    case .sum(let parts), .product(let parts), .all(let parts), .any(let parts),
      .function(_, let parts):
      parts
    case .quotient(let left, let right), .comparison(_, let left, let right): [left, right]
    case .not(let part), .isMissing(let part): [part]
    case .choice(let branches, let otherwise):
      branches.flatMap { [$0.condition, $0.value] } + (otherwise.map { [$0] } ?? [])
    }
  }
}
