import CKPIMask
import KPIModel

/// Cuts the bytes of a chunk at the delimiters and line ends that stand outside of quotes.
final class RowCutter {
  /// The places of the separators, in order, after a first one at -1.
  private(set) var places: UnsafeMutablePointer<Int32>
  private(set) var placeCount = 0
  private(set) var hasQuotes = false
  private var placeCapacity: Int
  private var masks: [UnsafeMutablePointer<UInt64>] = []
  private var maskCapacity = 0
  private let delimiter: UInt8

  init(delimiter: UInt8) {
    self.delimiter = delimiter
    placeCapacity = 1 << 12
    places = .allocate(capacity: placeCapacity)
  }

  deinit {
    places.deallocate()
    for mask in masks { mask.deallocate() }
  }

  private func reserve(_ stretches: Int) {
    guard stretches > maskCapacity else { return }
    for mask in masks { mask.deallocate() }
    maskCapacity = stretches
    masks = (0..<3).map { _ in .allocate(capacity: stretches) }
  }

  private func reservePlaces(_ count: Int) {
    guard count > placeCapacity else { return }
    let larger = UnsafeMutablePointer<Int32>.allocate(capacity: count * 3 / 2)
    places.deallocate()
    places = larger
    placeCapacity = count * 3 / 2
  }

  /// Finds the separators; the result is the number of line ends among them.
  func cut(_ chunk: Chunk) throws(FileFailure) -> Int {
    let count = chunk.count
    let stretches = (count + 63) / 64
    reserve(stretches)
    let (separators, newlines, quotes) = (masks[0], masks[1], masks[2])
    let seen = ckpi_fill(
      chunk.bytes, stretches, delimiter,
      ckpi_masks(separators: separators, newlines: newlines, quotes: quotes))
    if count % 64 != 0 {
      let valid = (UInt64(1) << UInt64(count % 64)) - 1
      separators[stretches - 1] &= valid
      newlines[stretches - 1] &= valid
      quotes[stretches - 1] &= valid
    }
    hasQuotes = seen != 0
    if hasQuotes { try leaveOutQuoted(chunk, stretches) }
    let found = ckpi_count(separators, stretches)
    reservePlaces(found + 1 + Int(CKPI_PLACES_SLACK))
    places[0] = -1
    placeCount = 1 + ckpi_places(separators, stretches, places + 1)
    return ckpi_count(newlines, stretches)
  }

  /// Clears the separators between quotes, and makes sure that quotes stand only where fields begin and end.
  private func leaveOutQuoted(_ chunk: Chunk, _ stretches: Int) throws(FileFailure) {
    let (separators, newlines, quotes) = (masks[0], masks[1], masks[2])
    var carried: UInt64 = 0
    // A chunk begins where a row does, so a quote at its start is fine.
    var before: UInt64 = 1
    for stretch in 0..<stretches {
      let quote = quotes[stretch]
      var inside = quote
      // After this each bit says whether the number of quotes up to it is odd.
      for shift in [1, 2, 4, 8, 16, 32] as [UInt64] { inside ^= inside &<< shift }
      inside ^= carried
      carried = UInt64(bitPattern: Int64(bitPattern: inside) >> 63)
      let edges = separators[stretch] | quote
      let next = stretch + 1 < stretches ? separators[stretch + 1] | quotes[stretch + 1] : 1
      let opening = quote & inside & ~(edges &<< 1 | before)
      var closing = quote & ~inside & ~(edges &>> 1 | next &<< 63)
      before = edges &>> 63
      separators[stretch] &= ~inside
      newlines[stretch] &= ~inside
      if opening != 0 {
        throw .misplacedQuote(offset: chunk.offset + stretch * 64 + opening.trailingZeroBitCount)
      }
      while closing != 0 {
        let place = stretch * 64 + closing.trailingZeroBitCount
        closing &= closing &- 1
        guard chunk.bytes[place + 1] == UInt8(ascii: "\r") else {
          throw .misplacedQuote(offset: chunk.offset + place)
        }
      }
    }
  }

  /// One field of each row; a row is given by the place of the separator before it.
  func fields(
    _ field: Int, isLast: Bool, of rows: UnsafePointer<Int32>, _ count: Int, in chunk: Chunk,
    into spans: FieldSpans, _ scratch: Scratch
  ) -> FieldView {
    let direct = FieldView(
      starts: UnsafePointer(spans.starts), lengths: UnsafePointer(spans.lengths),
      bytes: UnsafePointer(chunk.bytes), before: UnsafePointer(places + field), rows: rows,
      isDirect: true, trimsReturn: isLast)
    guard hasQuotes else { return direct }
    for row in 0..<count {
      let (start, length) = direct[row]
      spans.starts[row] = start
      spans.lengths[row] = Int32(truncatingIfNeeded: length)
      if length > 0, start[0] == UInt8(ascii: "\"") { unquote(row, spans, scratch) }
    }
    return spans.view
  }

  /// Whether there is a quote in a short text; up to seven bytes behind it are looked at.
  @inline(__always)
  private func hasQuote(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    var index = 0
    while index < length {
      let word = loadWord(bytes + index) ^ 0x2222_2222_2222_2222
      let found = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
      if found != 0 { return index + found.trailingZeroBitCount >> 3 < length }
      index += 8
    }
    return false
  }

  private func unquote(_ row: Int, _ spans: FieldSpans, _ scratch: Scratch) {
    let inner = spans.starts[row] + 1
    let length = max(Int(spans.lengths[row]) - 2, 0)
    guard hasQuote(inner, length) else {
      spans.starts[row] = inner
      spans.lengths[row] = Int32(length)
      return
    }
    let text = scratch.allocate(length)
    var count = 0
    var index = 0
    while index < length {
      text[count] = inner[index]
      count += 1
      // Quotes inside stand in pairs, or the row would have been refused.
      index += inner[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    spans.starts[row] = UnsafePointer(text)
    spans.lengths[row] = Int32(count)
  }
}
