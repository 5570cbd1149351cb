import CADBC

/// Reads what a driver says about the columns of a result, believing nothing.
enum SchemaReader {
  /// More columns than any query here asks for.
  private static let mostColumns = 1 << 16

  struct Column: Sendable {
    let name: String
    let shape: ColumnShape
  }

  /// The columns of a schema; throws where there are none.
  static func columns(of schema: UnsafePointer<ArrowSchema>) throws(BrokenResult) -> [Column] {
    guard schema.pointee.release != nil else { throw .noSchema }
    guard text(schema.pointee.format) == "+s" else { throw .notRows }
    let count = schema.pointee.n_children
    guard count >= 0, count <= mostColumns else { throw .columnCount(Int(clamping: count)) }
    guard count > 0 else { return [] }
    guard let children = schema.pointee.children else { throw .noSchema }
    var columns: [Column] = []
    columns.reserveCapacity(Int(count))
    for index in 0..<Int(count) {
      guard let child = children[index] else { throw .noSchema }
      columns.append(try column(of: child))
    }
    return columns
  }

  private static func column(
    of schema: UnsafeMutablePointer<ArrowSchema>
  ) throws(BrokenResult) -> Column {
    let name = text(schema.pointee.name) ?? ""
    guard let format = text(schema.pointee.format) else { throw .noFormat(column: name) }
    var shape = ColumnShape(format: format)
    if let dictionary = schema.pointee.dictionary {
      let values = try column(ofDictionary: dictionary, name)
      if case .integer(_, let isSigned) = shape.type {
        shape.type = values.type
        shape.dictionary = DictionaryShape(values, numbersAreSigned: isSigned)
      } else {
        shape = ColumnShape(.unsupported(format), .nothing)
      }
    }
    if shape.type == .text, isNumeral(schema.pointee.metadata) { shape.type = .numeral }
    return Column(name: name, shape: shape)
  }

  /// The values of a dictionary; one of dictionaries is not known to any driver.
  private static func column(
    ofDictionary schema: UnsafeMutablePointer<ArrowSchema>, _ name: String
  ) throws(BrokenResult) -> ColumnShape {
    guard let format = text(schema.pointee.format) else { throw .noFormat(column: name) }
    guard schema.pointee.dictionary == nil else {
      return ColumnShape(.unsupported(format), .nothing)
    }
    return ColumnShape(format: format)
  }

  /// The text at an address; names and formats are short, so what does not end is cut.
  private static func text(_ pointer: UnsafePointer<CChar>?) -> String? {
    pointer.map { CText.string($0, atMost: 4096) }
  }

  /// Whether metadata says that a column of texts holds PostgreSQL's exact numbers.
  private static func isNumeral(_ metadata: UnsafePointer<CChar>?) -> Bool {
    guard let metadata else { return false }
    var place = UnsafeRawPointer(metadata)
    func number() -> Int {
      defer { place += 4 }
      return Int(place.loadUnaligned(as: Int32.self))
    }
    func word() -> String? {
      let length = number()
      guard length >= 0, length <= 1 << 20 else { return nil }
      defer { place += length }
      return String(
        decoding: UnsafeRawBufferPointer(start: place, count: length), as: UTF8.self)
    }
    let pairs = number()
    guard pairs > 0, pairs <= 1000 else { return false }
    for _ in 0..<pairs {
      guard let key = word(), let value = word() else { return false }
      if key == "POSTGRESQL:type", value == "numeric" { return true }
      if key == "ARROW:extension:metadata", value.contains("PostgreSQL"),
        value.contains("\"numeric\"")
      {
        return true
      }
    }
    return false
  }
}
