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
    for stretch in 0..<stretches {
      var inside = quotes[stretch]
      // After this each bit says whether the number of quotes up to it is odd.
      for shift in [1, 2, 4, 8, 16, 32] as [UInt64] { inside ^= inside << shift }
      inside ^= carried
      carried = UInt64(bitPattern: Int64(bitPattern: inside) >> 63)
      separators[stretch] &= ~inside
      newlines[stretch] &= ~inside
      var rest = quotes[stretch]
      while rest != 0 {
        let bit = rest.trailingZeroBitCount
        rest &= rest - 1
        let place = stretch * 64 + bit
        let isOpening = inside >> UInt64(bit) & 1 == 1
        let neighbour =
          isOpening
          ? (place == 0 ? UInt8(ascii: "\n") : chunk.bytes[place - 1]) : chunk.bytes[place + 1]
        let isFine =
          neighbour == delimiter || neighbour == UInt8(ascii: "\n")
          || neighbour == UInt8(ascii: "\"") || !isOpening && neighbour == UInt8(ascii: "\r")
        guard isFine else { throw .misplacedQuote(offset: chunk.offset + place) }
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

  private func unquote(_ row: Int, _ spans: FieldSpans, _ scratch: Scratch) {
    let inner = spans.starts[row] + 1
    let length = max(Int(spans.lengths[row]) - 2, 0)
    guard contains(UInt8(ascii: "\""), inner, length) else {
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
