/// The marks around a text: straight ones, and those of word processors and other languages, which are
/// reported and then read like straight ones.
enum QuotationMark {
  /// The bytes of the mark that some bytes begin with.
  static func length(atStartOf bytes: ArraySlice<UInt8>) -> Int {
    switch (bytes.first, bytes.dropFirst().first) {
    case (0xE2, 0x80): 3
    case (0xC2, 0xAB): 2
    default: 1
    }
  }

  /// The bytes of the mark that some bytes end with, or 0.
  static func length(atEndOf bytes: ArraySlice<UInt8>) -> Int {
    let last = bytes.suffix(3)
    switch last.last {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return 1
    case 0xBB where last.dropLast().last == 0xC2: return 2
    case .some(0x98...0x9E) where last.count == 3 && last.first == 0xE2: return 3
    default: return 0
    }
  }

  /// Whether a character begins a text in the marks of a word processor.
  static func opensText(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{201C}", "\u{201D}", "\u{201E}", "\u{2018}", "\u{2019}", "\u{201A}", "\u{AB}": true
    default: false
    }
  }

  /// The length of the mark at a place that ends a text begun by another, or 0. Word processors mix them: a
  /// text may begin with a curly mark and end with a straight one.
  static func closing(
    _ opening: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> Int {
    switch opening {
    case UInt8(ascii: "'"): return bytes[place] == UInt8(ascii: "'") ? 1 : 0
    case 0xC2:
      return place + 1 < bytes.count && bytes[place] == 0xC2 && bytes[place + 1] == 0xBB ? 2 : 0
    default:
      if bytes[place] == UInt8(ascii: "\"") { return 1 }
      guard place + 2 < bytes.count, bytes[place] == 0xE2, bytes[place + 1] == 0x80 else {
        return 0
      }
      return (0x98...0x9E).contains(bytes[place + 2]) ? 3 : 0
    }
  }
}
