/// The rows of any file of a known layout as plain texts, for a reader that does not know its columns yet.
package struct TextRows {
  /// The names in the header; of JSON Lines, the keys of the first rows in the order they are met.
  package let names: [String]
  /// The byte between fields; `nil` for JSON Lines.
  package let delimiter: UInt8?
  private let location: TableLocation

  /// How many rows of JSON are looked at for keys.
  private static let rowsForNames = 1000

  package init(_ location: TableLocation) throws(FileFailure) {
    self.location = location
    switch location.layout {
    case .delimited(let declared):
      let supply = try ChunkSupply(
        try ByteSource.opened(at: location), chunkSize: 1 << 16, isQuoting: true)
      let header = Header(try supply.takeRow().bytes, delimiter: declared)
      names = header.names
      delimiter = header.delimiter
    case .jsonLines:
      var names: [String] = []
      var seen: Set<String> = []
      var left = TextRows.rowsForNames
      try TextRows.forEachObject(location) { object in
        for (key, _) in object where seen.insert(key).inserted { names.append(key) }
        left -= 1
        return left > 0
      }
      self.names = names
      delimiter = nil
    }
  }

  /// Calls a closure with the fields of each row, until it says no more.
  ///
  /// Empty and absent fields are empty texts, as are objects and lists of JSON. A row of another length than
  /// the header is handed on as it is.
  package func forEachRow(_ body: ([String]) -> Bool) throws(FileFailure) {
    guard let delimiter else {
      try TextRows.forEachObject(location) { object in
        var fields = [String](repeating: "", count: names.count)
        for (key, value) in object {
          if let place = names.firstIndex(of: key) { fields[place] = value }
        }
        return body(fields)
      }
      return
    }
    let supply = try ChunkSupply(
      try ByteSource.opened(at: location), chunkSize: 1 << 16, isQuoting: true)
    _ = try supply.takeRow()
    let chunk = Chunk(capacity: 1 << 17)
    let cutter = RowCutter(delimiter: delimiter)
    while try supply.next(chunk) {
      _ = try cutter.cut(chunk)
      var place = 0
      while place + 1 < cutter.placeCount {
        var end = place + 1
        while chunk.bytes[Int(cutter.places[end])] != UInt8(ascii: "\n") { end += 1 }
        let start = Int(cutter.places[place]) + 1
        var stop = Int(cutter.places[end])
        if stop > start, chunk.bytes[stop - 1] == UInt8(ascii: "\r") { stop -= 1 }
        let line = Array(UnsafeBufferPointer(start: chunk.bytes + start, count: stop - start))
        if !line.isEmpty || names.count == 1 {
          guard body(Header.split(line[...], delimiter)) else { return }
        }
        place = end
      }
    }
  }

  private static func forEachObject(
    _ location: TableLocation, _ body: ([(String, String)]) -> Bool
  ) throws(FileFailure) {
    let supply = try ChunkSupply(
      try ByteSource.opened(at: location), chunkSize: 1 << 16, isQuoting: false)
    let chunk = Chunk(capacity: 1 << 17)
    let scratch = Scratch()
    while try supply.next(chunk) {
      var start = 0
      while start < chunk.count {
        var end = start
        while chunk.bytes[end] != UInt8(ascii: "\n") { end += 1 }
        scratch.reset()
        var scanner = JSONScanner(chunk.bytes, start, end, scratch)
        scanner.skipSpace()
        if !scanner.isAtEnd {
          var object: [(String, String)] = []
          // A line that is no object is left to the reading proper, which reports it.
          try? scanner.object { (key, scanner) throws(JSONScanner.Invalid) in
            var text = ""
            if case .text(let value) = try scanner.value() { text = value.string }
            object.append((key.string, text))
          }
          if !object.isEmpty { guard body(object) else { return } }
        }
        start = end + 1
      }
    }
  }
}

extension JSONScanner.Text {
  var string: String {
    String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }
}
