import KPIModel
import KPIPlan

extension CellFunction {
  /// Whether it is made of the values themselves rather than of numbers that can be put together.
  var needsValues: Bool {
    switch self {
    case .distinct, .values, .deviation: true
    case .count, .sum, .minimum, .maximum: false
    }
  }
}

extension Specification {
  /// What the values of an expression are.
  func scalarType(of expression: TableExpression) -> ScalarType {
    switch expression {
    case .field(let path): return column(path).type.scalar
    case .literal(.text): return .text
    case .literal(.date): return .date
    case .literal(.timestamp): return .timestamp
    case .literal(.boolean), .comparison, .all, .any, .not, .isIn, .isMissing: return .boolean
    case .literal(.number), .negated, .arithmetic, .lookup: return .number(.plain)
    case .choice(let branches, let otherwise):
      return (branches.first?.value ?? otherwise).map(scalarType) ?? .number(.plain)
    case .function(let function, let arguments):
      switch function {
      case .coalesce, .min, .max: return arguments.first.map(scalarType) ?? .number(.plain)
      case .lower, .upper, .trim, .concat: return .text
      case .contains, .startsWith, .endsWith: return .boolean
      case .date: return .date
      default: return .number(.plain)
      }
    }
  }
}
