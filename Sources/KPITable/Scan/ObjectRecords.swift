/// The objects of JSON Lines as records of text, for looking at a file before anything is known about it.
package struct ObjectRecords: Sendable {
  /// The names in the order in which they are first met, without those of values that no column can hold.
  package let names: [[UInt8]]
  /// The values of each object by the names; empty where it has none.
  package let rows: [[[UInt8]]]

  /// The line, from 1, that is no object.
  package struct Damage: Error { package let line: Int }

  /// Whether a file of this name is read as JSON Lines.
  package static func areIn(fileNamed name: String) -> Bool {
    TableLocation.Layout(fileName: name) == .jsonLines
  }

  package init(_ bytes: [UInt8]) throws(Damage) {
    var found = Found()
    var damage: Damage?
    bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      var line = 1
      while index < buffer.count, damage == nil {
        let end = buffer[index...].firstIndex(of: UInt8(ascii: "\n")) ?? buffer.count
        do throws(JSONScanner.Invalid) {
          try found.take(start, index, end)
        } catch {
          damage = Damage(line: line)
        }
        index = end + 1
        line += 1
      }
    }
    if let damage { throw damage }
    let places = found.names.indices.filter { !found.nested.contains($0) }
    names = places.map { found.names[$0] }
    rows = found.rows.map { row in places.map { row[$0] ?? [] } }
  }

  /// What has been met so far.
  private struct Found {
    var names: [[UInt8]] = []
    /// Where objects and lists stand.
    var nested: Set<Int> = []
    /// By the places of the names.
    var rows: [[Int: [UInt8]]] = []
    private var places: [[UInt8]: Int] = [:]

    mutating func take(
      _ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int
    ) throws(JSONScanner.Invalid) {
      var scanner = JSONScanner(bytes, start, end, Scratch())
      scanner.skipSpace()
      if scanner.isAtEnd { return }
      var row: [Int: [UInt8]] = [:]
      try scanner.object { (key, scanner) throws(JSONScanner.Invalid) in
        let place = self.place(of: Found.copy(key))
        switch try scanner.value() {
        case .text(let text): row[place] = Found.copy(text)
        case .null: row[place] = nil
        case .nested: nested.insert(place)
        }
      }
      rows.append(row)
    }

    private mutating func place(of name: [UInt8]) -> Int {
      if let place = places[name] { return place }
      places[name] = names.count
      names.append(name)
      return names.count - 1
    }

    private static func copy(_ text: JSONScanner.Text) -> [UInt8] {
      Array(UnsafeBufferPointer(start: text.start, count: text.count))
    }
  }
}
