import KPIModel

/// The first line of a delimited file.
struct Header {
  let names: [String]
  let delimiter: UInt8

  init(_ line: [UInt8], delimiter declared: UInt8?) {
    var bytes = line[...]
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    let delimiter = declared ?? Header.sniffed(bytes)
    self.delimiter = delimiter
    names = Header.split(bytes, delimiter)
  }

  /// Whichever of comma, semicolon and tab occurs most often outside of quotes; the comma where none does.
  private static func sniffed(_ line: ArraySlice<UInt8>) -> UInt8 {
    var counts = [UInt8(ascii: ","): 0, UInt8(ascii: ";"): 0, UInt8(ascii: "\t"): 0]
    var isQuoted = false
    for byte in line {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, let count = counts[byte] { counts[byte] = count + 1 }
    }
    let order = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    return order.reduce(order[0]) { counts[$1] ?? 0 > counts[$0] ?? 0 ? $1 : $0 }
  }

  /// The fields of one line, without their quotes.
  static func split(_ line: ArraySlice<UInt8>, _ delimiter: UInt8) -> [String] {
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var isAfterQuote = false
    for byte in line {
      if byte == UInt8(ascii: "\"") {
        // The second of a pair of quotes inside a quoted field is kept.
        if isAfterQuote { field.append(byte) }
        isAfterQuote = isQuoted
        isQuoted.toggle()
        continue
      }
      isAfterQuote = false
      if byte == delimiter, !isQuoted {
        fields.append(String(decoding: field, as: UTF8.self))
        field = []
      } else {
        field.append(byte)
      }
    }
    fields.append(String(decoding: field, as: UTF8.self))
    return fields
  }

  /// The columns that are in the file, each with its place; only tolerated ones may be absent.
  func places(
    of columns: [ColumnID], tolerating absent: Set<ColumnID>, in table: Table
  ) throws(FileFailure) -> [(column: ColumnID, place: Int)] {
    var places: [(column: ColumnID, place: Int)] = []
    for id in columns {
      let wanted = table[id].header ?? table[id].name
      let found = names.indices.filter { names[$0] == wanted }
      guard let place = found.first else {
        if absent.contains(id) { continue }
        throw .missingColumn(id, header: wanted, found: names)
      }
      guard found.count == 1 else { throw .repeatedColumn(id, header: wanted) }
      places.append((id, place))
    }
    return places
  }
}
