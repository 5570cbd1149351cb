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
      note(.expectedDeclaration(text(ofTokenAt: position), at: place))
    }
    skipToDeclaration()
  }

  /// Whether the word at a line's start begins a declaration, and is not part of broken text.
  private var isDeclaration: Bool {
    switch next.kind {
    case .name, .quotedName, .string, .equal, .leftBrace, .endOfFile: true
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
    if rawKind == .leftBrace { block(keyword) }
    complete(start, keyword.declarationKind)
    endDeclaration(keyword)
  }

  private mutating func header(_ keyword: Word) {
    if keyword == .company || keyword == .test {
      text(of: keyword == .company ? "the company" : "what the test shows")
    } else {
      name(of: "the \(keyword.spelling)")
      if kind == .string { text(of: "") }
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
    if isAtName { name(of: "the source") }
    text(of: "the place of the rows")
    complete(start, .originClause)
  }

  private mutating func requiredFormula(_ keyword: Word) {
    if rawKind == .equal { return formula() }
    let named = nodes.last { $0.kind == .name }.map { node in
      source[Int(tokens[Int(node.firstToken)].start)..<Int(tokens[Int(node.endToken)].start)]
    }
    fail(.expectedFormula(of: keyword.spelling, name: named, found: found, at: place))
  }

  private mutating func formula() {
    advance()
    continueLine()
    // A name that was left out before `=` has been reported; the formula is still read in full.
    isRecovering = false
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
    case .scorecard: .scorecardDeclaration
    case .test: .testDeclaration
    default: .unexpected
    }
  }
}
