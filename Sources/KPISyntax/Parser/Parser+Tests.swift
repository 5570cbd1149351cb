import KPIDiagnostics
import KPISource

/// Rows given and values expected.
extension Parser {
  mutating func given(_ start: Mark) {
    name(of: "a table")
    guard rawKind == .leftBrace else {
      expect(.word("{", shape: "given orders { and the rows on lines of their own"))
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
    while take(.bar) {
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
    while take(.bar) {
      givenCell()
      values += 1
    }
    complete(start, .givenRow)
    if let columns = header.columns, values != columns, isAtLineEnd || rawKind == .rightBrace {
      note(
        .rowLength(values: values, columns: columns, at: range(from: start), header: header.range))
    }
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
    additive()
    if take(.by) { paths(of: "a period or a dimension") }
    if word == .for { periodClause() }
    if takeEqual("expect revenue = 100 USD") {
      continueLine()
      if rawKind == .leftBrace { resultMap() } else { expectedValue() }
    }
    complete(start, .expectAttribute)
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
    if take(.for) { period() }
    if takeEqual("expect status churn_rate for 2026-01 = on track") {
      continueLine()
      phrase(.name(of: "a status"))
    }
    complete(start, .expectStatusAttribute)
  }

  private mutating func takeEqual(_ shape: @autoclosure () -> String) -> Bool {
    if rawKind == .equal {
      advance()
      return true
    }
    expect(.word("=", shape: shape()))
    return false
  }

  private mutating func resultMap() {
    let start = mark
    entries(.inner, what: "value", startsEntry: { $0.beginsResult }) { parser in
      parser.resultEntry()
      // A comma may stand between entries, as well as a line break.
      if parser.kind == .comma { parser.advance() }
    }
    complete(start, .resultMap)
  }

  private var beginsResult: Bool { beginsPlainValue || kind == .leftParenthesis }

  private mutating func resultEntry() {
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
      expectedValue()
    } else {
      expect(.word(":", shape: "{ 2026-01: 100 USD }"))
    }
    complete(start, .resultEntry)
  }
}
