import KPISyntax

/// A text cut into words, numbers, texts, blanks and signs, to be changed by whole pieces: what comes
/// out is wrong in ways that people are wrong, and gets past the parser more often than changed bytes do.
struct TokenText {
  private var pieces: [ArraySlice<UInt8>] = []

  init(_ buffer: UnsafeBufferPointer<UInt8>) {
    let bytes = Array(buffer)
    var start = 0
    while start < bytes.count {
      var end = start + 1
      let kind = Kind(bytes[start])
      switch kind {
      case .word, .blank: while end < bytes.count, Kind(bytes[end]) == kind { end += 1 }
      case .quote:
        while end < bytes.count, bytes[end] != bytes[start], bytes[end] != 0x0A { end += 1 }
        end = min(end + 1, bytes.count)
      case .sign: break
      }
      pieces.append(bytes[start..<end])
      start = end
    }
  }

  private enum Kind {
    case word, blank, quote, sign

    init(_ byte: UInt8) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
        self = .word
      case UInt8(ascii: " "), 0x09...0x0D: self = .blank
      case UInt8(ascii: "\""), UInt8(ascii: "`"): self = .quote
      default: self = .sign
      }
    }
  }

  /// One of the slips of a hand: something gone, twice, elsewhere, or another word in its place.
  mutating func change(_ generator: inout SeededGenerator) {
    guard !pieces.isEmpty else { return }
    let place = Int.random(in: 0..<pieces.count, using: &generator)
    let other = Int.random(in: 0..<pieces.count, using: &generator)
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: pieces.remove(at: place)
    case 1: pieces.removeSubrange(stretch(from: place, &generator))
    case 2: pieces.insert(contentsOf: pieces[stretch(from: place, &generator)], at: other)
    case 3: pieces.swapAt(place, other)
    case 4: pieces[place] = pieces[other]
    case 5: pieces.insert(word(&generator), at: place)
    case 6: pieces[place] = word(&generator)
    default: joinOrBreakLine(near: place)
    }
  }

  mutating func splice(_ other: TokenText, _ generator: inout SeededGenerator) {
    guard !other.pieces.isEmpty else { return }
    let start = Int.random(in: 0..<other.pieces.count, using: &generator)
    let place = Int.random(in: 0...pieces.count, using: &generator)
    pieces.insert(contentsOf: other.pieces[other.stretch(from: start, &generator)], at: place)
  }

  /// Fills the buffer as far as it goes and gives how much of it that was.
  func write(to buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var count = 0
    for piece in pieces {
      for byte in piece.prefix(buffer.count - count) {
        buffer[count] = byte
        count += 1
      }
    }
    return count
  }

  private func stretch(from start: Int, _ generator: inout SeededGenerator) -> Range<Int> {
    start..<min(pieces.count, start + Int.random(in: 1...24, using: &generator))
  }

  private mutating func joinOrBreakLine(near place: Int) {
    guard let blank = pieces[place...].firstIndex(where: { Kind($0[$0.startIndex]) == .blank })
    else { return }
    pieces[blank] = pieces[blank].contains(0x0A) ? [0x20] : [0x0A]
  }

  private func word(_ generator: inout SeededGenerator) -> ArraySlice<UInt8> {
    TokenText.words.randomElement(using: &generator) ?? []
  }

  /// The words of the language with a blank behind, its signs, and values at the rim of what is read.
  private static let words: [ArraySlice<UInt8>] =
    (Word.allCases.map { $0.spelling + " " } + [
      "sum(", "count(", "average(", "median(", "percentile(", "count_distinct(", "closing(",
      "growth(",
      "trailing(", "to_date(", "previous(", "min(", "max(", "abs(", "round(", "sqrt(", "days(", ")",
      "(", "{", "}", ",", ":", ".", "..", "|", "->", "=", "!=", "<=", ">", "+", "-", "*", "/", "//",
      "\n", "\n// x\n", "///", "\r\n", "\u{FEFF}", "\"", "`", "\\", "text ", "number ", "integer ",
      "percent ", "boolean ", "timestamp ", "USD ", "VND ", "days ", "months ", "0", "-1", "1e9",
      "99999999999999999999", "0.000000000000000000000001",
      "170141183460469231731687303715884105727",
      "9223372036854775807", "100%", "1.2M", "5B", "2026-02-30", "0000-01-01", "9999-12-31",
      "2026-W53",
      "2026-Q4", "FY2026-H2", "FY9999-Q4", "2026", "2026-01-01T00:00:00", "today", "\u{A0}", "é",
      "e\u{301}", "日本", "\u{1F600}",
    ]).map { Array($0.utf8)[...] }
}
