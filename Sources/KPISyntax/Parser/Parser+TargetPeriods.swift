import KPIDiagnostics
import KPISource

/// What targets say of periods, and how people say it in other places and words.
extension Parser {
  mutating func periodTargets(_ subject: Word) {
    let start = mark
    joinLine()
    entries(.inner, what: "target", startsEntry: { $0.word == .from }) { $0.periodTarget(subject) }
    complete(start, .periodTargets)
  }

  private mutating func periodTarget(_ subject: Word) {
    let start = mark
    require(.from, shape: "from 2026-01 at least 15%")
    period()
    if takeTo() { period() }
    targetBody(subject)
    complete(start, .periodTarget)
  }

  /// Takes `to` between the ends of a span, or what people write for it before another date, period or name.
  mutating func takeTo() -> Bool {
    if take(.to) { return true }
    let isSign = kind == .minus || kind == .foreign && foreignSign == .dash
    let isWord =
      kind == .name && Self.wordsForTo.contains(text(ofTokenAt: position).lowercased())
    guard isSign || isWord, !next.followsLineBreak else { return false }
    switch next.kind {
    case .date, .period, .name: break
    default: return false
    }
    note(
      .wordForTo(
        text(ofTokenAt: position),
        between: (text(ofTokenAt: position - 1), text(ofTokenAt: position + 1)), at: place))
    skip(to: position + 1)
    return true
  }

  private static let wordsForTo: Set<String> = ["until", "till", "through", "thru"]

  // MARK: Periods in other places

  /// `from` and a period stand here, on the line of a target.
  var isAtPeriodOfTarget: Bool { word == .from && periodAfterFrom != nil }

  /// The place after the period that follows `from`.
  private var periodAfterFrom: Int? {
    var ahead = self
    ahead.advance()
    if let foreign = ahead.foreignPeriod { return foreign.end }
    switch ahead.kind {
    case .period, .date: return position + 2
    case .name where ahead.isFiscalYear: return position + 2
    case .number where ahead.isYear:
      // Four digits alone may be a value that the target is to reach.
      switch token(at: position + 2).word {
      case .at, .between, .to, .until: return position + 2
      default: return nil
      }
    default: return nil
    }
  }

  /// `target from 2026-01 at least 14 USD`, without the braces.
  mutating func periodWithoutBraces(_ subject: Word) {
    let start = mark
    let last = lastOfTarget
    let line = range(ofTokenAt: position).union(range(ofTokenAt: last))
    let following = token(at: last + 1)
    let isAlone = following.word != .from && following.kind != .leftBrace
    note(
      .periodWithoutBraces(
        source[line.bytes], of: subject.spelling, isAlone: isAlone, line: line,
        at: range(ofTokenAt: position).union(range(ofTokenAt: position + 1))))
    periodTarget(subject)
    complete(start, .periodTargets)
  }

  /// `target at least 14 USD from 2026-01`.
  mutating func periodAfterGoal(_ body: Mark) {
    let goal = range(from: body)
    let last = lastOfTarget
    let period = range(ofTokenAt: position).union(range(ofTokenAt: last))
    note(
      .periodAfterGoal(
        goal: source[goal.bytes], period: source[period.bytes], all: goal.union(period), at: period)
    )
    skip(to: last + 1)
  }

  /// The last token of the target on its line, where no block follows.
  private var lastOfTarget: Int {
    var last = position
    while case let token = token(at: last + 1), !token.followsLineBreak,
      attributes[token.word] == .none
    {
      switch token.kind {
      case .leftBrace, .rightBrace, .endOfFile: return last
      default: last += 1
      }
    }
    return last
  }
}
