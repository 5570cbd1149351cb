import KPIDiagnostics
import KPISource

/// Values written out.
extension Parser {
  /// Reads the current token as a literal, and the unit after a number.
  mutating func literal(takesUnit: Bool = true) {
    let start = mark
    if passForeignDate(foreignDay) { return complete(start, .missingExpression) }
    let isNumber = kind == .number
    var isPercent = false
    if isNumber || kind == .date || kind == .timestamp || kind == .period || kind == .name {
      let bytes = bytesOfCurrent
      isPercent = bytes.last == UInt8(ascii: "%")
      checkLiteral(bytes)
    }
    advance()
    if isNumber, takesUnit, !isPercent, beginsUnit { name(of: "a unit") }
    if isNumber, kind == .foreign, foreignSign == .percent { detachedPercent() }
    complete(start, .literal)
  }

  /// `15 %`: the sign belongs to the number, without the space.
  private mutating func detachedPercent() {
    let number = range(ofTokenAt: position - 1)
    note(.detachedPercent(source[number.bytes], at: place, number: number))
    advance()
  }

  /// A name after a number on the same line is its unit, unless the word goes on with the sentence.
  private var beginsUnit: Bool {
    guard !current.followsLineBreak else { return false }
    if rawKind == .quotedName { return true }
    return rawKind == .name && !rawWord.followsValues && attributes[rawWord] == .none
  }

  private mutating func checkLiteral(_ bytes: ArraySlice<UInt8>) {
    guard case .failure(let problem) = LiteralReader.read(kind, rawWord, bytes) else { return }
    let text = text(ofTokenAt: position)
    switch problem {
    case .separator: note(.misplacedSeparator(text, at: place))
    case .suffix: note(.unknownSuffix(text, isMoney: isBeforeCurrency, at: place))
    case .points: note(.severalPoints(text, at: place))
    case .tooLarge: note(.numberTooLarge(at: place))
    case .shape: note(.malformedDate(text, at: place))
    case .noSuchDay: note(.impossibleDay(text, at: place))
    case .noSuchTime: note(.impossibleTime(text, at: place))
    case .noSuchPeriod: note(.impossiblePeriod(text, at: place))
    }
  }

  /// Whether three capital letters follow the current number, as in `5m USD`.
  private var isBeforeCurrency: Bool {
    guard next.kind == .name, !next.followsLineBreak else { return false }
    let unit = source.bytes[range(ofTokenAt: position + 1).bytes]
    return unit.count == 3 && unit.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")) ~= $0 }
  }

  var beginsPlainValue: Bool {
    switch kind {
    case .number, .string, .date, .timestamp, .period, .minus: true
    case .name: word == .true || word == .false || word == .missing || isFiscalYear
    default: false
    }
  }

  /// A literal, or a number with a minus before it: no formula.
  mutating func plainValue() {
    guard beginsPlainValue else {
      fail(.expectedPlainValue(found: found, at: place))
      return complete(mark, .missingExpression)
    }
    guard kind == .minus else { return literal() }
    let start = mark
    advance()
    if kind == .number {
      literal()
    } else {
      fail(.expectedPlainValue(found: found, at: place))
      complete(mark, .missingExpression)
    }
    complete(start, .negation)
  }
}

// MARK: Ranges

extension Parser {
  /// `0%..100%`, with both ends or one of them.
  mutating func range(_ start: Mark) {
    if kind != .range { plainValue() }
    let hasLower = kind == .range && position > start.position + 1
    if take(.range) {
      if !hasLower || beginsPlainValue { plainValue() }
    } else {
      expect(.word("..", shape: "in 0%..100% | in 0.. | in ..1"))
    }
    complete(start, .rangeAttribute)
  }
}

extension Word {
  /// Words that follow a value and go on with the sentence, so that none of them is a unit.
  fileprivate var followsValues: Bool {
    switch self {
    case .above, .below, .phased, .off, .exceeding, .from, .to, .by, .until, .because, .committed,
      .aspirational,
      .weight, .baseline, .at, .last, .lag, .as, .for:
      true
    default: isReservedInFormulas
    }
  }
}
