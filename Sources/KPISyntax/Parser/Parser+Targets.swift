import KPIDiagnostics
import KPISource

/// Targets, thresholds and stretches.
extension Parser {
  mutating func target(_ subject: Word, _ start: Mark) {
    if isAtName, word != .at, word != .between, word != .by, subject == .target,
      next.kind != .dot, next.kind != .leftParenthesis, targetWords == nil,
      changeWithoutBase == nil, !isAtPeriodOfTarget
    {
      name(of: "the target")
    }
    let body = mark
    if isAtPeriodOfTarget {
      periodWithoutBraces(subject)
    } else {
      targetBody(subject)
      if isAtPeriodOfTarget { periodAfterGoal(body) }
    }
    complete(start, .targetAttribute)
  }

  mutating func targetBody(_ subject: Word) {
    nested { parser in
      if parser.rawKind == .leftBrace {
        parser.periodTargets(subject)
      } else if parser.word == .by {
        parser.groupTargets(subject)
      } else {
        parser.goal(subject)
      }
    }
  }

  private mutating func groupTargets(_ subject: Word) {
    let start = mark
    advance()
    path(of: "a dimension")
    if rawKind == .leftBrace {
      entries(.inner, what: "target", startsEntry: { $0.beginsPlainValue }) { parser in
        let entry = parser.mark
        parser.plainValue()
        parser.targetBody(subject)
        parser.complete(entry, .groupTarget)
      }
    } else {
      expect(.word("{", shape: "by region { \"north\" at least 15% }"))
    }
    complete(start, .groupTargets)
  }

  private mutating func goal(_ subject: Word) {
    let start = mark
    if subject == .target, let change = changeWithoutBase {
      fail(.changeWithoutBase(source[change.text.bytes], meant: change.meant, at: change.text))
      skipToAttributeEnd()
      return complete(start, .goal)
    }
    switch passTargetWords(subject) {
    case .direction("between"):
      isRecovering = true
      bounds()
    case .direction, .open:
      isRecovering = true
      additive()
    case .bare:
      isRecovering = subject == .target
      additive()
    case .needless, .unsayable, nil:
      guard direction(subject) else { return }
    }
    relativeBase()
    phasing()
    complete(start, .goal)
  }

  /// Reads `at least`, `at most` or `between` and the values after it; whether there is anything.
  private mutating func direction(_ subject: Word) -> Bool {
    if take(.at) {
      if !take(.least), !take(.most) {
        expect(.word("least | most", shape: "at least 15% | at most 15%"))
        if kind == .name { advance() }
      }
      additive()
    } else if take(.between) {
      bounds()
    } else if isAtLineEnd || rawKind == .rightBrace || attributes[word] != .none {
      fail(.expectedGoal(after: subject.spelling, found: found, at: place))
      return false
    } else {
      bareGoal(subject)
    }
    return true
  }

  /// Reports words that are not those of a target, and passes over them.
  private mutating func passTargetWords(_ subject: Word) -> TargetWords.Meaning? {
    guard let words = targetWords else { return nil }
    let range = self.range(ofTokenAt: position).union(self.range(ofTokenAt: words.end - 1))
    let text = source[range.bytes]
    let after = self.range(ofTokenAt: words.end).bytes.lowerBound
    let removed = SourceRange(file: fileID, range.bytes.lowerBound..<after)
    switch words.meaning {
    case .direction(let meant): note(.foreignDirection(text, meant: meant, at: range))
    case .bare where subject == .target, .open:
      note(.foreignDirection(text, meant: nil, at: range))
    case .bare, .needless:
      note(.needlessWords(text, before: beginning(at: words.end), removing: removed, at: range))
    case .unsayable:
      note(.needlessWords(text, before: beginning(at: words.end), removing: nil, at: range))
    }
    skip(to: words.end)
    return words.meaning
  }

  /// The first words from a place on, for a message: `at least`, or a single one.
  private func beginning(at place: Int) -> String {
    let first = range(ofTokenAt: place)
    return token(at: place).word == .at
      ? source[first.union(range(ofTokenAt: place + 1)).bytes] : source[first.bytes]
  }

  /// A value alone: right after `threshold` and `stretch`, a mistake after `target`.
  private mutating func bareGoal(_ subject: Word) {
    let value = mark
    let band = bandWithMinus
    additive()
    guard subject == .target, !isRecovering else { return }
    let range = range(from: value)
    if let direction = directionAfterValue {
      let all = range.union(self.range(ofTokenAt: direction.last))
      note(
        .directionAfterValue(
          source[all.bytes], meant: "\(direction.meant) \(source[range.bytes])", at: all))
      skip(to: direction.last + 1)
    } else if let band {
      note(.bandWithMinus(band.lower, band.upper, at: range))
    } else {
      note(.targetWithoutDirection(source[range.bytes], at: range))
    }
  }

  /// `10k - 20k USD`, where nothing but the two values stands on the line.
  private var bandWithMinus: (lower: String, upper: String)? {
    guard kind == .number else { return nil }
    let last = lastOnLine(from: position)
    var sign = position + 1
    if token(at: sign).kind == .name { sign += 1 }
    guard sign < last, token(at: sign).kind == .minus || token(at: sign).kind == .foreign,
      token(at: sign + 1).kind == .number, last <= sign + 2
    else { return nil }
    let lower = range(ofTokenAt: position).union(range(ofTokenAt: sign - 1))
    let upper = range(ofTokenAt: sign + 1).union(range(ofTokenAt: last))
    var text = source[lower.bytes]
    if sign == position + 1, last == sign + 2 { text += " " + self.text(ofTokenAt: last) }
    return (text, source[upper.bytes])
  }

  private mutating func relativeBase() {
    guard word == .above || word == .below else { return }
    let start = mark
    advance()
    require(.previous, shape: "above previous year")
    grain()
    complete(start, .relativeBase)
  }

  private mutating func phasing() {
    guard word == .phased else { return }
    let start = mark
    let shape = "phased evenly | phased by weights (1, 2, 3) | phased like previous year"
    advance()
    if take(.by) {
      require(.weights, shape: shape)
      weights()
    } else if take(.like) {
      require(.previous, shape: shape)
      grain()
    } else {
      require(.evenly, shape: shape)
    }
    complete(start, .phasing)
  }

  private mutating func weights() {
    guard kind == .leftParenthesis else { return expect(.word("(", shape: "weights (1, 2, 3)")) }
    parenthesized { parser in
      parser.additive()
      while parser.take(.comma) { parser.additive() }
    }
  }
}
