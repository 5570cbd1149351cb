import KPIDiagnostics
import KPISource

/// Attributes: the first word says how the rest is read.
extension Parser {
  /// Whether an attribute of the block begins here, so that it may stand beside another.
  var beginsAttribute: Bool {
    switch attributes.declaration {
    case .table where isAtName && next.kind == .colon: true
    case .dimension where isAtMember: true
    default: attributes[word] != .none
    }
  }

  /// Whether a column or a formula over one begins here, which is a member of a dimension.
  private var isAtMember: Bool {
    isAtName
      && (next.kind == .dot || next.kind == .leftParenthesis
        || word == .case && next.kind == .leftBrace)
  }

  mutating func attribute() {
    passListMark()
    guard isAtName || beginsQuotedColumn else {
      return failUnexpected(after: "line")
    }
    if beginsQuotedColumn { return column() }
    switch attributes.declaration {
    case .table where next.kind == .colon || isColumnWithoutColon: return column()
    case .dimension where isAtMember || attributes[word] == .none: return primary()
    default: break
    }
    let shape = attributes[word]
    if shape == .none { return unknownAttribute() }
    let start = mark
    advance()
    if kind == .colon || kind == .equal && shape != .target {
      note(
        .signAfterWord(
          text(ofTokenAt: position), word: text(ofTokenAt: position - 1), at: place))
      skip(to: position + 1)
    }
    read(shape, start)
  }

  /// `owner Sales Team`: the name of something in several words.
  private mutating func severalWords(_ subject: Word) {
    let last = lastOnLine(from: position)
    let words = range(ofTokenAt: position - 1).union(range(ofTokenAt: last))
    fail(.severalWordsForOne(source[words.bytes], of: subject.referent, at: words))
  }

  /// A text that is the rest of its line, which may stand there without its quotation marks.
  private mutating func wholeText(of subject: Word) {
    guard kind != .string, kind != .newline, rawKind != .rightBrace, rawKind != .endOfFile,
      let (text, last) = unquotedText
    else { return self.text(of: "'\(subject.spelling)'") }
    let isSure = (position...last).allSatisfy { attributes[token(at: $0).word] == .none }
    let value = source[text.bytes]
    note(.unquotedText(value, of: subject.spelling, isSure: isSure, at: text))
    skip(to: last + 1)
  }

  /// The rest of the line up to a remark or the brace that ends the block, and its last token.
  private var unquotedText: (SourceRange, last: Int)? {
    var last = position
    var end = position + 1
    while token(at: end).kind != .endOfFile, !token(at: end).followsLineBreak,
      token(at: end).kind != .rightBrace
    {
      last = end
      end += 1
    }
    let tokensOfText = Int(significant[position])..<Int(significant[end])
    var bytes = range(ofTokenAt: position).bytes
    for index in tokensOfText {
      switch tokens[index].kind {
      case .newline, .comment, .documentation: return (SourceRange(file: fileID, bytes), last)
      case .string, .quotedName, .leftBrace: return nil
      case .whitespace: break
      default:
        bytes =
          bytes
          .lowerBound..<(index + 1 < tokens.count
          ? Int(tokens[index + 1].start) : source.bytes.count)
      }
    }
    return (SourceRange(file: fileID, bytes), last)
  }

  /// `- owner sales_team`: a mark before the first word of a line.
  private mutating func passListMark() {
    guard kind == .minus || kind == .star || foreignSign == .dash || foreignSign == .times,
      !next.followsLineBreak,
      next.kind == .name
    else { return }
    note(.listMark(text(ofTokenAt: position), at: place))
    skip(to: position + 1)
  }

  /// `"Order Date": date`.
  private var beginsQuotedColumn: Bool {
    attributes.declaration == .table && kind == .string && next.kind == .colon
  }

  private mutating func unknownAttribute() {
    let start = mark
    let text = text(ofTokenAt: position)
    fail(
      .unknownAttribute(
        text, of: attributes.declaration.spelling,
        nearest: Suggestion.nearest(to: text, among: attributes.words)?.spelling,
        known: attributes.words.map(\.spelling), at: place))
    advance()
    skipToAttributeEnd()
    complete(start, .unknownAttribute)
  }

  private mutating func read(_ shape: AttributeShape, _ start: Mark) {
    let subject = token(at: start.position).word
    switch shape {
    case .none: break
    case .label:
      hyphenated(.name, of: "the language")
      wholeText(of: subject)
      complete(start, .labelAttribute)
    case .text:
      wholeText(of: subject)
      complete(start, .textAttribute)
    case .reference:
      name(of: subject.referent)
      if isAtName, attributes[word] == .none, !isRecovering { severalWords(subject) }
      complete(start, .referenceAttribute)
    case .references:
      names(of: subject.referent)
      complete(start, .referenceAttribute)
    case .measured, .balanced:
      require(.by, shape: "\(subject.spelling) by revenue, churn_rate")
      names(of: "a KPI")
      complete(start, .referenceAttribute)
    case .date:
      date()
      complete(start, .dateAttribute)
    case .asOf:
      require(.of, shape: "as of 2026-11-23")
      date()
      complete(start, .dateAttribute)
    case .period:
      period()
      complete(start, .periodAttribute)
    case .phrase:
      phrase(subject == .every ? .grain : .name(of: "the \(subject.spelling)"))
      complete(start, .phraseAttribute)
    case .rollUp:
      require(.up, shape: "roll up weighted mean | roll up worst")
      phrase(.name(of: "the rule"))
      complete(start, .phraseAttribute)
    case .expression:
      expression()
      complete(start, .expressionAttribute)
    case .flag: complete(start, .flagAttribute)
    case .path:
      path(of: "a column")
      complete(start, .pathAttribute)
    case .driver:
      if kind == .string {
        text(of: "the path")
      } else {
        name(of: "a driver, or its path in quotes")
      }
      complete(start, .referenceAttribute)
    case .setting: setting(start)
    case .option:
      text(of: "the name of the option")
      setting(start)
    case .allow: allow(start)
    case .target: target(subject, start)
    default: readOwnShape(shape, start)
    }
  }

  /// The shapes that only one attribute has.
  private mutating func readOwnShape(_ shape: AttributeShape, _ start: Mark) {
    switch shape {
    case .week: week(start)
    case .workdays: workdays(start)
    case .holidays: holidays(start)
    case .fiscal: fiscal(start)
    case .lint: lint(start)
    case .span: span(start)
    case .badRows: badRows(start)
    case .knownAhead:
      require(.ahead, shape: "known ahead")
      complete(start, .flagAttribute)
    case .range: range(start)
    case .judged:
      require(.by, shape: "judged by budget")
      name(of: "a target")
      complete(start, .referenceAttribute)
    case .review: review(start)
    case .sample: sample(start)
    case .benchmark: benchmark(start)
    case .action: action(start)
    case .deprecated: deprecated(start)
    case .revision: revision(start)
    case .drives: drives(start)
    case .keyResult: keyResult(start)
    case .broken: broken(start)
    case .score: score(start)
    case .missing: missing(start)
    case .member: member(start)
    case .given: given(start)
    case .expect: expectation(start)
    default: break
    }
  }

  // MARK: Settings and exceptions

  private mutating func setting(_ start: Mark) {
    if take(.env) {
      name(of: "the environment variable")
    } else {
      text(of: "the value, or env and a variable")
    }
    complete(start, .settingAttribute)
  }

  private mutating func allow(_ start: Mark) {
    hyphenated(.ruleName, of: "the rule")
    require(.because, shape: "allow missing-owner because \"the reason\"")
    text(of: "the reason")
    if take(.until) { date() }
    complete(start, .allowAttribute)
  }
}

extension Word {
  /// What an attribute of this word names.
  fileprivate var referent: String {
    switch self {
    case .owner, .lead: "an owner"
    case .replaces, .improves: "a KPI"
    case .assumes: "an assumption"
    case .key: "a column"
    case .currency: "a currency"
    default: "the \(spelling)"
    }
  }
}
