/// Finds the lines and columns of places in a file, by reading it once more up to the last of them.
package enum LinePositions {
  package struct Position: Hashable, Sendable {
    /// Both count from 1; columns count bytes.
    package let line: Int
    package let column: Int
  }

  package static func find(_ offsets: [Int], in location: TableLocation) -> [Int: Position] {
    guard let source = try? ByteSource.opened(at: location) else { return [:] }
    var wanted = Set(offsets).sorted()[...]
    var result: [Int: Position] = [:]
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 64)
    defer { buffer.deallocate() }
    var start = 0
    var line = 1
    var lineStart = 0
    while !wanted.isEmpty {
      guard let count = try? source.read(into: buffer), count > 0 else { break }
      var index = 0
      while let next = wanted.first, next < start + count {
        while index < next - start {
          if buffer[index] == UInt8(ascii: "\n") {
            line += 1
            lineStart = start + index + 1
          }
          index += 1
        }
        result[next] = Position(line: line, column: next - lineStart + 1)
        wanted.removeFirst()
      }
      while index < count {
        if buffer[index] == UInt8(ascii: "\n") {
          line += 1
          lineStart = start + index + 1
        }
        index += 1
      }
      start += count
    }
    for offset in wanted { result[offset] = Position(line: line, column: offset - lineStart + 1) }
    return result
  }
}
