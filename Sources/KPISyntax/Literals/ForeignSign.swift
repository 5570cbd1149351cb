/// A sign that other languages and word processors use where this one says something else; it is reported, and
/// then read as what was meant.
enum ForeignSign {
  case doubleEqual, lessGreater, bang, doubleAnd, semicolon, percent
  case atLeast, atMost, unequal, times, divided, dash

  init?(_ text: String) {
    switch text {
    case "==": self = .doubleEqual
    case "<>": self = .lessGreater
    case "!": self = .bang
    case "&&", "&": self = .doubleAnd
    case ";": self = .semicolon
    case "%": self = .percent
    default:
      guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1 else {
        return nil
      }
      self.init(scalar)
    }
  }

  /// The signs of mathematics, and the dashes that word processors make of a minus.
  init?(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\u{2265}": self = .atLeast
    case "\u{2264}": self = .atMost
    case "\u{2260}": self = .unequal
    case "\u{D7}": self = .times
    case "\u{F7}": self = .divided
    case "\u{2212}", "\u{2013}", "\u{2014}": self = .dash
    default: return nil
    }
  }

  /// The operator between two operands that was meant.
  var meant: BinaryOperator? {
    switch self {
    case .doubleEqual: .equal
    case .lessGreater, .unequal: .notEqual
    case .doubleAnd: .and
    case .atLeast: .greaterOrEqual
    case .atMost: .lessOrEqual
    case .times: .multiply
    case .divided: .divide
    case .dash: .subtract
    case .bang, .semicolon, .percent: nil
    }
  }

  /// How this language writes what was meant.
  var spelling: String? {
    switch self {
    case .doubleEqual: "="
    case .lessGreater, .unequal: "!="
    case .bang: "not"
    case .doubleAnd: "and"
    case .atLeast: ">="
    case .atMost: "<="
    case .times: "*"
    case .divided: "/"
    case .dash: "-"
    case .semicolon, .percent: nil
    }
  }

  /// Whether it compares two values.
  var isComparison: Bool {
    switch meant {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: true
    default: false
    }
  }
}
