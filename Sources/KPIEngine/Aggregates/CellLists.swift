/// A list of 32-bit words for each cell, appended to in any order of cells.
///
/// Lists are chains of pieces whose sizes grow, so a cell with few values takes little memory and one with
/// many is never moved.
final class CellLists {
  private let cursors = CellArray<UnsafeMutablePointer<UInt32>?>(nil)
  private let ends = CellArray<UnsafeMutablePointer<UInt32>?>(nil)
  private let pieces = CellArray<UInt32>(0)
  private var slabs: [UnsafeMutablePointer<UInt32>] = []
  private var slabUsed = CellLists.slabWords
  private(set) var words = 0

  private static let slabBits = 18
  private static let slabWords = 1 << slabBits
  private static let largestPiece = 1 << 10
  /// Each piece begins with the place of the piece before it and its own size.
  private static let headWords = 2

  deinit { for slab in slabs { slab.deallocate() } }

  var isEmpty: Bool { slabs.isEmpty }

  func reserve(_ cells: Int) {
    cursors.reserve(cells)
    ends.reserve(cells)
    pieces.reserve(cells)
  }

  /// Appends the low words of values to the lists of their cells; cell 0 takes nothing.
  @inline(__always)
  func append(_ value: UInt32, to cell: Int) {
    if let cursor = cursors.values[cell], cursor != ends.values[cell] {
      cursor.pointee = value
      cursors.values[cell] = cursor + 1
      return
    }
    appendSlowly(value, cell)
  }

  /// Appends the low words of values to the lists of their cells, until one has none of its own; cell 0 takes
  /// nothing. The result is how many were dealt with.
  @inline(__always)
  func append(
    _ values: UnsafePointer<Int64>, to cells: UnsafePointer<UInt32>, from first: Int, _ count: Int
  ) -> Int {
    // Growing a list moves none of these.
    let (cursors, ends) = (cursors.values, ends.values)
    for row in first..<count {
      let (value, cell) = (values[row], Int(cells[row]))
      if cell == 0 { continue }
      let word = Int32(truncatingIfNeeded: value)
      if Int64(word) != value { return row }
      if let cursor = cursors[cell], cursor != ends[cell] {
        cursor.pointee = UInt32(bitPattern: word)
        cursors[cell] = cursor + 1
      } else {
        appendSlowly(UInt32(bitPattern: word), cell)
      }
    }
    return count
  }

  /// Appends both words of a value; lists of such values hold nothing else, so a pair is never split.
  @inline(__always)
  func append(pair value: Int64, to cell: Int) {
    append(UInt32(truncatingIfNeeded: value), to: cell)
    append(UInt32(truncatingIfNeeded: value >> 32), to: cell)
  }

  /// Adds the pairs of a cell to an array.
  func collectPairs(_ cell: Int, into values: inout [Int64]) {
    forEachStretch(of: cell) { words in
      for index in stride(from: 0, to: words.count - 1, by: 2) {
        values.append(Int64(bitPattern: UInt64(words[index + 1]) << 32 | UInt64(words[index])))
      }
    }
  }

  @inline(never)
  private func appendSlowly(_ value: UInt32, _ cell: Int) {
    let before = pieces.values[cell]
    let size = before == 0 ? 8 : min(Int(head(before)[1]) * 4, CellLists.largestPiece)
    if slabUsed + size > CellLists.slabWords {
      slabs.append(.allocate(capacity: CellLists.slabWords))
      // Place 0 means no piece.
      slabUsed = slabs.count == 1 ? 1 : 0
    }
    let place = UInt32((slabs.count - 1) << CellLists.slabBits + slabUsed)
    slabUsed += size
    let start = head(place)
    start[0] = before
    start[1] = UInt32(size)
    pieces.values[cell] = place
    start[CellLists.headWords] = value
    cursors.values[cell] = start + CellLists.headWords + 1
    ends.values[cell] = start + size
  }

  @inline(__always)
  private func head(_ place: UInt32) -> UnsafeMutablePointer<UInt32> {
    slabs[Int(place) >> CellLists.slabBits] + (Int(place) & (CellLists.slabWords - 1))
  }

  /// Calls a closure with the stretches of a cell's list, in no order.
  func forEachStretch(of cell: Int, _ body: (UnsafeBufferPointer<UInt32>) -> Void) {
    guard cell < pieces.count else { return }
    var place = pieces.values[cell]
    var end = cursors.values[cell]
    while place != 0, let stop = end {
      let start = head(place)
      let first = start + CellLists.headWords
      body(UnsafeBufferPointer(start: first, count: stop - first))
      place = start[0]
      end = place == 0 ? nil : head(place) + Int(head(place)[1])
    }
  }
}

/// A list of 64-bit values for each cell: those that fit in 32 bits, which is most, take half the room.
final class ValueLists {
  private let narrow = CellLists()
  private let wide = CellLists()

  func reserve(_ cells: Int) {
    narrow.reserve(cells)
    wide.reserve(cells)
  }

  @inline(__always)
  func append(_ value: Int64, to cell: Int) {
    let word = Int32(truncatingIfNeeded: value)
    if Int64(word) == value {
      narrow.append(UInt32(bitPattern: word), to: cell)
    } else {
      wide.append(pair: value, to: cell)
    }
  }

  /// Appends the values of rows to the lists of their cells, but not to that of cell 0.
  func append(
    _ values: UnsafePointer<Int64>, to cells: UnsafePointer<UInt32>, _ count: Int, except: Int64
  ) {
    var row = 0
    while row < count {
      row = narrow.append(values, to: cells, from: row, count)
      // A value of more than 32 bits, or the one that stands for missing.
      if row < count {
        if values[row] != except { wide.append(pair: values[row], to: Int(cells[row])) }
        row += 1
      }
    }
  }

  /// Adds a cell's values to an array.
  func collect(_ cell: Int, into values: inout [Int64]) {
    narrow.forEachStretch(of: cell) { words in
      for word in words { values.append(Int64(Int32(bitPattern: word))) }
    }
    if !wide.isEmpty { wide.collectPairs(cell, into: &values) }
  }
}
