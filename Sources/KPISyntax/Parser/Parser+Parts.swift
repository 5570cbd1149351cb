import KPIDiagnostics
import KPISource

/// Parts that many constructs share.
extension Parser {
  mutating func name(of what: @autoclosure () -> String) {
    guard isAtName else { return expect(.name(of: what())) }
    let start = mark
    advance()
    complete(start, .name)
  }

  /// Names with commas between.
  mutating func names(of what: @autoclosure () -> String) {
    name(of: what())
    while take(.comma) {
      continueLine()
      name(of: what())
    }
  }

  mutating func path(of what: @autoclosure () -> String) {
    let start = mark
    name(of: what())
    pathSteps(from: start, of: what())
  }

  /// The steps after the first name, which stands written.
  mutating func pathSteps(from start: Mark, of what: @autoclosure () -> String) {
    while take(.dot) { name(of: what()) }
    complete(start, .path)
  }

  mutating func paths(of what: @autoclosure () -> String) {
    path(of: what())
    while take(.comma) {
      continueLine()
      path(of: what())
    }
  }

  mutating func text(of what: @autoclosure () -> String) {
    guard kind == .string else { return expect(.text(of: what())) }
    let start = mark
    advance()
    complete(start, .string)
  }

  /// `stale-review`, `pt-BR`: names and numbers joined by hyphens without a space.
  mutating func hyphenated(_ kind: SyntaxKind, of what: @autoclosure () -> String) {
    guard isAtName else { return expect(.name(of: what())) }
    let start = mark
    advance()
    while self.kind == .minus, current.isAdjacent, next.isAdjacent,
      next.kind == .name || next.kind == .number
    {
      advance()
      advance()
    }
    complete(start, kind)
  }

  /// One word, or two where the first asks for a second: `fiscal year`, `on track`, `small sample`.
  mutating func phrase(_ what: @autoclosure () -> SyntaxExpectation) {
    guard isAtName else { return expect(what()) }
    let start = mark
    let opensPair = word.opensPair
    name(of: "")
    if opensPair, isAtName { name(of: "") }
    complete(start, .phrase)
  }

  mutating func grain() { phrase(.grain) }

  mutating func date() {
    if kind == .date {
      literal()
    } else if case let start = mark, passForeignDate(foreignDay) {
      complete(start, .missingExpression)
    } else {
      expect(.date)
    }
  }

  mutating func period() {
    let start = mark
    if passForeignDate(foreignPeriod) { return complete(start, .missingExpression) }
    switch kind {
    case .period, .date: literal()
    case .number where isYear: literal(takesUnit: false)
    case .name where isFiscalYear: literal()
    default: expect(.period)
    }
  }

  /// Whether the current token has four digits and nothing else.
  var isYear: Bool { bytesOfCurrent.count == 4 && bytesOfCurrent.areDigits }

  /// Whether the current token is a name of the form `FY2026`.
  var isFiscalYear: Bool {
    guard kind == .name, rawWord == .none else { return false }
    let bytes = bytesOfCurrent
    guard bytes.count == 6, bytes.first == UInt8(ascii: "F"),
      bytes[bytes.startIndex + 1] == UInt8(ascii: "Y")
    else { return false }
    return bytes.dropFirst(2).areDigits
  }
}

extension ArraySlice<UInt8> {
  fileprivate var areDigits: Bool {
    allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
  }
}

extension Word {
  /// The first word of an expression of two.
  fileprivate var opensPair: Bool {
    switch self {
    case .fiscal, .on, .off, .at, .no, .not, .small, .weighted, .in: true
    default: false
    }
  }
}

// MARK: Blocks

extension Parser {
  /// Where the entries of a block stand.
  enum Layout {
    /// The attributes of a declaration: on lines of their own, or side by side.
    case attributes
    /// The entries of a block inside an attribute, likewise.
    case inner
    /// The rows of a table: the ends of the lines separate them, and nothing else does.
    case rows
  }

  /// Reads `{`, entries and `}`. Entries may stand side by side where the next one can be told from
  /// the rest of this one.
  mutating func entries(
    _ layout: Layout, what: String, startsEntry: (Parser) -> Bool, read: (inout Parser) -> Void
  ) {
    let opening = position
    let outerParentheses = openParentheses
    openParentheses = 0
    advance()
    // A file whose blocks are not indented has attributes at the margin; there the words that
    // begin attributes as well as declarations are taken for attributes.
    let isIndented = !isAtMargin(position)
    while true {
      joinLine()
      if rawKind == .rightBrace {
        openParentheses = outerParentheses
        advance()
        return
      }
      if rawKind == .endOfFile
        || beginsDeclaration(position) && (isIndented || !isPlainAttribute)
      {
        return closeMissingBrace(opening, outerParentheses)
      }
      if layout != .attributes, beginsOuterAttribute, !startsEntry(self) {
        return closeMissingInnerBrace(opening, outerParentheses)
      }
      isRecovering = missesBrace
      missesParenthesis = false
      let start = position
      read(&self)
      passCommaAtLineEnd()
      let isSideBySide = layout != .rows && startsEntry(self)
      if isRecovering || !isAtLineEnd && rawKind != .rightBrace && !isSideBySide {
        skipBrokenEntry(from: start, what)
      }
    }
  }

  /// `amount: USD,`, as in the lists of other formats.
  private mutating func passCommaAtLineEnd() {
    guard kind == .comma, !isRecovering, next.followsLineBreak || next.kind == .rightBrace else {
      return
    }
    note(.commaAtLineEnd(at: place))
    skip(to: position + 1)
  }

  private mutating func closeMissingBrace(_ opening: Int, _ outerParentheses: Int) {
    if !missesBrace {
      isRecovering = false
      failUnclosed(opening, indentation: "")
    }
    missesBrace = true
    openParentheses = outerParentheses
    reload()
  }

  /// `owner lan` and not `owner lan "Lan"`, in a block that knows the word.
  private var isPlainAttribute: Bool {
    attributes[rawWord] != .none && !looksLikeDeclaration(position)
  }

  /// A line of a block inside an attribute begins as an attribute of the declaration does.
  private var beginsOuterAttribute: Bool {
    current.followsLineBreak && attributes[rawWord] != .none
  }

  /// The block inside an attribute was not closed, and the declaration goes on.
  private mutating func closeMissingInnerBrace(_ opening: Int, _ outerParentheses: Int) {
    isRecovering = false
    failUnclosed(opening, indentation: "  ")
    openParentheses = outerParentheses
    reload()
  }

  /// Reports a block that ends before the current token; its brace belongs after the last line before that has more than
  /// a remark, which may be about what follows.
  private mutating func failUnclosed(_ opening: Int, indentation: String) {
    var last = Int(significant[position - 1]) + 1
    while tokens[last].kind != .newline, tokens[last].kind != .endOfFile { last += 1 }
    let end = Int(tokens[last].start)
    fail(
      .unclosedBlock(
        opening: range(ofTokenAt: opening), at: range(ofTokenAt: position),
        closing: TextEdit(
          range: SourceRange(file: fileID, end..<end), replacement: "\n" + indentation + "}")))
  }

  private mutating func skipBrokenEntry(from start: Int, _ what: String) {
    failUnexpected(after: what)
    if position == start, rawKind != .leftBrace { skip(to: position + 1) }
    skipToAttributeEnd()
    if position == start { skip(to: position + 1) }
  }
}
