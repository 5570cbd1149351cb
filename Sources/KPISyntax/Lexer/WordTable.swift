/// Finds the word that some bytes spell, without making a text of them.
struct WordTable: Sendable {
  static let shared = WordTable()

  /// No word is longer, so that one fits two machine words.
  private static let longest = 16
  private static let slotCount = 1024

  private struct Entry {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var word = Word.none
  }

  private let entries: [Entry]

  private init() {
    var entries = [Entry](repeating: Entry(), count: Self.slotCount)
    for word in Word.allCases where word != .none {
      var (low, high): (UInt64, UInt64) = (0, 0)
      for (place, byte) in word.spelling.utf8.enumerated().prefix(Self.longest) {
        if place < 8 {
          low |= UInt64(byte) << (8 * place)
        } else {
          high |= UInt64(byte) << (8 * (place - 8))
        }
      }
      var slot = Self.slot(low, high)
      while entries[slot].word != .none { slot = (slot + 1) % Self.slotCount }
      entries[slot] = Entry(low: low, high: high, word: word)
    }
    self.entries = entries
  }

  func word(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Word {
    guard end - start <= Self.longest else { return .none }
    var (low, high): (UInt64, UInt64) = (0, 0)
    var index = start
    var shift: UInt64 = 0
    while index < end {
      if shift < 64 {
        low |= UInt64(bytes[index]) << shift
      } else {
        high |= UInt64(bytes[index]) << (shift &- 64)
      }
      shift &+= 8
      index &+= 1
    }
    var slot = Self.slot(low, high)
    while true {
      let entry = entries[slot]
      if entry.word == .none || (entry.low == low && entry.high == high) { return entry.word }
      slot = (slot + 1) % Self.slotCount
    }
  }

  private static func slot(_ low: UInt64, _ high: UInt64) -> Int {
    let mixed = (low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    return Int(mixed >> 54)
  }
}
