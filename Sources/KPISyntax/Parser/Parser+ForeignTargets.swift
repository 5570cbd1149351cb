import KPIDiagnostics
import KPISource

/// The direction of a target in signs or words that this language does not have.
extension Parser {
  struct ForeignDirection {
    /// `at least`, `at most`, or `nil` where it is open.
    let meant: String?
    /// The place after the words.
    let end: Int
  }

  /// What stands here for `at least` or `at most`: `>=`, `minimum`, `less than`.
  var foreignDirection: ForeignDirection? {
    switch kind {
    case .greater, .greaterOrEqual: return ForeignDirection(meant: "at least", end: position + 1)
    case .less, .lessOrEqual: return ForeignDirection(meant: "at most", end: position + 1)
    case .equal: return ForeignDirection(meant: nil, end: position + 1)
    case .foreign:
      switch foreignSign {
      case .atLeast: return ForeignDirection(meant: "at least", end: position + 1)
      case .atMost: return ForeignDirection(meant: "at most", end: position + 1)
      case .doubleEqual: return ForeignDirection(meant: nil, end: position + 1)
      default: return nil
      }
    case .name: return directionInWords
    default: return nil
    }
  }

  private var directionInWords: ForeignDirection? {
    guard beginsValue(position + 1) || text(ofTokenAt: position + 1).lowercased() == "than" else {
      return nil
    }
    let meant: String?
    switch text(ofTokenAt: position).lowercased() {
    case "minimum", "min", "over", "above", "more", "higher", "greater", "exceed", "exceeds",
      "exceeding", "atleast", "least", "from":
      meant = "at least"
    case "maximum", "max", "under", "below", "less", "lower", "fewer", "atmost", "most", "upto":
      meant = "at most"
    case "is", "equals", "reach", "about", "around", "exactly": meant = nil
    default: return nil
    }
    let hasThan = text(ofTokenAt: position + 1).lowercased() == "than"
    return ForeignDirection(meant: meant, end: position + (hasThan ? 2 : 1))
  }

  /// `increase 10%` and the like: the text, and what to write.
  var changeWithoutBase: (text: SourceRange, meant: String)? {
    guard kind == .name, beginsValue(position + 1) else { return nil }
    let direction: String
    switch text(ofTokenAt: position).lowercased() {
    case "increase", "grow", "raise", "improve", "up", "growth": direction = "at least"
    case "reduce", "decrease", "cut", "down", "drop": direction = "at most"
    default: return nil
    }
    let last = lastOnLine(from: position)
    let value = source[range(ofTokenAt: position + 1).union(range(ofTokenAt: last)).bytes]
    let side = direction == "at least" ? "above" : "below"
    return (
      range(ofTokenAt: position).union(range(ofTokenAt: last)),
      "\(direction) \(value) \(side) previous year"
    )
  }

  private func beginsValue(_ place: Int) -> Bool {
    let token = token(at: place)
    return !token.followsLineBreak && (token.kind == .number || token.kind == .minus)
  }
}
