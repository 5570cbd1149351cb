import KPIDiagnostics
import KPISource

/// Targets, thresholds and stretches.
extension Parser {
  mutating func target(_ subject: Word, _ start: Mark) {
    if isAtName, word != .at, word != .between, word != .by, subject == .target,
      next.kind != .dot, next.kind != .leftParenthesis, foreignDirection == nil,
      changeWithoutBase == nil
    {
      name(of: "the target")
    }
    targetBody(subject)
    complete(start, .targetAttribute)
  }

  private mutating func targetBody(_ subject: Word) {
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

  private mutating func periodTargets(_ subject: Word) {
    let start = mark
    joinLine()
    entries(.inner, what: "target", startsEntry: { $0.word == .from }) { parser in
      let entry = parser.mark
      parser.require(.from, shape: "from 2026-01 at least 15%")
      parser.period()
      if parser.take(.to) { parser.period() }
      parser.targetBody(subject)
      parser.complete(entry, .periodTarget)
    }
    complete(start, .periodTargets)
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
    let shape = "at least 15% | at most 15%"
    if subject == .target, let change = changeWithoutBase {
      fail(.changeWithoutBase(source[change.text.bytes], meant: change.meant, at: change.text))
      skipToAttributeEnd()
    } else if subject == .target, let direction = foreignDirection {
      let words = range(ofTokenAt: position).union(range(ofTokenAt: direction.end - 1))
      note(.foreignDirection(source[words.bytes], meant: direction.meant, at: words))
      skip(to: direction.end)
      isRecovering = true
      additive()
    } else if take(.at) {
      if !take(.least), !take(.most) {
        expect(.word("least | most", shape: shape))
        if kind == .name { advance() }
      }
      additive()
    } else if take(.between) {
      bounds()
    } else if isAtLineEnd || rawKind == .rightBrace || attributes[word] != .none {
      return fail(.expectedGoal(after: subject.spelling, found: found, at: place))
    } else {
      bareGoal(subject)
    }
    relativeBase()
    phasing()
    complete(start, .goal)
  }

  /// A value alone: right after `threshold` and `stretch`, a mistake after `target`.
  private mutating func bareGoal(_ subject: Word) {
    let value = mark
    let band = bandWithMinus
    additive()
    guard subject == .target, !isRecovering else { return }
    let range = range(from: value)
    if let band {
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
