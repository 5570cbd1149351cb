package import KPIDiagnostics
package import KPISource

/// The tree of a file, and what is wrong with its syntax. Any bytes have a tree.
package func parse(
  _ source: SourceText, file: FileID
) -> (tree: SyntaxTree, diagnostics: [Diagnostic]) {
  let lexed = Lexer.lex(source.bytes)
  var parser = Parser(source: source, file: file, lexed: lexed)
  parser.file()
  let tree = SyntaxTree(source: source, file: file, tokens: lexed.tokens, nodes: parser.nodes)
  let characters = lexed.problems.map { $0.diagnostic(in: source, file: file, tokens: lexed) }
  return (tree, independent(parser.diagnostics, characters, in: source))
}

/// The findings of the parser and those about single characters, without those that only follow from another on the
/// same line: what stands in text that was passed over, and what a text that does not end has swallowed.
private func independent(
  _ findings: [Diagnostic], _ characters: [Diagnostic], in source: SourceText
) -> [Diagnostic] {
  guard !findings.isEmpty, !characters.isEmpty else {
    return (findings + characters).inOrder()
  }
  func place(_ finding: Diagnostic) -> (line: Int, offset: Int) {
    guard case .source(let range) = finding.location else { return (0, 0) }
    return (source.position(of: range.bytes.lowerBound).line, range.bytes.lowerBound)
  }
  var passedOver: [Int: Int] = [:]
  for finding in findings
  where finding.rule == .expectedDeclaration
    || finding.rule == .unexpectedText
      && finding.fixes.isEmpty
  {
    let (line, offset) = place(finding)
    passedOver[line] = min(passedOver[line] ?? offset, offset)
  }
  let endless = Set(characters.filter { $0.rule == .unclosedText }.map { place($0).line })
  let texts = findings.filter { $0.rule == .expectedText }.flatMap(\.fixes).flatMap(\.edits)
    .map(\.range.bytes)
  let kept =
    findings.filter { $0.rule != .unclosedParenthesis || !endless.contains(place($0).line) }
    + characters.filter { finding in
      let (line, offset) = place(finding)
      if texts.contains(where: { $0.contains(offset) }) { return false }
      return passedOver[line].map { offset <= $0 } ?? true
    }
  return kept.inOrder()
}

extension LexicalProblem {
  func diagnostic(in source: SourceText, file: FileID, tokens: LexedText) -> Diagnostic {
    let range = SourceRange(file: file, start..<end)
    switch kind {
    case .unexpectedCharacter:
      return .unexpectedCharacter(
        source[start..<end], number: numberBeside(source.bytes, file: file),
        surroundings: surroundings(source.bytes), at: range)
    case .invalidText:
      return end == 0 ? .fileTooLarge(at: range) : .textIsNotUTF8(at: range)
    case .unclosedString:
      let text = source[start..<end]
      return .unclosedText(
        end: end(ofTextIn: source.bytes),
        isAlone: !tokens.hasOpenParenthesis(before: start) && !text.contains(where: "{}=|".contains)
          && !text.contains("//"),
        at: range)
    case .unclosedName: return .unclosedName(at: range)
    case .emptyName: return .emptyName(at: range)
    case .foreignQuotes:
      return .foreignQuotes(
        source[start..<end], inner: TextLiteral.value(of: source.bytes[start..<end]), at: range)
    case .badEscape:
      let path = pathOfWindows(source.bytes, file: file)
      return .unknownEscape(
        source[start..<end], path: path.map { (source[$0.bytes], $0) }, at: range)
    case .wideSign:
      let sign = source[start..<end].unicodeScalars.first.flatMap(WideSign.plain)
      return .foreignSign(
        source[start..<end],
        meant: sign.map { String(Character(Unicode.Scalar($0))) }, at: range)
    }
  }

  /// The text of the line that the place is in, where it is a path with a drive: each of its backslashes is one.
  private func pathOfWindows(_ bytes: [UInt8], file: FileID) -> SourceRange? {
    var first = start
    while first > 0, bytes[first - 1] != UInt8(ascii: "\""), bytes[first - 1] != UInt8(ascii: "\n")
    {
      first -= 1
    }
    guard first > 0, first + 2 < bytes.count, bytes[first + 1] == UInt8(ascii: ":"),
      bytes[first + 2] == UInt8(ascii: "\\")
    else { return nil }
    var last = start
    while last < bytes.count, bytes[last] != UInt8(ascii: "\""), bytes[last] != UInt8(ascii: "\n") {
      last += 1
    }
    return SourceRange(file: file, first..<last)
  }

  /// How the character stands among those of its line.
  private func surroundings(_ bytes: [UInt8]) -> CharacterSurroundings {
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    var first = start
    while first > 0, isBlank(bytes[first - 1]) { first -= 1 }
    // A byte order mark is no part of the first line.
    let beginning = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if first <= beginning || bytes[first - 1] == UInt8(ascii: "\n") { return .first }
    let isApart = isBlank(bytes[start - 1]) && end < bytes.count && isBlank(bytes[end])
    return isApart ? .apart : .amid
  }

  /// The place before the first parenthesis that closes more than the text has opened.
  private func end(ofTextIn bytes: [UInt8]) -> Int? {
    var open = 0
    for place in start..<end {
      if bytes[place] == UInt8(ascii: "(") { open += 1 }
      if bytes[place] == UInt8(ascii: ")") {
        open -= 1
        if open < 0 { return place }
      }
    }
    return nil
  }

  /// The number right after the place, or right before it, as in `$100` and `100 $`.
  private func numberBeside(
    _ bytes: [UInt8], file: FileID
  ) -> (text: String, range: SourceRange)? {
    func belongs(_ place: Int) -> Bool {
      guard bytes.indices.contains(place) else { return false }
      switch bytes[place] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: "k"), UInt8(ascii: "M"), UInt8(ascii: "B"):
        return true
      default: return false
      }
    }
    func isSpace(_ place: Int) -> Bool {
      bytes.indices.contains(place) && bytes[place] == UInt8(ascii: " ")
    }
    func isNumber(_ place: Range<Int>) -> Bool {
      guard case .success = DecimalReader.read(bytes[place]) else { return false }
      return !place.isEmpty
    }
    var first = end
    if isSpace(first) { first += 1 }
    var last = first
    while belongs(last) { last += 1 }
    if !isNumber(first..<last) {
      last = start
      if isSpace(last - 1) { last -= 1 }
      first = last
      while belongs(first - 1) { first -= 1 }
    }
    guard isNumber(first..<last) else { return nil }
    return (
      String(decoding: bytes[first..<last], as: UTF8.self), SourceRange(file: file, first..<last)
    )
  }
}

extension LexedText {
  /// Whether a parenthesis of the same declaration is open before a place.
  fileprivate func hasOpenParenthesis(before place: Int) -> Bool {
    var open = 0
    for index in significant.reversed() {
      let token = tokens[Int(index)]
      guard token.start < place else { continue }
      if token.kind == .leftParenthesis { open += 1 }
      if token.kind == .rightParenthesis { open -= 1 }
      if open > 0 { return true }
      if token.followsLineBreak, token.word.beginsDeclaration { return false }
    }
    return false
  }
}
