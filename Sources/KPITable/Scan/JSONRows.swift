import KPIModel

/// Makes blocks of JSON objects, one a line.
final class JSONRows {
  private let block: RowBlock
  private var readers: [ColumnReader]
  private let names: [[UInt8]]
  private let spans: [FieldSpans]
  private let scratch = Scratch()
  private var chunkOffset = 0

  init(_ block: RowBlock, _ readers: [ColumnReader], names: [String]) {
    self.block = block
    self.readers = readers
    self.names = names.map { Array($0.utf8) }
    spans = names.map { _ in FieldSpans() }
    block.locate = { [unowned self] origin, _ in chunkOffset + origin }
  }

  func read(_ chunk: Chunk, _ consumer: any BlockConsumer) {
    chunkOffset = chunk.offset
    var start = 0
    while start < chunk.count {
      var rows = 0
      scratch.reset()
      while start < chunk.count, rows < ColumnVector.capacity {
        var end = start
        while chunk.bytes[end] != UInt8(ascii: "\n") { end += 1 }
        if take(chunk, start, end, row: rows) {
          block.origins[rows] = Int32(start)
          rows += 1
        }
        start = end + 1
      }
      guard rows > 0 else { continue }
      block.begin(rows)
      for index in readers.indices { readers[index].read(spans[index].view, rows, into: block) }
      block.removeBadRows()
      if block.count > 0 { consumer.consume(block) }
    }
  }

  /// Reads one line into the spans of a row; false when the line is no row.
  private func take(_ chunk: Chunk, _ start: Int, _ end: Int, row: Int) -> Bool {
    for column in spans { column.setMissing(row) }
    var scanner = JSONScanner(chunk.bytes, start, end, scratch)
    scanner.skipSpace()
    if scanner.isAtEnd { return false }
    var nested: Int?
    do throws(JSONScanner.Invalid) {
      try scanner.object { (key, scanner) throws(JSONScanner.Invalid) in
        let column = names.firstIndex { isEqual($0, key) }
        let value = try scanner.value()
        guard let column else { return }
        switch value {
        case .text(let text):
          spans[column].starts[row] = text.start
          spans[column].lengths[row] = Int32(text.count)
        case .null: spans[column].setMissing(row)
        case .nested: nested = nested ?? column
        }
      }
    } catch {
      block.reject(
        Finding(
          .invalidJSON, column: nil, offset: chunkOffset + error.offset, value: nil))
      return false
    }
    if let nested {
      block.reject(
        Finding(
          .nestedJSON, column: readers[nested].vector.id, offset: chunkOffset + start, value: nil))
      return false
    }
    return true
  }

  private func isEqual(_ name: [UInt8], _ key: JSONScanner.Text) -> Bool {
    name.count == key.count
      && name.elementsEqual(UnsafeBufferPointer(start: key.start, count: key.count))
  }
}
