import KPIText

/// How many columns a token takes.
enum TokenWidth {
  static func of(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
      let token = UnsafeBufferPointer(rebasing: buffer[range])
      return simpleWidth(token) ?? DisplayWidth.of(String(decoding: token, as: UTF8.self))
    }
  }

  /// The width of a text of letters that take one column each and never join others: ASCII and the
  /// Latin letters, Vietnamese among them. `nil` where there is anything else.
  private static func simpleWidth(_ token: UnsafeBufferPointer<UInt8>) -> Int? {
    var width = 0
    var index = 0
    while index < token.count {
      let byte = token[index]
      switch byte {
      case 0x20...0x7E: index += 1
      // U+00C0 to U+02FF.
      case 0xC3...0xCB where index + 1 < token.count && isContinuation(token[index + 1]):
        index += 2
      // U+1E00 to U+1EFF.
      case 0xE1
      where index + 2 < token.count && (0xB8...0xBB).contains(token[index + 1])
        && isContinuation(token[index + 2]):
        index += 3
      default: return nil
      }
      width += 1
    }
    return width
  }

  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
