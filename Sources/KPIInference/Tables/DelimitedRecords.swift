/// Somewhere that records come from, one after the other; a field is its text as bytes.
package protocol RecordSource {
  mutating func next() -> [[UInt8]]?
  var delimiter: UInt8 { get }
}

/// The records of delimited text (RFC 4180), for looking at a file before anything is known about it.
package struct DelimitedRecords: RecordSource {
  private let bytes: [UInt8]
  package let delimiter: UInt8
  private var position: Int

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    delimiter = DelimitedRecords.delimiter(bytes[position...])
  }

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")

  /// Whichever of comma, semicolon and tab occurs most often in the first line, outside of quotes.
  private static func delimiter(_ bytes: ArraySlice<UInt8>) -> UInt8 {
    var counts = [UInt8: Int]()
    var isQuoted = false
    for byte in bytes {
      if byte == quote { isQuoted.toggle() }
      if byte == lineFeed, !isQuoted { break }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    let order = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    return order.reduce(order[0]) { counts[$1, default: 0] > counts[$0, default: 0] ? $1 : $0 }
  }

  /// The next record; empty lines are passed over.
  package mutating func next() -> [[UInt8]]? {
    while position < bytes.count {
      let record = readRecord()
      if record != [[]] { return record }
    }
    return nil
  }

  private mutating func readRecord() -> [[UInt8]] {
    var fields: [[UInt8]] = []
    while true {
      fields.append(
        position < bytes.count && bytes[position] == DelimitedRecords.quote
          ? readQuoted() : readPlain())
      guard position < bytes.count else { return fields }
      let byte = bytes[position]
      position += 1
      if byte == DelimitedRecords.lineFeed { return fields }
    }
  }

  private mutating func readPlain() -> [UInt8] {
    let start = position
    while position < bytes.count, bytes[position] != delimiter,
      bytes[position] != DelimitedRecords.lineFeed
    {
      position += 1
    }
    var end = position
    let isLineEnd = position == bytes.count || bytes[position] == DelimitedRecords.lineFeed
    if isLineEnd, end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return Array(bytes[start..<end])
  }

  private mutating func readQuoted() -> [UInt8] {
    var field: [UInt8] = []
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == DelimitedRecords.quote {
        guard position < bytes.count, bytes[position] == DelimitedRecords.quote else { break }
        position += 1
      }
      field.append(byte)
    }
    // What follows a closing quote belongs to no field; the carriage return of a line end mostly.
    _ = readPlain()
    return field
  }
}
