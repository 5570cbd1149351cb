import KPIDiagnostics
import KPISource

/// Targets as people say them: a direction in signs or words that this language does not have, and words before one.
extension Parser {
  /// What stands before the value of a target and is not how it is written.
  struct TargetWords {
    enum Meaning {
      /// `>= 10k`, `no less than 10k`, `AT LEAST 10k`: what is written instead.
      case direction(String)
      /// `= 10k`, `is 10k`: no direction at all.
      case bare
      /// `not at least 10k`: which of the two directions is meant, the words leave open.
      case open
      /// `is at least 10k`: the direction after them is as it should be.
      case needless
      /// `not between 2 and 4`.
      case unsayable
    }

    let meaning: Meaning
    /// The place after the words.
    let end: Int
  }

  /// The words here that are not those of a target; `nil` where its name, its direction or a formula begins.
  var targetWords: TargetWords? {
    guard kind != .newline else { return nil }
    var place = afterFillers(position)
    let isNegated = Self.negations.contains(lowercased(place))
    if isNegated { place = afterFillers(place + 1) }
    guard let direction = direction(at: place) else {
      return !isNegated && place > position && beginsValue(place)
        ? TargetWords(meaning: .bare, end: place) : nil
    }
    if direction.isWrittenWell {
      if place == position { return nil }
      guard isNegated else { return TargetWords(meaning: .needless, end: place) }
      return direction.side == .band
        ? TargetWords(meaning: .unsayable, end: place)
        : TargetWords(meaning: .open, end: direction.end)
    }
    guard isNegated else {
      return TargetWords(meaning: .direction(direction.side.spelling), end: direction.end)
    }
    return TargetWords(
      meaning: direction.isComparison ? .direction(direction.side.opposite.spelling) : .open,
      end: direction.end)
  }

  /// `increase 10%` and the like: the text, and what to write.
  var changeWithoutBase: (text: SourceRange, meant: String)? {
    guard kind == .name, beginsValue(position + 1) else { return nil }
    let direction: String
    switch lowercased(position) {
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

  // MARK: Directions

  private enum Side {
    case least, most, band

    var spelling: String {
      switch self {
      case .least: "at least"
      case .most: "at most"
      case .band: "between"
      }
    }

    var opposite: Side { self == .least ? .most : .least }
  }

  private struct Direction {
    let side: Side
    /// It compares, so that `no` before it turns it round.
    let isComparison: Bool
    let isWrittenWell: Bool
    /// The place after its words.
    let end: Int
  }

  private func direction(at place: Int) -> Direction? {
    if place > position, token(at: place).followsLineBreak { return nil }
    if let side = sideOfSign(place) {
      return Direction(side: side, isComparison: true, isWrittenWell: false, end: place + 1)
    }
    guard token(at: place).kind == .name else { return nil }
    if let direction = directionAfterAt(place) { return direction }
    let word = lowercased(place)
    if word == "equal" {
      let last = place + (lowercased(place + 1) == "to" ? 2 : 1)
      return lowercased(last) == "or" ? direction(at: last + 1) : nil
    }
    if word == "between" {
      return Direction(
        side: .band, isComparison: false, isWrittenWell: token(at: place).word == .between,
        end: place + 1)
    }
    if let side = Self.pairs[word + " " + lowercased(place + 1)] {
      return Direction(side: side, isComparison: false, isWrittenWell: false, end: place + 2)
    }
    let end = afterEquality(place + (lowercased(place + 1) == "than" ? 2 : 1))
    guard end > place + 1 || beginsValue(end) else { return nil }
    if let side = Self.comparisons[word] {
      return Direction(side: side, isComparison: true, isWrittenWell: false, end: end)
    }
    return Self.limits[word].map {
      Direction(side: $0, isComparison: false, isWrittenWell: false, end: end)
    }
  }

  /// The place after `or equal to`.
  private func afterEquality(_ place: Int) -> Int {
    guard lowercased(place) == "or", lowercased(place + 1).hasPrefix("equal") else { return place }
    return place + (lowercased(place + 2) == "to" ? 3 : 2)
  }

  /// What `14 USD or more` and `14 USD minimum` say after the value, up to the end of the line.
  var directionAfterValue: (meant: String, last: Int)? {
    let isAlternative = lowercased(position) == "or"
    let last = position + (isAlternative ? 1 : 0)
    let sides = isAlternative ? Self.comparisons : Self.limits
    guard kind == .name, let side = sides[lowercased(last)],
      token(at: last + 1).followsLineBreak || token(at: last + 1).kind == .rightBrace
    else { return nil }
    return (side.spelling, last)
  }

  /// `at least`, `At Least`, `at-least`, `at a minimum`.
  private func directionAfterAt(_ place: Int) -> Direction? {
    guard lowercased(place) == "at" else { return nil }
    var last = place + 1
    if token(at: last).kind == .minus { last += 1 }
    if ["a", "the"].contains(lowercased(last)) { last += 1 }
    let side: Side
    switch lowercased(last) {
    case "least", "minimum", "min": side = .least
    case "most", "maximum", "max": side = .most
    default: return nil
    }
    let (first, second) = (token(at: place).word, token(at: place + 1).word)
    return Direction(
      side: side, isComparison: false,
      isWrittenWell: first == .at && (second == .least || second == .most), end: last + 1)
  }

  private func sideOfSign(_ place: Int) -> Side? {
    switch token(at: place).kind {
    case .greater, .greaterOrEqual: return .least
    case .less, .lessOrEqual: return .most
    case .foreign:
      switch ForeignSign(text(ofTokenAt: place)) {
      case .atLeast: return .least
      case .atMost: return .most
      default: return nil
      }
    default: return nil
    }
  }

  private static let comparisons: [String: Side] = [
    "over": .least, "above": .least, "more": .least, "higher": .least, "greater": .least,
    "exceed": .least, "exceeds": .least, "exceeding": .least,
    "under": .most, "below": .most, "less": .most, "lower": .most, "fewer": .most,
  ]

  private static let limits: [String: Side] = [
    "minimum": .least, "min": .least, "atleast": .least, "least": .least, "from": .least,
    "maximum": .most, "max": .most, "atmost": .most, "most": .most, "upto": .most,
  ]

  private static let pairs: [String: Side] = [
    "up to": .most,
    "\u{ED}t nh\u{1EA5}t": .least, "t\u{1ED1}i thi\u{1EC3}u": .least,
    "nhi\u{1EC1}u nh\u{1EA5}t": .most, "t\u{1ED1}i \u{111}a": .most,
  ]

  // MARK: Words before them

  private static let negations: Set<String> = ["no", "not", "never", "cannot"]

  private static let fillers: Set<String> = [
    "is", "are", "be", "of", "should", "must", "shall", "will", "has", "to", "stay",
    "stays", "remain", "remains",
  ]

  /// Words that say alone that a value is to be met, and not from which side.
  private static let openWords: Set<String> = ["equals", "reach", "about", "around", "exactly"]

  /// The place after words and signs that only lead to a value.
  private func afterFillers(_ first: Int) -> Int {
    var place = first
    while place == position || !token(at: place).followsLineBreak {
      switch token(at: place).kind {
      case .equal: break
      case .foreign where ForeignSign(text(ofTokenAt: place)) == .doubleEqual: break
      case .name where Self.fillers.contains(lowercased(place)): break
      case .name where Self.openWords.contains(lowercased(place)) && beginsValue(place + 1): break
      default: return place
      }
      place += 1
    }
    return place
  }

  /// The text of a token of the line in small letters; empty on another line.
  private func lowercased(_ place: Int) -> String {
    place > position && token(at: place).followsLineBreak
      ? "" : text(ofTokenAt: place).lowercased()
  }

  private func beginsValue(_ place: Int) -> Bool {
    let token = token(at: place)
    return !token.followsLineBreak && (token.kind == .number || token.kind == .minus)
  }
}
