import KPIDiagnostics
import KPISource

/// Rows given and values expected.
extension Parser {
  mutating func given(_ start: Mark) {
    name(of: "a table")
    guard rawKind == .leftBrace else {
      expect(.word("{", shape: "given orders {"))
      return complete(start, .givenAttribute)
    }
    joinLine()
    var header: Header?
    expectsHeader = true
    entries(.rows, what: "row", startsEntry: { $0.beginsRow }) { parser in
      if let header {
        parser.givenRow(header)
      } else {
        header = parser.givenHeader()
        parser.expectsHeader = false
      }
    }
    complete(start, .givenAttribute)
  }

  private struct Header {
    let range: SourceRange
    /// `nil` where the names of the columns could not be read.
    let columns: Int?
  }

  private var beginsRow: Bool { expectsHeader || beginsPlainValue || kind == .bar }

  private mutating func givenHeader() -> Header {
    let start = mark
    var columns = 1
    name(of: "a column")
    while takeCellEnd(columns) {
      name(of: "a column")
      columns += 1
    }
    complete(start, .givenHeader)
    return Header(range: range(from: start), columns: isRecovering ? nil : columns)
  }

  private mutating func givenRow(_ header: Header) {
    let start = mark
    var values = 1
    givenCell()
    while takeCellEnd(values) {
      givenCell()
      values += 1
    }
    complete(start, .givenRow)
    if let columns = header.columns, values != columns, isAtLineEnd || rawKind == .rightBrace {
      note(
        .rowLength(values: values, columns: columns, at: range(from: start), header: header.range))
    }
  }

  /// The sign between two cells; commas are reported at the first one of a row.
  private mutating func takeCellEnd(_ count: Int) -> Bool {
    if take(.bar) { return true }
    guard kind == .comma, !next.followsLineBreak else { return false }
    if count == 1 {
      let commas = (position...lastOnLine(from: position)).filter { token(at: $0).kind == .comma }
      note(.commasBetweenCells(commas.map { range(ofTokenAt: $0) }, at: place))
    }
    advance()
    return true
  }

  private mutating func givenCell() {
    let start = mark
    if !isAtLineEnd, kind != .bar, kind != .rightBrace { plainValue() }
    complete(start, .givenCell)
  }

  // MARK: Expectations

  mutating func expectation(_ start: Mark) {
    let isFollowedByName =
      (next.kind == .name || next.kind == .quotedName) && !next.followsLineBreak
      && next.word != .by && next.word != .for
    if word == .error, isFollowedByName {
      advance()
      hyphenated(.ruleName, of: "a rule")
      return complete(start, .expectErrorAttribute)
    }
    if word == .status, isFollowedByName { return expectStatus(start) }
    resultSign = lastEqualSign()
    expression()
    resultSign = nil
    if take(.by) { breakdowns() }
    if word == .for { periodClause() }
    if takeEqual("expect revenue = 100 USD") {
      continueLine()
      if rawKind == .leftBrace { resultMap { $0.expectedValue() } } else { expectedValue() }
    }
    complete(start, .expectAttribute)
  }

  /// What values are broken down by: grains, columns, dimensions, and formulas over the values of a row.
  private mutating func breakdowns() {
    breakdown()
    while take(.comma) {
      continueLine()
      breakdown()
    }
  }

  private mutating func breakdown() {
    let isFormula =
      isAtName
      && (next.kind == .leftParenthesis || word == .case && next.kind == .leftBrace)
    if isFormula { primary() } else { path(of: "a period or a dimension") }
  }

  /// How far ahead the sign before what is expected is looked for.
  private static let horizon = 4096

  /// The last `=` of the expectation outside of brackets: those before it compare values, as in
  /// `expect revenue where region = "north" = 100 USD`.
  private func lastEqualSign() -> Int? {
    var depth = 0
    var last: Int?
    for place in position..<min(position + Self.horizon, significant.count) {
      let token = token(at: place)
      if place > position {
        let endsLine = token.followsLineBreak && !joins(place)
        if endsLine && depth == 0 || beginsNext(place) || beginsDeclaration(place) { break }
      }
      switch token.kind {
      case .leftParenthesis, .leftBrace: depth += 1
      case .rightParenthesis, .rightBrace: depth -= 1
      case .equal where depth == 0: last = place
      case .foreign where depth == 0 && text(ofTokenAt: place) == "==": last = place
      default: break
      }
      if depth < 0 || token.kind == .endOfFile { break }
    }
    return last
  }

  /// Whether a line goes on at its first token.
  private func joins(_ place: Int) -> Bool {
    token(at: place).joinsLines || token(at: place).kind == .leftBrace
      || token(at: place - 1).joinsLines || token(at: place - 1).kind == .comma
      || token(at: place - 1).word == .not
  }

  /// Whether another attribute of the test begins, on a line of its own or beside a value.
  private func beginsNext(_ place: Int) -> Bool {
    guard attributes[token(at: place).word] != .none else { return false }
    let before = token(at: place - 1)
    switch before.kind {
    case .name: return !before.word.isReservedInFormulas
    case .number, .string, .date, .timestamp, .period, .quotedName, .rightParenthesis, .rightBrace:
      return true
    default: return false
    }
  }

  private mutating func periodClause() {
    let start = mark
    advance()
    period()
    complete(start, .periodClause)
  }

  /// A value, or `missing` and why.
  private mutating func expectedValue() {
    additive()
    if take(.because) { text(of: "the reason") }
  }

  private mutating func expectStatus(_ start: Mark) {
    advance()
    name(of: "a KPI")
    if take(.by) { path(of: "a dimension") }
    if take(.for) { period() }
    if takeEqual("expect status churn_rate for 2026-01 = on track") {
      continueLine()
      if rawKind == .leftBrace {
        resultMap { $0.status() }
      } else {
        status()
      }
    }
    complete(start, .expectStatusAttribute)
  }

  private mutating func status() {
    phrase(.name(of: "a status"))
  }

  private mutating func takeEqual(_ shape: @autoclosure () -> String) -> Bool {
    if rawKind == .equal || foreignSign == .doubleEqual {
      reportForeignSign()
      advance()
      return true
    }
    expect(.word("=", shape: shape()))
    return false
  }

  private mutating func resultMap(_ value: (inout Parser) -> Void) {
    let start = mark
    entries(.inner, what: "value", startsEntry: { $0.beginsResult }) { parser in
      parser.resultEntry(value)
      // A comma may stand between entries, as well as a line break.
      if parser.kind == .comma { parser.advance() }
    }
    complete(start, .resultMap)
  }

  private var beginsResult: Bool { beginsPlainValue || kind == .leftParenthesis }

  private mutating func resultEntry(_ value: (inout Parser) -> Void) {
    let start = mark
    let key = mark
    if kind == .leftParenthesis {
      parenthesized { parser in
        parser.plainValue()
        while parser.take(.comma) { parser.plainValue() }
      }
    } else {
      plainValue()
    }
    complete(key, .resultKey)
    if kind == .colon {
      advance()
      value(&self)
    } else {
      expect(.word(":", shape: "{ 2026-01: 100 USD }"))
    }
    complete(start, .resultEntry)
  }
}

extension Token {
  /// Whether a line goes on before and after the token.
  fileprivate var joinsLines: Bool {
    switch kind {
    case .plus, .minus, .star, .slash, .equal, .notEqual, .less, .lessOrEqual, .greater,
      .greaterOrEqual:
      true
    case .name:
      switch word {
      case .and, .or, .where, .on, .in, .between, .is, .per: true
      default: false
      }
    default: false
    }
  }
}
