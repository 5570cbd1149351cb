import KPIDiagnostics
import KPISource

/// Formulas, one function for each level of precedence, the loosest first.
extension Parser {
  /// Everything up to the enclosing parenthesis or argument, with its `where` and `on` clauses.
  mutating func expression() {
    let start = mark
    chain(.or)
    guard rawWord == .where || rawWord == .on else { return }
    while rawWord == .where || rawWord == .on {
      let clause = mark
      let isFilter = rawWord == .where
      advance()
      continueLine()
      if isFilter { chain(.or) } else { path(of: "a column of dates") }
      complete(clause, isFilter ? .whereClause : .onClause)
    }
    complete(start, .filteredExpression)
  }

  /// What stands where `and`, `where` and comparisons belong to the text around: sums and tighter.
  mutating func additive() { chain(.sum) }

  /// The operators that are written between operands of one kind any number of times.
  enum Chain { case or, and, sum, product }

  private mutating func chain(_ level: Chain) {
    let start = mark
    operand(of: level)
    guard isAtOperator(of: level) else { return }
    var operands = 1
    while isAtOperator(of: level) {
      operands += 1
      if operands == SyntaxLimits.chain + 1 { note(.chainTooLong(at: range(from: start))) }
      reportForeignSign()
      advance()
      continueLine()
      operand(of: level)
    }
    complete(start, .binaryExpression)
  }

  private mutating func operand(of level: Chain) {
    switch level {
    case .or: chain(.and)
    case .and: negatedCondition()
    case .sum: chain(.product)
    case .product: negation()
    }
  }

  private func isAtOperator(of level: Chain) -> Bool {
    switch level {
    case .or: rawWord == .or
    case .and: rawWord == .and || foreignSign == .doubleAnd
    case .sum: rawKind == .plus || rawKind == .minus || kind == .foreign && foreignSign == .dash
    case .product:
      rawKind == .star || rawKind == .slash || foreignSign == .divided
        || foreignSign == .times && (kind == .foreign || text(ofTokenAt: position) != "\u{B7}")
    }
  }

  private mutating func negatedCondition() {
    guard word == .not || foreignSign == .bang else { return comparison() }
    let start = mark
    reportForeignSign()
    advance()
    continueLine()
    nested { $0.negatedCondition() }
    complete(start, .notExpression)
  }

  private mutating func negation() {
    guard kind == .minus || kind == .foreign && foreignSign == .dash else { return perExpression() }
    let start = mark
    reportForeignSign()
    advance()
    continueLine()
    nested { $0.negation() }
    complete(start, .negation)
  }

  private mutating func perExpression() {
    let start = mark
    primary()
    guard rawWord == .per else { return }
    advance()
    continueLine()
    if kind == .leftParenthesis {
      parenthesized { $0.paths(of: "what each row is made for") }
    } else {
      path(of: "what each row is made for")
    }
    complete(start, .perExpression)
  }
}

// MARK: Comparisons

extension Parser {
  private mutating func comparison() {
    let start = mark
    additive()
    guard let kind = comparisonSuffix() else { return }
    complete(start, kind)
    guard isAtComparison else { return }
    note(.chainedComparison(at: range(ofTokenAt: position)))
    let rest = mark
    while comparisonSuffix() != nil {}
    complete(rest, .unexpected)
  }

  private var isAtComparison: Bool {
    switch rawKind {
    case .equal: position != resultSign
    case .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: true
    case .foreign: position != resultSign && foreignSign?.isComparison ?? false
    case .name:
      rawWord == .in && !beginsRange || rawWord == .between || rawWord == .is
        || rawWord == .not && (next.word == .in || next.word == .between)
    default: false
    }
  }

  /// Whether the `in` here is that of `in 0%..100%`, an attribute on its own, and not of `in (…)`.
  private var beginsRange: Bool {
    guard openParentheses == 0, next.kind != .leftParenthesis else { return false }
    if current.followsLineBreak { return true }
    let beginsEnd = next.kind == .number || next.kind == .minus || next.kind == .range
    return beginsEnd && attributes[.in] != .none
  }

  /// Reads an operator of comparison and what belongs to it.
  private mutating func comparisonSuffix() -> SyntaxKind? {
    guard isAtComparison else { return nil }
    reportForeignSign()
    if rawWord == .not { advance() }
    let sign = rawWord
    advance()
    continueLine()
    switch sign {
    case .in:
      listOfValues()
      return .inExpression
    case .between:
      bounds()
      return .betweenExpression
    case .is:
      _ = take(.not)
      require(.missing, shape: "is missing | is not missing")
      return .missingTest
    default:
      additive()
      return .binaryExpression
    }
  }

  /// The two values after `between`.
  mutating func bounds() {
    continueLine()
    additive()
    guard rawWord == .and else { return expect(.word("and", shape: "between 2 and 4")) }
    advance()
    continueLine()
    additive()
  }

  private mutating func listOfValues() {
    guard kind == .leftParenthesis else {
      return expect(.word("(", shape: "in (\"paid\", \"refunded\")"))
    }
    parenthesized { parser in
      parser.expression()
      while parser.takeComma() { parser.expression() }
    }
  }
}

// MARK: Operands

extension Parser {
  mutating func primary() {
    switch kind {
    case .number, .string, .date, .timestamp, .period: literal()
    case .name: named()
    case .quotedName: pathOrCall()
    case .leftParenthesis:
      let start = mark
      parenthesized { $0.expression() }
      complete(start, .parenthesizedExpression)
    default: missingOperand()
    }
  }

  private mutating func named() {
    switch word {
    case .true, .false, .missing: literal()
    case .case where next.kind == .leftBrace: caseExpression()
    case .case where next.word == .when: caseWithoutBraces()
    case .fiscal where next.word.isFiscalPeriod && !next.followsLineBreak: phrase(.grain)
    case .none where isFiscalYear && next.kind != .dot && next.kind != .leftParenthesis: literal()
    default:
      if word.isReservedInFormulas { missingOperand() } else { pathOrCall() }
    }
  }

  private mutating func missingOperand() {
    if kind == .star, token(at: position - 1).kind == .leftParenthesis, position > 1,
      text(ofTokenAt: position - 2).lowercased() == "count"
    {
      fail(.countOfEverything(firstTable, at: place))
      return complete(mark, .missingExpression)
    }
    note(
      .expectedOperand(found: found, isReserved: word.isReservedInFormulas, at: place))
    isRecovering = true
    complete(mark, .missingExpression)
  }

  private mutating func pathOrCall() {
    let start = mark
    name(of: "a column or a metric")
    guard kind == .leftParenthesis else { return pathSteps(from: start, of: "a column") }
    parenthesized { $0.arguments() }
    complete(start, .callExpression)
  }

  private mutating func arguments() {
    if kind == .rightParenthesis { return }
    argument()
    while takeComma() { argument() }
  }

  private mutating func argument() {
    let start = mark
    if isAtName, next.kind == .colon {
      name(of: "the argument")
      advance()
    }
    expression()
    complete(start, .argument)
  }

  private mutating func caseExpression() {
    let start = mark
    let opening = position + 1
    advance()
    openParentheses += 1
    advance()
    nested { $0.caseArms() }
    if kind != .rightBrace { closeBrokenCase(opening) }
    openParentheses -= 1
    if kind == .rightBrace { advance() } else { reload() }
    complete(start, .caseExpression)
  }

  /// Something stands where `}` belongs: text to pass over, or the braces are not closed.
  private mutating func closeBrokenCase(_ opening: Int) {
    if !missesParenthesis, let closing = closingBrace() {
      expect(.word("when | }", shape: "case { when status = \"paid\" then 1 else 0 }"))
      skip(to: closing)
      isRecovering = false
    } else {
      let end = range(ofTokenAt: position - 1).bytes.upperBound
      fail(
        .unclosedBlock(
          opening: range(ofTokenAt: opening), at: range(ofTokenAt: position),
          closing: TextEdit(range: SourceRange(file: fileID, end..<end), replacement: " }")))
      missesParenthesis = true
    }
  }

  /// `case when … then … else … end`, as databases write it.
  private mutating func caseWithoutBraces() {
    let start = mark
    let opening = range(ofTokenAt: position).bytes.upperBound
    let word = place
    advance()
    openParentheses += 1
    reload()
    nested { $0.caseArms() }
    openParentheses -= 1
    let hasEnd = kind == .name && text(ofTokenAt: position).lowercased() == "end"
    note(
      .caseWithoutBraces(
        at: word, opening: SourceRange(file: fileID, opening..<opening),
        ending: hasEnd ? place : nil))
    if hasEnd { advance() } else { reload() }
    complete(start, .caseExpression)
  }

  /// The name of a table that the file declares, for examples.
  private var firstTable: String? {
    for place in 0..<min(significant.count, 512)
    where token(at: place).word == .table && beginsDeclaration(place) {
      return text(ofTokenAt: place + 1)
    }
    return nil
  }

  private mutating func caseArms() {
    let shape = "case { when status = \"paid\" then 1 else 0 }"
    if word != .when { expect(.word("when", shape: shape)) }
    while word == .when {
      let arm = mark
      advance()
      expression()
      require(.then, shape: shape)
      expression()
      complete(arm, .caseArm)
    }
    let otherwise = mark
    if take(.else) {
      expression()
      complete(otherwise, .caseDefault)
    }
  }

  /// Reads `(`, what stands inside, and `)`; the ends of lines mean nothing between them.
  mutating func parenthesized(_ read: (inout Parser) -> Void) {
    let opening = position
    openParentheses += 1
    advance()
    nested(read)
    if kind == .rightParenthesis { return closeParenthesis() }
    closeBrokenParenthesis(opening)
  }

  private mutating func closeParenthesis() {
    openParentheses -= 1
    // What was wrong inside is over with the parenthesis.
    if !missesBrace, !missesParenthesis { isRecovering = false }
    advance()
  }

  /// Something stands where `)` belongs: text to pass over, or the parenthesis is not closed.
  private mutating func closeBrokenParenthesis(_ opening: Int) {
    if !missesParenthesis, !beginsDeclaration(position), let closing = closingParenthesis(1) {
      failUnexpected(after: "formula")
      skip(to: closing)
      return closeParenthesis()
    }
    let end = range(ofTokenAt: position - 1).bytes.upperBound
    fail(
      .unclosedParenthesis(
        opening: range(ofTokenAt: opening), at: SourceRange(file: fileID, end..<end)))
    missesParenthesis = true
  }
}

// MARK: Signs of other languages

extension Parser {
  var foreignSign: ForeignSign? {
    rawKind == .foreign ? ForeignSign(text(ofTokenAt: position)) : nil
  }

  mutating func reportForeignSign() {
    guard let sign = foreignSign else { return }
    note(
      .foreignSign(
        text(ofTokenAt: position), meant: sign.spelling, touches: touches(place: position),
        at: place)
    )
  }

  /// Whether something stands right before a token and right after it, so that a word in its place needs blanks.
  func touches(place: Int, count: Int = 1) -> (before: Bool, after: Bool) {
    (token(at: place).isAdjacent, token(at: place + count).isAdjacent)
  }

  /// What to say of a sign of another language after something complete.
  var unexpectedSign: Diagnostic {
    let text = text(ofTokenAt: position)
    switch foreignSign {
    case .semicolon where next.followsLineBreak || next.kind == .endOfFile:
      return .semicolonAtLineEnd(text, at: place)
    // An operator that nothing waits for is no operator; without it the rest would mean something else.
    case .bang, .arrow, .semicolon, nil: return .foreignSign(text, meant: nil, at: place)
    case .some(let sign):
      return .foreignSign(
        text, meant: sign.spelling, touches: touches(place: position), at: place)
    }
  }

  /// Takes the comma between values in parentheses, or the semicolon of countries where a comma stands in numbers.
  mutating func takeComma() -> Bool {
    if take(.comma) { return true }
    guard openParentheses > 0, kind == .foreign, foreignSign == .semicolon else { return false }
    if let number = decimalCommaOnLine {
      // A comma for the semicolon would take the number apart; it is mended first.
      let isKnown = diagnostics.contains { $0.location == .source(number.range) }
      if !isKnown { note(.numberInParts(number.parts, separator: ",", at: number.range)) }
    } else {
      note(.foreignSign(text(ofTokenAt: position), meant: ",", at: place))
    }
    advance()
    return true
  }

  /// The first number of the line that is written with a comma, `1,5`, as where semicolons part values.
  private var decimalCommaOnLine: (parts: [String], range: SourceRange)? {
    var first = position
    while first > 0, !token(at: first).followsLineBreak { first -= 1 }
    for place in first..<max(first, lastOnLine(from: position) - 1) {
      let (comma, next) = (token(at: place + 1), token(at: place + 2))
      if token(at: place).kind == .number, comma.kind == .comma, comma.isAdjacent,
        next.kind == .number, next.isAdjacent
      {
        return (
          [text(ofTokenAt: place), text(ofTokenAt: place + 2)],
          range(ofTokenAt: place).union(range(ofTokenAt: place + 2))
        )
      }
    }
    return nil
  }
}
