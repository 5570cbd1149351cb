import KPIModel

/// Makes blocks of the rows of a delimited file, one chunk after the other.
final class DelimitedRows {
  private let block: RowBlock
  private var readers: [ColumnReader]
  private let cutter: RowCutter
  private let fieldCount: Int
  private let places: [Int]
  private let spans = FieldSpans()
  private let scratch = Scratch()
  private var chunkOffset = 0

  init(
    _ block: RowBlock, _ readers: [ColumnReader], delimiter: UInt8, fieldCount: Int, places: [Int]
  ) {
    self.block = block
    self.readers = readers
    self.fieldCount = fieldCount
    self.places = places
    cutter = RowCutter(delimiter: delimiter)
    block.locate = { [unowned self] origin, column in
      let place = origin + (column.map { self.places[$0] } ?? 0)
      return chunkOffset + Int(cutter.places[place]) + 1
    }
  }

  func read(_ chunk: Chunk, _ consumer: any BlockConsumer) throws(FileFailure) {
    chunkOffset = chunk.offset
    let lines = try cutter.cut(chunk)
    let isRegular = isRegular(chunk, lines)
    var place = 0
    while place + 1 < cutter.placeCount {
      let rows: Int
      if isRegular {
        rows = min(ColumnVector.capacity, (cutter.placeCount - 1 - place) / fieldCount)
        for row in 0..<rows { block.origins[row] = Int32(place + row * fieldCount) }
        place += rows * fieldCount
      } else {
        rows = collectRows(chunk, &place)
      }
      guard rows > 0 else { continue }
      block.begin(rows)
      scratch.reset()
      for index in readers.indices {
        let fields = cutter.fields(
          places[index], isLast: places[index] == fieldCount - 1, of: block.origins, rows,
          in: chunk, into: spans, scratch)
        readers[index].read(fields, rows, into: block)
      }
      block.removeBadRows()
      if block.count > 0 { consumer.consume(block) }
    }
  }

  /// Whether every row of the chunk has as many fields as the header.
  ///
  /// When there are as many line ends as rows, and each row's last separator is one, none can stand anywhere else.
  private func isRegular(_ chunk: Chunk, _ lines: Int) -> Bool {
    guard lines * fieldCount == cutter.placeCount - 1, fieldCount > 1 || !hasBlankLines(chunk)
    else { return false }
    var place = fieldCount
    while place < cutter.placeCount {
      if chunk.bytes[Int(cutter.places[place])] != UInt8(ascii: "\n") { return false }
      place += fieldCount
    }
    return true
  }

  /// With a single column an empty line looks like a row.
  private func hasBlankLines(_ chunk: Chunk) -> Bool {
    for place in 1..<cutter.placeCount where isBlank(place - 1, place, chunk) { return true }
    return false
  }

  private func isBlank(_ before: Int, _ after: Int, _ chunk: Chunk) -> Bool {
    let start = Int(cutter.places[before]) + 1
    let end = Int(cutter.places[after])
    return end == start || end == start + 1 && chunk.bytes[start] == UInt8(ascii: "\r")
  }

  /// Takes rows one by one: empty lines are passed over, rows of another length are refused.
  private func collectRows(_ chunk: Chunk, _ place: inout Int) -> Int {
    var rows = 0
    while place + 1 < cutter.placeCount, rows < ColumnVector.capacity {
      var end = place + 1
      while chunk.bytes[Int(cutter.places[end])] != UInt8(ascii: "\n") { end += 1 }
      let count = end - place
      let isEmpty = count == 1 && isBlank(place, end, chunk)
      if count == fieldCount, !isEmpty {
        block.origins[rows] = Int32(place)
        rows += 1
      } else if !isEmpty {
        let found = "\(count) \(count == 1 ? "value" : "values")"
        let wanted = "\(fieldCount) \(fieldCount == 1 ? "column" : "columns")"
        block.reject(
          Finding(
            .raggedRow, column: nil, offset: chunk.offset + Int(cutter.places[place]) + 1,
            value: "\(found), and the file has \(wanted)"))
      }
      place = end
    }
    return rows
  }
}
