import KPIDiagnostics
import KPISource

/// Where reading goes on after a mistake.
extension Parser {
  /// How far ahead a closing bracket is looked for.
  private static let horizon = 65_536

  /// Whether a token is the first thing on its line, without any space before it.
  func isAtMargin(_ place: Int) -> Bool {
    let index = Int(significant[min(place, significant.count - 1)])
    guard tokens[index].followsLineBreak else { return false }
    return index == 0 || tokens[index - 1].kind == .newline
      || tokens[index - 1].kind == .byteOrderMark
  }

  /// Whether a declaration begins at the margin here, whatever is still open.
  func beginsDeclaration(_ place: Int) -> Bool {
    let first = token(at: place)
    let second = token(at: place + 1)
    guard first.word.beginsDeclaration, isAtMargin(place), !second.followsLineBreak else {
      return false
    }
    switch second.kind {
    case .name, .quotedName, .string: return true
    default: return false
    }
  }

  /// The place of the parenthesis that closes the innermost `count` open ones, if it is near and
  /// nothing that ends the declaration comes first.
  func closingParenthesis(_ count: Int) -> Int? {
    guard diagnostics.count < SyntaxLimits.diagnostics else { return nil }
    var open = count
    var braces = 0
    for place in position..<min(position + Self.horizon, significant.count) {
      switch token(at: place).kind {
      case .leftParenthesis: open += 1
      case .rightParenthesis:
        open -= 1
        if open == 0 { return place }
      case .leftBrace: braces += 1
      case .rightBrace:
        braces -= 1
        if braces < 0 { return nil }
      case .endOfFile: return nil
      case .name: if place > position, beginsDeclaration(place) { return nil }
      default: break
      }
    }
    return nil
  }

  /// The place of the brace that closes the block being read, under the same conditions.
  func closingBrace() -> Int? {
    guard diagnostics.count < SyntaxLimits.diagnostics else { return nil }
    var open = 1
    for place in position..<min(position + Self.horizon, significant.count) {
      switch token(at: place).kind {
      case .leftBrace: open += 1
      case .rightBrace:
        open -= 1
        if open == 0 { return place }
      case .endOfFile: return nil
      case .name: if beginsDeclaration(place) { return nil }
      default: break
      }
    }
    return nil
  }

  /// Passes over tokens up to a place, as text that fits nowhere.
  mutating func skip(to place: Int) {
    guard position < place else { return }
    let start = mark
    while position < place, rawKind != .endOfFile { advance() }
    complete(start, .unexpected)
  }

  /// Passes over the rest of an attribute: to the end of the line, or to the brace that ends the
  /// block; parentheses and blocks that the rest opens are passed over whole.
  mutating func skipToAttributeEnd() {
    if openParentheses > 0, !beginsDeclaration(position),
      let closing = closingParenthesis(openParentheses)
    {
      skip(to: closing + 1)
    }
    openParentheses = 0
    reload()
    skip(to: attributeEnd())
  }

  private func attributeEnd() -> Int {
    var place = position
    var braces = 0
    while true {
      let token = token(at: place)
      if token.kind == .endOfFile || beginsDeclaration(place) { return place }
      if braces == 0, token.followsLineBreak { return place }
      if token.kind == .leftBrace { braces += 1 }
      if token.kind == .rightBrace {
        if braces == 0 { return place }
        braces -= 1
        if braces == 0 { return place + 1 }
      }
      place += 1
    }
  }

  /// Passes over the rest of the line above a block, up to its opening brace.
  mutating func skipToBlock() {
    if openParentheses > 0, !beginsDeclaration(position),
      let closing = closingParenthesis(openParentheses)
    {
      skip(to: closing + 1)
    }
    openParentheses = 0
    reload()
    var place = position
    while !isLineStart(place), token(at: place).kind != .leftBrace,
      token(at: place).kind != .rightBrace
    {
      place += 1
    }
    skip(to: place)
  }

  private func isLineStart(_ place: Int) -> Bool {
    let token = token(at: place)
    return token.kind == .endOfFile || token.followsLineBreak
  }

  /// Passes over text between declarations, up to the next thing that looks like one.
  mutating func skipToDeclaration() {
    var place = position + 1
    var braces = 0
    if rawKind == .leftBrace { braces = 1 }
    while token(at: place).kind != .endOfFile {
      if beginsDeclaration(place) { break }
      if braces <= 0, token(at: place).followsLineBreak, looksLikeDeclaration(place),
        token(at: place).word.beginsDeclaration || isAtMargin(place)
      {
        break
      }
      if token(at: place).kind == .leftBrace { braces += 1 }
      if token(at: place).kind == .rightBrace { braces -= 1 }
      place += 1
    }
    skip(to: place)
  }

  /// Whether `word name "Label"`, `word name =` or `word name {` stands here, whatever the word.
  func looksLikeDeclaration(_ place: Int) -> Bool {
    let (first, second, third) = (token(at: place), token(at: place + 1), token(at: place + 2))
    guard first.kind == .name, !second.followsLineBreak else { return false }
    switch second.kind {
    case .string: return true
    case .name, .quotedName:
      return third.kind == .leftBrace || third.kind == .equal && !third.followsLineBreak
        || third.kind == .string && !third.followsLineBreak
    default: return false
    }
  }
}
