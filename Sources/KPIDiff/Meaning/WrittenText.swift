/// Source text reduced to what it says: without comments and line breaks.
enum WrittenText {
  /// Each run of white space and comments is one space, except within quotes and backticks.
  static func squeezed(_ text: String) -> String {
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    var needsSpace = false
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        needsSpace = true
        continue
      case UInt8(ascii: "/") where rest.first == UInt8(ascii: "/"):
        rest = rest.drop { $0 != UInt8(ascii: "\n") }
        needsSpace = true
        continue
      default: break
      }
      if needsSpace, !result.isEmpty { result.append(UInt8(ascii: " ")) }
      needsSpace = false
      result.append(byte)
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "`") {
        takeQuoted(byte, from: &rest, into: &result)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func takeQuoted(
    _ quote: UInt8, from rest: inout ArraySlice<UInt8>, into result: inout [UInt8]
  ) {
    while let byte = rest.popFirst() {
      result.append(byte)
      if byte == quote { return }
      if byte == UInt8(ascii: "\\"), let next = rest.popFirst() { result.append(next) }
    }
  }

  /// The text with names exchanged for others; texts in quotes are left alone.
  static func renamed(_ text: String, _ names: [String: String]) -> String {
    guard !names.isEmpty else { return text }
    var result = ""
    var word = ""
    var isQuoted = false
    func finish() {
      result += names[word] ?? word
      word = ""
    }
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if !isQuoted, character == "_" || character.isLetter || character.isNumber {
        word.append(character)
      } else {
        finish()
        result.append(character)
      }
    }
    finish()
    return result
  }
}
