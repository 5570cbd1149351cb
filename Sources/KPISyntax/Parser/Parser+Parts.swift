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
      joinLine()
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
      joinLine()
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
    if kind == .date { literal() } else { expect(.date) }
  }

  mutating func period() {
    switch kind {
    case .period, .date: literal()
    case .number where bytesOfCurrent.count == 4: literal(takesUnit: false)
    case .name where isFiscalYear: literal()
    default: expect(.period)
    }
  }

  /// Whether the current token is a name of the form `FY2026`.
  var isFiscalYear: Bool {
    guard kind == .name, rawWord == .none else { return false }
    let bytes = bytesOfCurrent
    guard bytes.count == 6, bytes.first == UInt8(ascii: "F"),
      bytes[bytes.startIndex + 1] == UInt8(ascii: "Y")
    else { return false }
    return bytes.dropFirst(2).allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
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
  /// Reads `{`, entries and `}`. Entries stand on lines of their own, or side by side where the
  /// next one can be told from the rest of this one.
  mutating func entries(
    startsEntry: (Parser) -> Bool, what: @autoclosure () -> String,
    read: (inout Parser) -> Void
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
      isRecovering = missesBrace
      missesParenthesis = false
      let start = position
      read(&self)
      endEntry(startsEntry, what())
      if position == start { skip(to: position + 1) }
    }
  }

  private mutating func closeMissingBrace(_ opening: Int, _ outerParentheses: Int) {
    if !missesBrace {
      isRecovering = false
      fail(.unclosedBlock(opening: range(ofTokenAt: opening), at: range(ofTokenAt: position)))
    }
    missesBrace = true
    openParentheses = outerParentheses
    reload()
  }

  /// `owner lan` and not `owner lan "Lan"`, in a block that knows the word.
  private var isPlainAttribute: Bool {
    attributes[rawWord] != .none && !looksLikeDeclaration(position)
  }

  private mutating func endEntry(_ startsEntry: (Parser) -> Bool, _ what: String) {
    if isRecovering { return skipToAttributeEnd() }
    if isAtLineEnd || rawKind == .rightBrace || startsEntry(self) { return }
    fail(.unexpectedText(text(ofTokenAt: position), after: what, at: place))
    skipToAttributeEnd()
  }
}
