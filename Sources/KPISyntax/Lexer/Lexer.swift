/// The tokens of a file and what is wrong with them.
struct LexedText {
  /// Every token; together they cover every byte, and the last one is the end of the file.
  var tokens: [Token] = []
  /// The tokens that are not trivia, by their place in `tokens`; the last is the end of the file.
  var significant: [UInt32] = []
  var problems: [LexicalProblem] = []
}

/// Something wrong with the characters themselves.
struct LexicalProblem {
  enum Kind {
    case unexpectedCharacter, invalidText, unclosedString, unclosedName, emptyName, foreignQuotes
    case badEscape, wideSign
  }

  let kind: Kind
  let start: Int
  let end: Int
}

/// Cuts bytes into tokens: one pass, one table look-up per token, no texts made.
struct Lexer {
  let bytes: UnsafeBufferPointer<UInt8>
  let classes: UnsafeBufferPointer<ByteClass>
  let words: WordTable
  var result = LexedText()
  var index = 0
  private var lineBreakPending = true
  private var isAdjacent = false
  private var lastReportedLine = -1
  private var line = 0

  /// Files past this size are not read: an offset has to fit 31 bits.
  static let largestFile = Int(Int32.max)

  static func lex(_ source: [UInt8]) -> LexedText {
    source.withUnsafeBufferPointer { bytes in
      ByteClass.table.withUnsafeBufferPointer { classes in
        var lexer = Lexer(bytes: bytes, classes: classes)
        lexer.run()
        return lexer.result
      }
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, classes: UnsafeBufferPointer<ByteClass>) {
    self.bytes = bytes
    self.classes = classes
    words = WordTable.shared
    result.tokens.reserveCapacity(bytes.count / 3 + 16)
    result.significant.reserveCapacity(bytes.count / 6 + 16)
  }

  private mutating func run() {
    if bytes.count > Self.largestFile {
      report(.invalidText, from: 0, to: 0)
      emitTrivia(.unknown, from: 0)
      index = bytes.count
    } else {
      if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
        emitTrivia(.byteOrderMark, from: 0)
        index = 3
      }
      while index < bytes.count { next() }
      if let offset = UTF8Decoding.firstInvalid(bytes) {
        report(.invalidText, from: offset, to: offset + 1)
      }
    }
    emit(.endOfFile, from: bytes.count)
  }

  private mutating func next() {
    let start = index
    switch classes[Int(bytes[start])] {
    case .space:
      skip(.space)
      emitTrivia(.whitespace, from: start)
    case .lineFeed:
      index += 1
      emitLineBreak(from: start)
    case .carriageReturn:
      index += 1
      if peek(0) == 0x0A {
        index += 1
        emitLineBreak(from: start)
      } else {
        emitTrivia(.whitespace, from: start)
      }
    case .letter: name(from: start)
    case .digit: emit(number(), from: start)
    case .high: high(from: start)
    case .quote: string(from: start)
    case .apostrophe: foreignString(from: start, length: 1)
    case .backtick: quotedName(from: start)
    case .slash: slash(from: start)
    case .sign: sign(from: start)
    case .other:
      index += 1
      unknown(from: start)
    }
  }

  /// The byte some places ahead; 0 past the end.
  func peek(_ distance: Int) -> UInt8 {
    let place = index + distance
    return place < bytes.count ? bytes[place] : 0
  }

  mutating func skip(_ byteClass: ByteClass) {
    while index < bytes.count, classes[Int(bytes[index])] == byteClass { index += 1 }
  }

  mutating func skipToLineEnd() {
    while index < bytes.count, bytes[index] != 0x0A { index += 1 }
    if index > 0, index < bytes.count, bytes[index - 1] == 0x0D { index -= 1 }
  }
}

// MARK: Names and comments

extension Lexer {
  private mutating func name(from start: Int) {
    index += 1
    while index < bytes.count {
      switch classes[Int(bytes[index])] {
      case .letter, .digit: index += 1
      case .high:
        guard let (scalar, length) = UTF8Decoding.scalar(bytes, at: index),
          scalar.properties.isXIDContinue
        else { return emitName(from: start) }
        index += length
      default: return emitName(from: start)
      }
    }
    emitName(from: start)
  }

  private mutating func emitName(from start: Int) {
    if beginsFiscalPart(of: start) { return emit(calendar(start), from: start) }
    emit(.name, from: start, word: words.word(bytes, from: start, to: index))
  }

  private mutating func high(from start: Int) {
    guard let (scalar, length) = UTF8Decoding.scalar(bytes, at: index) else {
      index += 1
      return emitTrivia(.unknown, from: start)
    }
    if scalar.properties.isXIDStart { return name(from: start, firstLength: length) }
    if QuotationMark.opensText(scalar) { return foreignString(from: start, length: length) }
    index += length
    if ForeignSign(scalar) != nil { return emit(.foreign, from: start) }
    if let sign = WideSign.plain(scalar), let kind = Self.kind(ofSign: sign) {
      report(.wideSign, from: start, to: index)
      return emit(kind, from: start)
    }
    unknown(from: start)
  }

  private mutating func name(from start: Int, firstLength: Int) {
    index += firstLength - 1
    name(from: start)
  }

  private mutating func quotedName(from start: Int) {
    index += 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "`"), bytes[index] != 0x0A {
      index += 1
    }
    if peek(0) == UInt8(ascii: "`") {
      index += 1
      if index - start == 2 { report(.emptyName, from: start, to: index) }
    } else {
      if index > start + 1, bytes[index - 1] == 0x0D { index -= 1 }
      report(.unclosedName, from: start, to: index)
    }
    emit(.quotedName, from: start)
  }

  private mutating func slash(from start: Int) {
    index += 1
    guard peek(0) == UInt8(ascii: "/") else { return emit(.slash, from: start) }
    let isDocumentation = peek(1) == UInt8(ascii: "/") && peek(2) != UInt8(ascii: "/")
    skipToLineEnd()
    emitTrivia(isDocumentation ? .documentation : .comment, from: start)
  }

  private mutating func unknown(from start: Int) {
    if line != lastReportedLine {
      report(.unexpectedCharacter, from: start, to: index)
      lastReportedLine = line
    }
    emitTrivia(.unknown, from: start)
  }
}

// MARK: Texts

extension Lexer {
  /// A text ends at its quotation mark, or where the line ends.
  private mutating func string(from start: Int) {
    index += 1
    var hasEscapes = false
    loop: while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        index += 1
        checkEscapes(hasEscapes, from: start)
        return emit(.string, from: start)
      case 0x0A: break loop
      case UInt8(ascii: "\\"):
        hasEscapes = true
        index += peek(1) == 0x0A || index + 1 == bytes.count ? 1 : 2
      default: index += 1
      }
    }
    if let end = curlyEnd(from: start) {
      index = end
      report(.foreignQuotes, from: start, to: end)
      return emit(.string, from: start)
    }
    if index < bytes.count, index > start + 1, bytes[index - 1] == 0x0D { index -= 1 }
    report(.unclosedString, from: start, to: index)
    emit(.string, from: start)
  }

  /// The place after the curly mark that closes a text begun with a straight one.
  private func curlyEnd(from start: Int) -> Int? {
    var place = start + 1
    while place + 2 < min(index, bytes.count) {
      if bytes[place] == 0xE2, bytes[place + 1] == 0x80, bytes[place + 2] == 0x9D {
        return place + 3
      }
      place += 1
    }
    return nil
  }

  private mutating func checkEscapes(_ hasEscapes: Bool, from start: Int) {
    guard hasEscapes else { return }
    let text = Array(bytes[start..<index])
    guard let offset = TextLiteral.badEscape(in: text[...]) else { return }
    var end = start + offset + 2
    while end < index, bytes[end] & 0xC0 == 0x80 { end += 1 }
    report(.badEscape, from: start + offset, to: end)
  }

  /// A text in the quotation marks of a word processor, or in single ones.
  private mutating func foreignString(from start: Int, length: Int) {
    index += length
    while index < bytes.count, bytes[index] != 0x0A {
      let closing = QuotationMark.closing(bytes[start], bytes, at: index)
      if closing > 0 {
        index += closing
        report(.foreignQuotes, from: start, to: index)
        return emit(.string, from: start)
      }
      index += 1
    }
    index = start + length
    unknown(from: start)
  }
}

// MARK: Signs

extension Lexer {
  private mutating func sign(from start: Int) {
    index += 1
    let next = peek(0)
    let kind: TokenKind
    switch bytes[start] {
    case UInt8(ascii: "."): kind = either(next, UInt8(ascii: "."), .range, .dot)
    case UInt8(ascii: "-"): kind = either(next, UInt8(ascii: ">"), .arrow, .minus)
    case UInt8(ascii: "="): kind = either(next, UInt8(ascii: "="), .foreign, .equal)
    case UInt8(ascii: "!"): kind = either(next, UInt8(ascii: "="), .notEqual, .foreign)
    case UInt8(ascii: ">"): kind = either(next, UInt8(ascii: "="), .greaterOrEqual, .greater)
    case UInt8(ascii: "<"):
      kind =
        next == UInt8(ascii: ">")
        ? either(next, next, .foreign, .foreign)
        : either(next, UInt8(ascii: "="), .lessOrEqual, .less)
    case UInt8(ascii: "&"): kind = either(next, UInt8(ascii: "&"), .foreign, .foreign)
    default: kind = Self.kind(ofSign: bytes[start]) ?? .foreign
    }
    emit(kind, from: start)
  }

  /// The kind of a sign that stands alone; `nil` for one that is none of the language.
  private static func kind(ofSign sign: UInt8) -> TokenKind? {
    switch sign {
    case UInt8(ascii: "("): .leftParenthesis
    case UInt8(ascii: ")"): .rightParenthesis
    case UInt8(ascii: "{"): .leftBrace
    case UInt8(ascii: "}"): .rightBrace
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: "."): .dot
    case UInt8(ascii: "+"): .plus
    case UInt8(ascii: "-"): .minus
    case UInt8(ascii: "*"): .star
    case UInt8(ascii: "/"): .slash
    case UInt8(ascii: "="): .equal
    case UInt8(ascii: "<"): .less
    case UInt8(ascii: ">"): .greater
    case UInt8(ascii: "|"): .bar
    default: nil
    }
  }

  /// One kind where a certain byte follows, which then belongs to the token; else the other.
  private mutating func either(
    _ next: UInt8, _ wanted: UInt8, _ both: TokenKind, _ one: TokenKind
  ) -> TokenKind {
    guard next == wanted else { return one }
    index += 1
    return both
  }
}

// MARK: Output

extension Lexer {
  mutating func emit(_ kind: TokenKind, from start: Int, word: Word = .none) {
    result.significant.append(UInt32(truncatingIfNeeded: result.tokens.count))
    result.tokens.append(
      Token(
        start: UInt32(truncatingIfNeeded: start), kind: kind, word: word,
        followsLineBreak: lineBreakPending, isAdjacent: isAdjacent))
    lineBreakPending = false
    isAdjacent = true
  }

  private mutating func emitTrivia(_ kind: TokenKind, from start: Int) {
    result.tokens.append(
      Token(
        start: UInt32(truncatingIfNeeded: start), kind: kind, word: .none,
        followsLineBreak: false, isAdjacent: false))
    isAdjacent = false
  }

  private mutating func emitLineBreak(from start: Int) {
    emitTrivia(.newline, from: start)
    lineBreakPending = true
    line += 1
  }

  private mutating func report(_ kind: LexicalProblem.Kind, from start: Int, to end: Int) {
    guard result.problems.count < SyntaxLimits.diagnostics else { return }
    result.problems.append(LexicalProblem(kind: kind, start: start, end: end))
  }
}
