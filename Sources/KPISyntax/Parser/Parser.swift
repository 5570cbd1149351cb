import KPIDiagnostics
import KPISource

/// Reads tokens by recursive descent and writes nodes in post-order.
///
/// A grammar function takes a mark, reads its parts, and completes a node from the mark on: every
/// node written since becomes its child. Nodes that nobody completes fall to the parent, so that no
/// way through the parser can lose a token.
///
/// A line break that ends the line shows as the kind `.newline`, which fits nothing; functions that
/// may go on over the end of a line look at `rawKind`, or join the lines first.
struct Parser {
  let source: SourceText
  let fileID: FileID
  let tokens: [Token]
  let significant: [UInt32]
  private(set) var nodes: [SyntaxTree.Node] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// The current token, by its place in `significant`.
  private(set) var position = 0
  /// The kind of the current token, or `.newline` where the line has ended before it.
  private(set) var kind = TokenKind.endOfFile
  /// The word of the current token, or `.none` where the line has ended before it.
  private(set) var word = Word.none
  private(set) var rawKind = TokenKind.endOfFile
  private(set) var rawWord = Word.none

  /// The parentheses that are open; inside them the ends of lines mean nothing.
  var openParentheses = 0
  /// The constructs inside each other, counted against the limit.
  private var depth = 0
  /// An error was reported, and what follows from it is not.
  var isRecovering = false
  /// A missing brace was reported for this declaration; the blocks around it stay silent.
  var missesBrace = false
  /// A missing parenthesis was met in this attribute; the ones around it stay silent.
  var missesParenthesis = false
  private var isTooDeep = false
  /// The next line of the block names the columns of its rows.
  var expectsHeader = false
  /// The `=` that parts a formula of a test from what is expected of it, and compares nothing.
  var resultSign: Int?
  /// The attributes that words begin in the block being read.
  var attributes = AttributeSet.none

  init(source: SourceText, file: FileID, lexed: LexedText) {
    self.source = source
    self.fileID = file
    tokens = lexed.tokens
    significant = lexed.significant
    nodes.reserveCapacity(lexed.significant.count + 1)
    load()
  }

  /// A place from which a node may begin.
  struct Mark {
    let position: Int
    let node: Int
  }
}

// MARK: Tokens

extension Parser {
  func token(at place: Int) -> Token {
    tokens[Int(significant[min(place, significant.count - 1)])]
  }

  var current: Token { token(at: position) }
  var next: Token { token(at: position + 1) }

  /// Nothing more stands on this line, or in the file.
  var isAtLineEnd: Bool { kind == .newline || rawKind == .endOfFile }

  private mutating func load() {
    let token = current
    rawKind = token.kind
    rawWord = token.word
    let endsLine = token.followsLineBreak && (openParentheses == 0 || beginsDeclaration(position))
    kind = endsLine ? .newline : rawKind
    word = endsLine ? .none : rawWord
  }

  mutating func advance() {
    if position + 1 < significant.count { position += 1 }
    load()
  }

  /// Goes on over the end of a line after an operator, but not into the next declaration.
  mutating func continueLine() {
    if !beginsDeclaration(position) { joinLine() }
  }

  /// Takes the first token of a line for what it is.
  mutating func joinLine() {
    kind = rawKind
    word = rawWord
  }

  /// Looks at the current token again, after a change of what a line break means.
  mutating func reload() { load() }

  /// Takes the token if it is of this kind.
  mutating func take(_ wanted: TokenKind) -> Bool {
    guard kind == wanted else { return false }
    advance()
    return true
  }

  mutating func take(_ wanted: Word) -> Bool {
    guard word == wanted else { return false }
    advance()
    return true
  }

  /// Whether a name of any kind stands here; a word of the language is one.
  var isAtName: Bool { kind == .name || kind == .quotedName }

  func range(ofTokenAt place: Int) -> SourceRange {
    let index = Int(significant[min(place, significant.count - 1)])
    let end = index + 1 < tokens.count ? Int(tokens[index + 1].start) : source.bytes.count
    return SourceRange(file: fileID, Int(tokens[index].start)..<end)
  }

  func text(ofTokenAt place: Int) -> String { source[range(ofTokenAt: place).bytes] }

  var bytesOfCurrent: ArraySlice<UInt8> { source.bytes[range(ofTokenAt: position).bytes] }

  /// From the first token of a mark to the last one read.
  func range(from mark: Mark) -> SourceRange {
    position > mark.position
      ? range(ofTokenAt: mark.position).union(range(ofTokenAt: position - 1)) : place
  }

  /// Where a finding about the current place stands: on the token, or after the line that ended.
  var place: SourceRange {
    guard isAtLineEnd, position > 0 else { return range(ofTokenAt: position) }
    let end = range(ofTokenAt: position - 1).bytes.upperBound
    return SourceRange(file: fileID, end..<end)
  }

  /// What stands at the current place, for a message.
  var found: SyntaxFound {
    if rawKind == .endOfFile { return .fileEnd }
    return kind == .newline ? .lineEnd : .text(text(ofTokenAt: position))
  }
}

// MARK: Nodes

extension Parser {
  var mark: Mark { Mark(position: position, node: nodes.count) }

  /// Ends the node that began at the mark: all that was written since belongs to it.
  mutating func complete(_ mark: Mark, _ kind: SyntaxKind) {
    let (first, end) = extent(of: mark)
    append(kind, mark: mark, first: first, end: end)
    if kind.isExpression, nodes[nodes.count - 1].height > SyntaxLimits.nesting {
      reportTooDeep(at: range(from: mark))
      nodes[nodes.count - 1].kind = .missingExpression
      nodes[nodes.count - 1].height = 1
    }
  }

  /// Ends the tree: the root covers the trivia around it as well.
  mutating func completeFile() {
    let end = UInt32(truncatingIfNeeded: tokens.count)
    append(.file, mark: Mark(position: 0, node: 0), first: 0, end: end)
  }

  private func extent(of mark: Mark) -> (first: UInt32, end: UInt32) {
    if position > mark.position {
      return (significant[mark.position], significant[position - 1] + 1)
    }
    let place = mark.position > 0 ? significant[mark.position - 1] + 1 : 0
    return (place, place)
  }

  private mutating func append(_ kind: SyntaxKind, mark: Mark, first: UInt32, end: UInt32) {
    let id = NodeID(UInt32(truncatingIfNeeded: nodes.count))
    var sibling = NodeID.none
    var height: UInt16 = 0
    var child = nodes.count - 1
    while child >= mark.node {
      nodes[child].nextSibling = sibling
      nodes[child].parent = id
      height = max(height, nodes[child].height)
      sibling = NodeID(UInt32(truncatingIfNeeded: child))
      child = Int(nodes[child].subtreeStart) - 1
    }
    nodes.append(
      SyntaxTree.Node(
        kind: kind, height: min(height, .max - 1) + 1, firstToken: first, endToken: end,
        subtreeStart: UInt32(truncatingIfNeeded: mark.node), firstChild: sibling))
  }

  /// Reads the inside of something that may stand inside itself, unless that is too deep.
  mutating func nested(_ read: (inout Parser) -> Void) {
    guard depth < SyntaxLimits.nesting else {
      reportTooDeep(at: place)
      isRecovering = true
      complete(mark, .missingExpression)
      return
    }
    depth += 1
    read(&self)
    depth -= 1
  }

  private mutating func reportTooDeep(at range: SourceRange) {
    if !isTooDeep { note(.nestedTooDeeply(at: range)) }
    isTooDeep = true
  }

  /// Begins a declaration with nothing left over from the one before.
  mutating func reset() {
    isRecovering = false
    missesBrace = false
    missesParenthesis = false
    expectsHeader = false
    resultSign = nil
    isTooDeep = false
    openParentheses = 0
    depth = 0
    attributes = .none
    load()
    joinLine()
  }
}

// MARK: Findings

extension Parser {
  /// Reports what the grammar cannot read over, and nothing that follows from it.
  mutating func fail(_ diagnostic: Diagnostic) {
    note(diagnostic)
    isRecovering = true
  }

  /// Reports something after which reading goes on as if it were right.
  mutating func note(_ diagnostic: Diagnostic) {
    guard !isRecovering, !followsUnknown(position), diagnostics.count < SyntaxLimits.diagnostics
    else {
      return
    }
    diagnostics.append(diagnostic)
  }

  /// Characters that are no token stand right before a place; they were reported, and explain what follows.
  func followsUnknown(_ place: Int) -> Bool {
    var index = Int(significant[min(place, significant.count - 1)]) - 1
    while index >= 0, tokens[index].kind.isTrivia {
      if tokens[index].kind == .unknown { return true }
      index -= 1
    }
    return false
  }

  /// Reports the current token, which does not belong to what is complete before it.
  mutating func failUnexpected(after what: String) {
    let text = text(ofTokenAt: position)
    switch rawKind {
    case .rightParenthesis, .rightBrace: fail(.unmatchedBracket(text, at: place))
    case .foreign: fail(unexpectedSign)
    case .bar where next.kind == .bar && next.isAdjacent:
      let both = place.union(range(ofTokenAt: position + 1))
      fail(
        .foreignSign(
          "||", meant: Word.or.spelling, touches: touches(place: position, count: 2), at: both))
    default: fail(unexpected(after: what))
    }
  }

  mutating func expect(_ what: SyntaxExpectation) {
    fail(.expected(what, found: found, at: place))
  }

  /// Takes a word that belongs here; the shape shows where.
  mutating func require(_ wanted: Word, shape: @autoclosure () -> String) {
    if take(wanted) { return }
    let expectation = SyntaxExpectation.word(wanted.spelling, shape: shape())
    let before = position > 0 ? text(ofTokenAt: position - 1) : ""
    if before != wanted.spelling, before.utf8.count > 2,
      Suggestion.nearest(to: before, among: [wanted]) != nil, token(at: position - 1).word == .none
    {
      // The slip was read as part of what stands before, such as a unit.
      return fail(.expected(expectation, found: .text(before), at: range(ofTokenAt: position - 1)))
    }
    expect(expectation)
  }
}
