import CADBC

/// The values of one column for the rows of a batch, read where the driver put them.
///
/// One value is asked for by its row; many at a time are read by the functions of `ColumnBatch+Bulk.swift`.
package struct ColumnBatch: @unchecked Sendable {
  package let name: String
  package let type: ResultType
  package let count: Int
  /// Whether a value may be missing; where not, none need be asked.
  package let mayHaveMissing: Bool

  // The pointers lead into `owner`, which does not change.
  private let owner: ArrowMemory
  let storage: ColumnShape.Storage
  /// The place of the first row in the buffers.
  let first: Int
  let validity: UnsafePointer<UInt8>?
  let values: UnsafeRawPointer?
  let bytes: UnsafeRawPointer?
  let views: ViewBuffers?
  /// The values that `numbers` point to.
  let dictionary: Dictionary?

  final class Dictionary: Sendable {
    let values: ColumnBatch
    let isSigned: Bool

    init(_ values: ColumnBatch, isSigned: Bool) {
      self.values = values
      self.isSigned = isSigned
    }
  }

  /// The memory that long texts of views stand in.
  struct ViewBuffers {
    let buffers: UnsafeMutablePointer<UnsafeRawPointer?>
    let sizes: UnsafeRawPointer?
    let count: Int
  }

  init(
    _ pointer: UnsafeMutablePointer<ArrowArray>, _ column: SchemaReader.Column, rows: Range<Int>,
    owner: ArrowMemory
  ) throws(BrokenResult) {
    try self.init(pointer, name: column.name, column.shape, rows: rows, owner: owner)
  }

  private init(
    _ pointer: UnsafeMutablePointer<ArrowArray>, name: String, _ shape: ColumnShape,
    rows: Range<Int>, owner: ArrowMemory
  ) throws(BrokenResult) {
    let array = pointer.pointee
    guard let offset = Int(exactly: array.offset), offset >= 0,
      let length = Int(exactly: array.length), length >= rows.upperBound,
      !offset.addingReportingOverflow(length).overflow
    else { throw .shortColumn(name) }
    self.name = name
    self.type = shape.type
    self.storage = shape.storage
    self.owner = owner
    count = rows.count
    first = offset + rows.lowerBound

    let needed = shape.storage.bufferCount
    guard array.n_buffers >= needed, array.n_buffers <= 1 << 20 else {
      throw .noBuffer(column: name)
    }
    let buffers = array.buffers
    guard buffers != nil || needed == 0 else { throw .noBuffer(column: name) }
    let isChecked = needed > 0 && array.null_count != 0
    validity = isChecked ? buffers?[0]?.assumingMemoryBound(to: UInt8.self) : nil
    values = needed > 1 ? buffers?[1] : nil
    bytes = shape.storage.hasBytes ? buffers?[2] : nil
    guard values != nil || needed < 2 || rows.isEmpty || shape.storage == .fixed(0) else {
      throw .noBuffer(column: name)
    }
    if shape.storage == .views, let buffers {
      let count = Int(array.n_buffers) - 3
      views = ViewBuffers(buffers: buffers + 2, sizes: buffers[count + 2], count: count)
    } else {
      views = nil
    }

    dictionary = try ColumnBatch.dictionary(array.dictionary, name, shape, owner)
    mayHaveMissing =
      shape.type == .null || validity != nil || dictionary?.values.mayHaveMissing ?? false
  }

  private static func dictionary(
    _ pointer: UnsafeMutablePointer<ArrowArray>?, _ name: String, _ shape: ColumnShape,
    _ owner: ArrowMemory
  ) throws(BrokenResult) -> Dictionary? {
    guard let dictionary = shape.dictionary else { return nil }
    guard let pointer, let count = Int(exactly: pointer.pointee.length), count >= 0 else {
      throw .noBuffer(column: name)
    }
    return Dictionary(
      try ColumnBatch(pointer, name: name, dictionary.values, rows: 0..<count, owner: owner),
      isSigned: dictionary.numbersAreSigned)
  }

  /// Whether there is no value in a row.
  package func isMissing(_ row: Int) -> Bool {
    guard row >= 0, row < count, type != .null else { return true }
    guard mayHaveMissing else { return false }
    if let validity {
      let place = first + row
      if validity[place >> 3] >> UInt8(place & 7) & 1 == 0 { return true }
    }
    if let dictionary, let place = try? dictionaryPlace(row) {
      return dictionary.values.isMissing(place)
    }
    return false
  }

  /// A value of fixed size; the caller knows that the row is in range and the size is right.
  @inline(__always)
  func load<Value: BitwiseCopyable>(_ row: Int, as type: Value.Type) throws(ValueFault) -> Value {
    guard let values else { throw .broken }
    return values.loadUnaligned(
      fromByteOffset: (first + row) * MemoryLayout<Value>.size, as: type)
  }

  /// A whole number of any size.
  func wholeNumber(_ row: Int, size: Int, isSigned: Bool) throws(ValueFault) -> Int128 {
    switch (size, isSigned) {
    case (1, true): Int128(try load(row, as: Int8.self))
    case (1, false): Int128(try load(row, as: UInt8.self))
    case (2, true): Int128(try load(row, as: Int16.self))
    case (2, false): Int128(try load(row, as: UInt16.self))
    case (4, true): Int128(try load(row, as: Int32.self))
    case (4, false): Int128(try load(row, as: UInt32.self))
    case (8, true): Int128(try load(row, as: Int64.self))
    case (8, false): Int128(try load(row, as: UInt64.self))
    default: throw .wrongType
    }
  }

  /// The row of the dictionary that a row points to.
  func dictionaryPlace(_ row: Int) throws(ValueFault) -> Int {
    guard let dictionary, case .fixed(let size) = storage else { throw .broken }
    let number = try wholeNumber(row, size: size, isSigned: dictionary.isSigned)
    guard let place = Int(exactly: number), place >= 0, place < dictionary.values.count else {
      throw .broken
    }
    return place
  }
}

extension ColumnShape.Storage {
  /// The fewest buffers that a column stored like this has.
  fileprivate var bufferCount: Int {
    switch self {
    case .nothing: 0
    case .bits, .fixed: 2
    case .offsets32, .offsets64, .views: 3
    }
  }

  fileprivate var hasBytes: Bool { self == .offsets32 || self == .offsets64 }
}
