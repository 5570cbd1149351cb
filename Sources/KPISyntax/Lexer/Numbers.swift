/// Everything that begins with a digit is one token, up to the first character that cannot belong
/// to a number, a date or a period; whether it is one is found when the token is read. So is what
/// begins with a fiscal year and a part of it.
extension Lexer {
  mutating func number() -> TokenKind {
    let start = index
    skip(.digit)
    if index - start == 4, beginsCalendarPart {
      return calendar(start)
    }
    while index < bytes.count {
      let byteClass = classes[Int(bytes[index])]
      if byteClass == .digit || byteClass == .letter {
        index += 1
      } else if bytes[index] == UInt8(ascii: "."), isDigit(peek(1)) {
        index += 2
      } else {
        break
      }
    }
    if peek(0) == UInt8(ascii: "%") { index += 1 }
    return .number
  }

  /// After four digits: a hyphen and a digit, or a hyphen, one of `Q`, `H` and `W` and a digit.
  private var beginsCalendarPart: Bool {
    guard peek(0) == UInt8(ascii: "-") else { return false }
    return switch peek(1) {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "Q"), UInt8(ascii: "H"), UInt8(ascii: "W"): isDigit(peek(2))
    default: false
    }
  }

  /// Whether a part of the fiscal year that stands before begins here.
  func beginsFiscalPart(of start: Int) -> Bool {
    guard index - start == 6, bytes[start] == UInt8(ascii: "F"),
      bytes[start + 1] == UInt8(ascii: "Y"),
      bytes[start + 2..<index].allSatisfy(isDigit)
    else { return false }
    return beginsCalendarPart
      || peek(0) == UInt8(ascii: "-") && peek(1) == UInt8(ascii: "M") && isDigit(peek(2))
  }

  /// A date, a moment or a period, after its year.
  mutating func calendar(_ start: Int) -> TokenKind {
    index += 1
    var isTimestamp = false
    while index < bytes.count {
      switch classes[Int(bytes[index])] {
      case .digit: index += 1
      case .letter:
        if bytes[index] == UInt8(ascii: "T") { isTimestamp = true }
        index += 1
      case .sign where joinsDigits(bytes[index], isTimestamp) && isDigit(peek(1)): index += 2
      default: return kind(start, isTimestamp)
      }
    }
    return kind(start, isTimestamp)
  }

  private func kind(_ start: Int, _ isTimestamp: Bool) -> TokenKind {
    if isTimestamp { return .timestamp }
    return bytes[start..<index].lazy.filter { $0 == UInt8(ascii: "-") }.count > 1 ? .date : .period
  }

  private func joinsDigits(_ byte: UInt8, _ isTimestamp: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "-"): true
    case UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "+"): isTimestamp
    default: false
    }
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
