import KPIDiagnostics
import KPISource

/// Text that stands where nothing more belongs, told by what it was most likely meant to be.
extension Parser {
  /// What to say about the current token after something complete.
  func unexpected(after what: String) -> Diagnostic {
    let text = text(ofTokenAt: position)
    if let number = numberInParts { return number }
    if let hint = hintFromBefore { return hint }
    if rawKind == .name {
      if let distinct = distinctValues { return distinct }
      if let foreign = Diagnostic.foreignWord(text, rest: restOfLine(from: position + 1), at: place)
      {
        return foreign
      }
      if let word = misspeltWord(text) {
        return .misspeltWord(text, meant: word.spelling, at: place)
      }
    }
    return .unexpectedText(text, after: what, at: place)
  }

  /// The text from a token to the end of its line.
  func restOfLine(from first: Int) -> String {
    guard !token(at: first).followsLineBreak, token(at: first).kind != .endOfFile else { return "" }
    return source[range(ofTokenAt: first).union(range(ofTokenAt: lastOnLine(from: first))).bytes]
  }

  /// The last token on the line of a token.
  func lastOnLine(from first: Int) -> Int {
    var last = first
    while token(at: last + 1).kind != .endOfFile, !token(at: last + 1).followsLineBreak {
      last += 1
    }
    return last
  }

  // MARK: Numbers

  /// `1,000,000`, `1 000 000` and `1,5`, whose first part was read as a number; and `2 million USD`.
  private var numberInParts: Diagnostic? {
    guard position > 0 else { return nil }
    if token(at: position - 1).kind == .name, position > 1, token(at: position - 2).kind == .number,
      let letter = Magnitude.letter(of: text(ofTokenAt: position - 1)),
      !token(at: position).followsLineBreak
    {
      let range = range(ofTokenAt: position - 2).union(range(ofTokenAt: position - 1))
      return .writtenMagnitude(
        source[range.bytes], meant: text(ofTokenAt: position - 2) + letter, at: range)
    }
    guard token(at: position - 1).kind == .number else { return nil }
    var parts = [text(ofTokenAt: position - 1)]
    var last = position - 1
    let hasCommas = rawKind == .comma
    while let next = nextPart(after: last, hasCommas: hasCommas) {
      parts.append(text(ofTokenAt: next))
      last = next
    }
    guard parts.count > 1 else { return nil }
    return .numberInParts(
      parts, separator: hasCommas ? "," : " ",
      at: range(ofTokenAt: position - 1).union(range(ofTokenAt: last)))
  }

  /// The next group of digits of a number that is written in groups.
  private func nextPart(after last: Int, hasCommas: Bool) -> Int? {
    let place = last + (hasCommas ? 2 : 1)
    let token = token(at: place)
    guard token.kind == .number, !token.followsLineBreak else { return nil }
    if hasCommas {
      let comma = self.token(at: last + 1)
      return comma.kind == .comma && comma.isAdjacent && token.isAdjacent ? place : nil
    }
    return range(ofTokenAt: place).bytes.count >= 3 ? place : nil
  }

  // MARK: Words

  /// What the token before says about what was meant: `2(a + b)`, `SELECT sum(…)`, `last month`.
  private var hintFromBefore: Diagnostic? {
    guard position > 0, !current.followsLineBreak else { return nil }
    let before = range(ofTokenAt: position - 1)
    let text = source[before.bytes]
    if rawKind == .leftParenthesis, token(at: position - 1).kind == .number {
      return .signMissing(between: text, at: place)
    }
    if rawKind == .number, token(at: position - 1).kind == .name, text.utf8.count == 3,
      text.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")) ~= $0 })
    {
      return .currencyBeforeNumber(
        text, self.text(ofTokenAt: position), at: before.union(place))
    }
    guard rawKind == .name, token(at: position - 1).kind == .name else { return nil }
    switch text.lowercased() {
    case "select": return .databaseQuestion(text, at: before)
    case "last", "this", "next", "current", "previous":
      return Diagnostic.isPeriod(self.text(ofTokenAt: position))
        ? .periodInWords(
          source[before.union(place).bytes], at: before.union(place)) : nil
    default: return nil
    }
  }

  /// The word of formulas, columns and declarations that a name was most likely meant to be.
  private func misspeltWord(_ text: String) -> Word? {
    guard text.utf8.count > 2, rawWord == .none else { return nil }
    return Suggestion.nearest(
      to: text,
      among: [
        .where, .between, .from, .key, .time, .snapshot, .optional, .then, .else, .because, .until,
        .phased, .weight, .above, .below, .missing, .per, .and, .not,
      ])
  }

  /// `count(distinct orders.customer_id)`, read up to the column.
  private var distinctValues: Diagnostic? {
    guard position > 2, openParentheses > 0, token(at: position - 2).kind == .leftParenthesis,
      text(ofTokenAt: position - 1).lowercased() == "distinct"
    else { return nil }
    var last = position
    while token(at: last + 1).kind == .dot { last += 2 }
    let column = range(ofTokenAt: position).union(range(ofTokenAt: last))
    return .distinctValues(
      of: source[column.bytes], text(ofTokenAt: position - 3),
      at: range(ofTokenAt: position - 1).union(column))
  }
}

/// Words for large numbers, in the languages of those who write them.
enum Magnitude {
  static func letter(of word: String) -> String? {
    switch word.lowercased() {
    case "thousand", "thousands", "ngh\u{EC}n", "ng\u{E0}n": "k"
    case "million", "millions", "mio", "mn", "tri\u{1EC7}u": "M"
    case "billion", "billions", "bn", "t\u{1EF7}", "t\u{1EC9}": "B"
    default: nil
    }
  }
}
