import KPIDiagnostics
import KPISource

/// Files and declarations.
extension Parser {
  mutating func file() {
    while rawKind != .endOfFile {
      reset()
      let start = position
      declaration()
      if position == start { skip(to: position + 1) }
    }
    completeFile()
  }

  private mutating func declaration() {
    if rawWord.beginsDeclaration, isDeclaration {
      return declaration(rawWord, rawWord)
    }
    if looksLikeDeclaration(position) {
      let text = text(ofTokenAt: position)
      let nearest = Suggestion.nearest(to: text, among: Word.declarations)
      note(.unknownDeclaration(text, nearest: nearest?.spelling, at: place))
      if let nearest { return declaration(nearest, .none) }
    } else if rawKind == .rightBrace || rawKind == .rightParenthesis {
      note(.unmatchedBracket(text(ofTokenAt: position), at: place))
      return skip(to: position + 1)
    } else {
      if let misspelt = misspeltKeyword {
        note(
          .unknownDeclaration(text(ofTokenAt: position), nearest: misspelt.spelling, at: place))
        return declaration(misspelt, .none)
      }
      note(
        .expectedDeclaration(
          text(ofTokenAt: position), rest: restOfLine(from: position + 1), at: place))
    }
    skipToDeclaration()
  }

  /// The word that a line at the margin begins with, written with a slip: `tabel orders …`.
  private var misspeltKeyword: Word? {
    guard isAtMargin(position), rawKind == .name, rawWord == .none, next.kind == .name,
      !next.followsLineBreak
    else { return nil }
    return Suggestion.nearest(to: text(ofTokenAt: position), among: Word.declarations)
  }

  /// Whether the word at a line's start begins a declaration, and is not part of broken text.
  private var isDeclaration: Bool {
    switch next.kind {
    case .name, .quotedName, .string, .equal, .leftBrace, .endOfFile: true
    case .number: token(at: position + 2).kind == .equal || token(at: position + 2).kind == .string
    default: next.followsLineBreak
    }
  }

  /// Reads a declaration of one kind, whose first word is as written or was misspelt.
  private mutating func declaration(_ keyword: Word, _ written: Word) {
    let start = mark
    attributes = AttributeSet.of(keyword)
    advance()
    header(keyword)
    if isRecovering { skipToBlock() }
    if rawKind == .leftBrace { block(keyword) } else { unopenedBlock(keyword) }
    complete(start, keyword.declarationKind)
    endDeclaration(keyword)
  }

  private mutating func header(_ keyword: Word) {
    if keyword == .company || keyword == .test {
      text(of: keyword == .company ? "the company" : "what the test shows")
    } else {
      declaredName(keyword)
    }
    switch keyword {
    case .department: parentClause()
    case .table: originClause()
    case .unit: if rawKind == .equal { formula() }
    case .metric, .kpi: requiredFormula(keyword)
    default: break
    }
    if !isAtLineEnd, rawKind != .leftBrace, rawKind != .rightBrace {
      failUnexpected(after: keyword.spelling)
    }
  }

  private mutating func declaredName(_ keyword: Word) {
    if kind == .string {
      note(.labelWithoutName(text(ofTokenAt: position), of: keyword.spelling, at: place))
    } else if let end = endOfSeveralWords(keyword) {
      let range = range(ofTokenAt: position).union(range(ofTokenAt: end))
      note(
        .nameOfSeveralWords(
          source[range.bytes], of: keyword.spelling, hasLabel: token(at: end + 1).kind == .string,
          at: range))
      name(of: "")
      skip(to: end + 1)
    } else if kind == .number {
      note(.nameWithDigitFirst(text(ofTokenAt: position), at: place))
      skip(to: position + 1)
    } else {
      name(of: "the \(keyword.spelling)")
    }
    if kind == .string { text(of: "") }
  }

  /// The last token of a name of several words, or of one with hyphens, before its label, its `=` or its block.
  private func endOfSeveralWords(_ keyword: Word) -> Int? {
    guard kind == .name, next.word != .in, next.word != .from else { return nil }
    var place = position + 1
    words: while !token(at: place).followsLineBreak, !followsUnknown(place) {
      switch token(at: place).kind {
      case .name, .number, .minus: place += 1
      case .equal, .string: break words
      case .leftBrace where keyword.isNamedForPeople: break words
      case .endOfFile where keyword.isNamedForPeople: break words
      default: return nil
      }
    }
    let hasEnd =
      !followsUnknown(place)
      && (!token(at: place).followsLineBreak || keyword.isNamedForPeople)
    return hasEnd && place > position + 1 ? place - 1 : nil
  }

  /// The lines of a block whose opening brace is missing: one finding speaks for all of them.
  private mutating func unopenedBlock(_ keyword: Word) {
    guard kind == .newline, rawKind == .name, !isAtMargin(position),
      attributes[rawWord] != .none, !looksLikeDeclaration(position)
    else { return }
    let header = range(ofTokenAt: position - 1).bytes.upperBound
    let here = SourceRange(file: fileID, header..<header)
    let line = range(ofTokenAt: position).union(range(ofTokenAt: lastOnLine(from: position)))
    note(.unopenedBlock(keyword.spelling, at: here, lines: line))
    var end = position
    while token(at: end).kind != .endOfFile, !isAtMargin(end) { end += 1 }
    if token(at: end).kind == .rightBrace { end += 1 }
    isRecovering = false
    joinLine()
    skip(to: end)
  }

  private mutating func parentClause() {
    guard word == .in else { return }
    let start = mark
    advance()
    name(of: "the department that it belongs to")
    complete(start, .parentClause)
  }

  private mutating func originClause() {
    guard word == .from else { return }
    let start = mark
    advance()
    if isAtName, next.kind == .dot || next.kind == .slash || next.kind == .leftBrace {
      pathWithoutQuotes()
    } else {
      if isAtName { name(of: "the source") }
      text(of: "the file with the rows")
    }
    complete(start, .originClause)
  }

  /// `from orders.csv`: everything without a space between is the path.
  private mutating func pathWithoutQuotes() {
    var end = position + 1
    while token(at: end).isAdjacent, token(at: end).kind != .leftBrace,
      token(at: end).kind != .endOfFile
    { end += 1 }
    let path = range(ofTokenAt: position).union(range(ofTokenAt: end - 1))
    note(.pathWithoutQuotes(source[path.bytes], at: path))
    skip(to: end)
  }

  private mutating func requiredFormula(_ keyword: Word) {
    if rawKind == .equal { return formula() }
    if kind == .colon, !next.followsLineBreak {
      let hasEqual = next.kind == .equal && next.isAdjacent
      let sign = hasEqual ? place.union(range(ofTokenAt: position + 1)) : place
      note(.signBeforeFormula(source[sign.bytes], at: sign))
      if hasEqual { advance() }
      return formula()
    }
    let named = lastName.map { source[$0.bytes] }
    fail(.expectedFormula(of: keyword.spelling, name: named, found: found, at: place))
  }

  /// The name that was written last.
  private var lastName: SourceRange? {
    nodes.last { $0.kind == .name }.map { node in
      SourceRange(
        file: fileID,
        Int(tokens[Int(node.firstToken)].start)..<Int(tokens[Int(node.endToken)].start))
    }
  }

  private mutating func formula() {
    advance()
    continueLine()
    // A name that was left out before `=` has been reported; the formula is still read in full.
    isRecovering = false
    if kind == .equal {
      note(.secondEqualSign(at: place))
      skip(to: position + 1)
    }
    expression()
  }

  private mutating func block(_ keyword: Word) {
    let start = mark
    isRecovering = false
    joinLine()
    entries(.attributes, what: "attribute", startsEntry: { $0.beginsAttribute }) { $0.attribute() }
    complete(start, .block)
  }

  /// A declaration ends with its line.
  private mutating func endDeclaration(_ keyword: Word) {
    if kind == .equal, token(at: position - 1).kind == .rightBrace, !missesBrace {
      isRecovering = true
      return skipToAttributeEnd()
    }
    guard !isAtLineEnd, !isRecovering, !missesBrace else { return }
    if rawKind == .rightBrace {
      fail(.unmatchedBracket(text(ofTokenAt: position), at: place))
      return skip(to: position + 1)
    }
    failUnexpected(after: keyword.spelling)
    if !rawWord.beginsDeclaration { skipToAttributeEnd() }
  }
}

extension Word {
  /// Something without a formula, which people know by a name of several words.
  fileprivate var isNamedForPeople: Bool {
    switch self {
    case .owner, .department, .perspective, .objective, .initiative, .assumption, .scorecard: true
    default: false
    }
  }

  fileprivate var declarationKind: SyntaxKind {
    switch self {
    case .company: .companyDeclaration
    case .owner: .ownerDeclaration
    case .department: .departmentDeclaration
    case .unit: .unitDeclaration
    case .source: .sourceDeclaration
    case .table: .tableDeclaration
    case .dimension: .dimensionDeclaration
    case .metric: .metricDeclaration
    case .kpi: .kpiDeclaration
    case .perspective: .perspectiveDeclaration
    case .objective: .objectiveDeclaration
    case .initiative: .initiativeDeclaration
    case .assumption: .assumptionDeclaration
    case .scorecard: .scorecardDeclaration
    case .test: .testDeclaration
    default: .unexpected
    }
  }
}
