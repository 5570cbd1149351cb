import KPIDiagnostics
import KPISource

/// What the company says about time, and how much its rules weigh.
extension Parser {
  mutating func week(_ start: Mark) {
    require(.starts, shape: "week starts monday")
    passNeedlessWord()
    weekday()
    complete(start, .weekAttribute)
  }

  /// `starts on Monday`, `starts in April`.
  private mutating func passNeedlessWord() {
    guard word == .on || word == .in, next.kind == .name, !next.followsLineBreak else { return }
    let (here, after) = (place, range(ofTokenAt: position + 1))
    note(
      .needlessWord(
        source[here.bytes], before: source[after.bytes],
        removing: SourceRange(file: fileID, here.bytes.lowerBound..<after.bytes.lowerBound),
        at: here))
    skip(to: position + 1)
  }

  private mutating func weekday() { name(of: "a day of the week") }

  // MARK: Working days

  mutating func workdays(_ start: Mark) {
    weekdays()
    while take(.comma) {
      continueLine()
      weekdays()
    }
    complete(start, .workdaysAttribute)
  }

  /// One day of the week, or the days from one to another.
  private mutating func weekdays() {
    let start = mark
    weekday()
    if takeTo() { weekday() }
    complete(start, .weekdays)
  }

  mutating func holidays(_ start: Mark) {
    if rawKind == .leftBrace {
      entries(.inner, what: "holiday", startsEntry: { $0.kind == .date }) { $0.holiday() }
    } else {
      expect(.word("{", shape: "holidays { 2026-01-01 \"New Year\" }"))
    }
    complete(start, .holidaysAttribute)
  }

  private mutating func holiday() {
    let start = mark
    date()
    if takeTo() { date() }
    if kind == .string { text(of: "the holiday") }
    complete(start, .holiday)
  }

  // MARK: Fiscal years

  mutating func fiscal(_ start: Mark) {
    if word == .weeks {
      fiscalWeeks()
    } else {
      require(
        .starts, shape: "fiscal starts april | fiscal weeks \"4-4-5\" ends last sunday of june")
      passNeedlessWord()
      name(of: "a month")
    }
    if word == .named { fiscalNaming() }
    complete(start, .fiscalAttribute)
  }

  private mutating func fiscalWeeks() {
    let shape = "fiscal weeks \"4-5-4\" ends saturday nearest january"
    let start = mark
    advance()
    text(of: "the weeks of the months of a quarter")
    require(.ends, shape: shape)
    if take(.last) {
      weekday()
      require(.of, shape: "fiscal weeks \"4-4-5\" ends last sunday of june")
    } else {
      weekday()
      require(.nearest, shape: shape)
    }
    name(of: "a month")
    complete(start, .fiscalWeeks)
  }

  private mutating func fiscalNaming() {
    let start = mark
    advance()
    require(.by, shape: "named by start | named by end")
    name(of: "an end of the year")
    complete(start, .fiscalNaming)
  }

  // MARK: Lint levels

  mutating func lint(_ start: Mark) {
    if rawKind == .leftBrace {
      entries(.inner, what: "lint level", startsEntry: { $0.word.isLintLevel }) { $0.lintLevel() }
    } else {
      expect(.word("{", shape: "lint { deny missing-owner }"))
    }
    complete(start, .lintAttribute)
  }

  private mutating func lintLevel() {
    let start = mark
    guard word.isLintLevel else {
      return expect(.word("profile | deny | warn | note | allow", shape: "deny missing-owner"))
    }
    if take(.profile) {
      name(of: "a profile")
      return complete(start, .lintLevel)
    }
    advance()
    hyphenated(.ruleName, of: "a rule")
    while take(.comma) {
      continueLine()
      hyphenated(.ruleName, of: "a rule")
    }
    complete(start, .lintLevel)
  }
}

extension Word {
  fileprivate var isLintLevel: Bool {
    switch self {
    case .profile, .deny, .warn, .note, .allow: true
    default: false
    }
  }
}
