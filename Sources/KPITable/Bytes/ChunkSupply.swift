import CKPIMask
import Synchronization

/// A stretch of a file that holds whole rows.
final class Chunk {
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  private(set) var capacity: Int
  /// How many bytes belong to whole rows; the last of them ends a line.
  var count = 0
  /// Where the first byte stands in the file.
  var offset = 0

  /// Readers may look this far past the end of a field.
  static let padding = 128

  init(capacity: Int) {
    self.capacity = capacity
    bytes = .allocate(capacity: capacity + Chunk.padding)
    bytes.initialize(repeating: 0, count: capacity + Chunk.padding)
  }

  deinit { bytes.deallocate() }

  func grow(to wanted: Int, keeping kept: Int) {
    guard wanted > capacity else { return }
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: wanted + Chunk.padding)
    larger.initialize(repeating: 0, count: wanted + Chunk.padding)
    larger.update(from: bytes, count: kept)
    bytes.deallocate()
    bytes = larger
    capacity = wanted
  }
}

/// Hands out a file in stretches of whole rows, to as many threads as ask.
///
/// Each stretch begins where a row begins, so it is known to be outside of quotes, and a quoted line end
/// is never taken for the end of a row. What follows the last whole row is carried into the next stretch.
/// The stretches are the same for any number of threads.
final class ChunkSupply: @unchecked Sendable {
  /// No row is longer; a file without line ends must not fill the memory.
  static let longestRow = 16 << 20

  private let lock = Mutex(())
  private let source: ByteSource
  private let chunkSize: Int
  private let isQuoting: Bool
  private var carry: [UInt8]
  fileprivate var offset = 0
  private var isAtEnd = false
  private var failure: FileFailure?

  init(_ source: ByteSource, chunkSize: Int, isQuoting: Bool) throws(FileFailure) {
    self.source = source
    self.chunkSize = max(chunkSize, 1)
    self.isQuoting = isQuoting
    carry = []
    let head = try fill(4096)
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      throw .notText(.utf16)
    }
    if head.contains(0) { throw .notText(.binary) }
    carry = head
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      carry.removeFirst(3)
      offset = 3
    }
    if carry.isEmpty, !source.mayBeEmpty { throw .empty }
  }

  private func fill(_ count: Int) throws(FileFailure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var failure: FileFailure?
    let filled = bytes.withUnsafeMutableBytes { buffer -> Int in
      do throws(FileFailure) {
        return try source.read(into: buffer)
      } catch {
        failure = error
        return 0
      }
    }
    if let failure { throw failure }
    bytes.removeLast(count - filled)
    if filled < count { isAtEnd = true }
    return bytes
  }

  /// Takes the first row off, without its line end: the header.
  func takeRow() throws(FileFailure) -> (bytes: [UInt8], offset: Int) {
    var scanned = 0
    var isQuoted = false
    while true {
      while scanned < carry.count {
        let byte = carry[scanned]
        if byte == UInt8(ascii: "\""), isQuoting { isQuoted.toggle() }
        if byte == UInt8(ascii: "\n"), !isQuoted {
          let row = (bytes: Array(carry[..<scanned]), offset: offset)
          carry.removeFirst(scanned + 1)
          offset += scanned + 1
          return row
        }
        scanned += 1
      }
      if isAtEnd {
        guard !isQuoted else { throw .endlessRow(offset: offset, isQuoted: true) }
        let row = (bytes: carry, offset: offset)
        offset += carry.count
        carry = []
        return row
      }
      guard carry.count < ChunkSupply.longestRow else {
        throw .endlessRow(offset: offset, isQuoted: isQuoted)
      }
      carry += try fill(1 << 16)
    }
  }

  /// The offset of the first row that has not been handed out.
  var position: Int { lock.withLock { _ in offset } }

  /// Fills a chunk with the next rows; false when there are none left.
  func next(_ chunk: Chunk) throws(FileFailure) -> Bool {
    try lock.withLock { _ throws(FileFailure) -> Bool in
      if let failure { throw failure }
      do throws(FileFailure) {
        return try advance(chunk)
      } catch {
        failure = error
        throw error
      }
    }
  }

  private func advance(_ chunk: Chunk) throws(FileFailure) -> Bool {
    var filled = carry.count
    chunk.grow(to: filled + chunkSize, keeping: 0)
    carry.withUnsafeBufferPointer { buffer in
      if let base = buffer.baseAddress { chunk.bytes.update(from: base, count: buffer.count) }
    }
    carry.removeAll(keepingCapacity: true)
    var rows = RowEnds(isQuoting: isQuoting)
    while true {
      if !isAtEnd {
        chunk.grow(to: filled + chunkSize + 1, keeping: filled)
        let room = UnsafeMutableRawBufferPointer(start: chunk.bytes + filled, count: chunkSize)
        let count = try source.read(into: room)
        if count < chunkSize { isAtEnd = true }
        filled += count
      }
      if filled == 0 { return false }
      if isAtEnd, chunk.bytes[filled - 1] != UInt8(ascii: "\n") {
        chunk.grow(to: filled + 1, keeping: filled)
        chunk.bytes[filled] = UInt8(ascii: "\n")
        filled += 1
      }
      let end = rows.lastEnd(in: chunk.bytes, filled)
      if end > 0 {
        chunk.count = end
        chunk.offset = offset
        carry.append(
          contentsOf: UnsafeBufferPointer(start: chunk.bytes + end, count: filled - end))
        offset += end
        if isAtEnd, !carry.isEmpty {
          throw endless(chunk.bytes + end, filled - end, isQuoted: true)
        }
        return true
      }
      if isAtEnd { throw endless(chunk.bytes, filled, isQuoted: true) }
      if filled > ChunkSupply.longestRow {
        throw endless(chunk.bytes, filled, isQuoted: rows.isQuoted)
      }
    }
  }
}

extension ChunkSupply {
  /// Why a row does not end: if a quote in it stands inside a field, that is the cause.
  private func endless(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, isQuoted: Bool
  ) -> FileFailure {
    var isInside = false
    for index in 0..<count where isQuoted && bytes[index] == UInt8(ascii: "\"") {
      isInside.toggle()
      // Whatever delimits fields, it is no letter, digit or space.
      let before = index == 0 ? UInt8(ascii: "\n") : bytes[index - 1]
      let isField =
        before >= 0x80 || before == 32 || (before | 0x20) &- 97 < 26 || before &- 48 < 10
      if isInside, isField { return .misplacedQuote(offset: offset + index) }
    }
    return .endlessRow(offset: offset, isQuoted: isQuoted)
  }
}

/// Finds the last line end outside of quotes in bytes that grow at their end.
private struct RowEnds {
  let isQuoting: Bool
  private(set) var isQuoted = false
  private var scanned = 0
  private var last = 0

  init(isQuoting: Bool) { self.isQuoting = isQuoting }

  /// The offset behind the last line end, or 0.
  mutating func lastEnd(in bytes: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    defer { scanned = count }
    guard isQuoting, isQuoted || contains(UInt8(ascii: "\""), bytes + scanned, count - scanned)
    else {
      var end = count
      while end > scanned, bytes[end - 1] != UInt8(ascii: "\n") { end -= 1 }
      if end > scanned { last = end }
      return last
    }
    if ckpi_occurrences(bytes + scanned, count - scanned, UInt8(ascii: "\"")) % 2 == 1 {
      isQuoted.toggle()
    }
    // What is known of the end is followed back to the last line end outside of quotes.
    var isInside = isQuoted
    var index = count
    while index > scanned {
      index -= 1
      if bytes[index] == UInt8(ascii: "\"") {
        isInside.toggle()
      } else if bytes[index] == UInt8(ascii: "\n"), !isInside {
        last = index + 1
        break
      }
    }
    return last
  }
}
