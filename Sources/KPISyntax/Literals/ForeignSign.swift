/// A sign that other languages and word processors use where this one says something else; it is reported, and
/// then read as what was meant.
enum ForeignSign {
  case doubleEqual, lessGreater, bang, doubleAnd, semicolon, percent
  case atLeast, atMost, unequal, times, divided, dash, arrow

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
    case "\u{2265}", "\u{2267}", "\u{2A7E}": self = .atLeast
    case "\u{2264}", "\u{2266}", "\u{2A7D}": self = .atMost
    case "\u{2260}": self = .unequal
    case "\u{D7}", "\u{B7}", "\u{22C5}", "\u{2217}", "\u{2715}", "\u{2716}": self = .times
    case "\u{F7}", "\u{2215}", "\u{2044}": self = .divided
    case "\u{2212}", "\u{2010}", "\u{2011}", "\u{2013}", "\u{2014}": self = .dash
    case "\u{2192}", "\u{21D2}", "\u{27A1}", "\u{2794}": self = .arrow
    // The full-width forms of the signs above.
    case "\u{FF01}": self = .bang
    case "\u{FF05}": self = .percent
    case "\u{FF06}": self = .doubleAnd
    case "\u{FF1B}": self = .semicolon
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
    case .bang, .semicolon, .percent, .arrow: nil
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
    case .arrow: "->"
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
