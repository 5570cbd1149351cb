/// The text between quotation marks.
enum TextLiteral {
  /// The text of a token with its escapes replaced; an escape that means nothing stands as written.
  static func value(of bytes: ArraySlice<UInt8>) -> String {
    var inner = bytes.dropFirst(QuotationMark.length(atStartOf: bytes))
    if isClosed(bytes) { inner = inner.dropLast(QuotationMark.length(atEndOf: bytes)) }
    guard inner.contains(UInt8(ascii: "\\")) else { return String(decoding: inner, as: UTF8.self) }
    var result: [UInt8] = []
    var index = inner.startIndex
    while index < inner.endIndex {
      if inner[index] == UInt8(ascii: "\\"), let escape = Escape(inner[index...]) {
        result += escape.text
        index += escape.length
      } else {
        result.append(inner[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The offset of the first escape that means nothing, counted from the first byte.
  static func badEscape(in bytes: ArraySlice<UInt8>) -> Int? {
    var index = bytes.startIndex + 1
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "\\") {
        guard let escape = Escape(bytes[index...]) else { return index - bytes.startIndex }
        index += escape.length
      } else {
        index += 1
      }
    }
    return nil
  }

  /// Whether the last byte is the closing quotation mark, and not an escaped one.
  static func isClosed(_ bytes: ArraySlice<UInt8>) -> Bool {
    let opening = QuotationMark.length(atStartOf: bytes)
    let closing = QuotationMark.length(atEndOf: bytes)
    guard closing > 0, bytes.count >= opening + closing else { return false }
    guard bytes.last == UInt8(ascii: "\"") else {
      return closing > 1 || bytes.first == UInt8(ascii: "'")
    }
    let slashes = bytes.dropLast().reversed().prefix { $0 == UInt8(ascii: "\\") }.count
    return slashes % 2 == 0
  }

  /// `\"`, `\\`, `\n`, `\t` or `\u{1F600}`, at the start of some bytes.
  private struct Escape {
    let text: [UInt8]
    let length: Int

    init(text: [UInt8], length: Int) {
      self.text = text
      self.length = length
    }

    init?(_ bytes: ArraySlice<UInt8>) {
      guard let letter = bytes.dropFirst().first else { return nil }
      switch letter {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): self.init(text: [letter], length: 2)
      case UInt8(ascii: "n"): self.init(text: [UInt8(ascii: "\n")], length: 2)
      case UInt8(ascii: "t"): self.init(text: [UInt8(ascii: "\t")], length: 2)
      case UInt8(ascii: "u"): self.init(scalar: bytes)
      default: return nil
      }
    }

    private init?(scalar bytes: ArraySlice<UInt8>) {
      let body = bytes.dropFirst(2)
      guard body.first == UInt8(ascii: "{") else { return nil }
      let digits = body.dropFirst().prefix(9).prefix { $0 != UInt8(ascii: "}") }
      guard (1...8).contains(digits.count),
        body.dropFirst(digits.count + 1).first == UInt8(ascii: "}"),
        digits.allSatisfy({ UInt8(ascii: "+") != $0 && UInt8(ascii: "-") != $0 }),
        let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(value)
      else { return nil }
      self.init(text: Array(String(Character(scalar)).utf8), length: digits.count + 4)
    }
  }
}
