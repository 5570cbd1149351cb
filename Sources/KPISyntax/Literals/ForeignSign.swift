/// A sign that other languages use where this one says something else; it is reported, and then
/// read as what was meant.
enum ForeignSign {
  case doubleEqual, lessGreater, bang, doubleAnd, semicolon, percent

  init?(_ text: String) {
    switch text {
    case "==": self = .doubleEqual
    case "<>": self = .lessGreater
    case "!": self = .bang
    case "&&", "&": self = .doubleAnd
    case ";": self = .semicolon
    case "%": self = .percent
    default: return nil
    }
  }

  /// The operator between two operands that was meant.
  var meant: BinaryOperator? {
    switch self {
    case .doubleEqual: .equal
    case .lessGreater: .notEqual
    case .doubleAnd: .and
    case .bang, .semicolon, .percent: nil
    }
  }
}
