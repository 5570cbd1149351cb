import CADBC

/// Some rows of a result, in the memory that the driver filled, which lives as long as anything here does.
///
/// Nothing is copied or decoded before it is asked for. A batch does not change, so threads may share it.
package final class RecordBatch: Sendable {
  package let rowCount: Int
  package let columns: [ColumnBatch]

  /// Takes the array over, whatever is wrong with it.
  init(_ memory: ArrowMemory, _ schema: [SchemaReader.Column]) throws(BrokenResult) {
    let array = memory.array.pointee
    guard let count = Int(exactly: array.length), count >= 0,
      let start = Int(exactly: array.offset),
      start >= 0
    else { throw .rowCount }
    let (end, overflow) = start.addingReportingOverflow(count)
    guard !overflow else { throw .rowCount }
    guard array.n_children == schema.count else {
      throw .columnCount(Int(clamping: array.n_children))
    }
    if array.n_buffers > 0, array.null_count > 0, array.buffers?[0] != nil { throw .notRows }
    var columns: [ColumnBatch] = []
    columns.reserveCapacity(schema.count)
    for (index, column) in schema.enumerated() {
      guard let child = array.children?[index] else { throw .noBuffer(column: column.name) }
      columns.append(
        try ColumnBatch(child, column, rows: start..<end, owner: memory))
    }
    rowCount = count
    self.columns = columns
  }
}

/// An array that a driver filled; it is given back when nothing points to it any more.
final class ArrowMemory: @unchecked Sendable {
  // It is written by one call before anybody else sees it, and only read then.
  let array: UnsafeMutablePointer<ArrowArray>

  init() {
    array = .allocate(capacity: 1)
    array.initialize(to: ArrowArray())
  }

  /// Whether the driver put nothing into it.
  var isEmpty: Bool { array.pointee.release == nil }

  deinit {
    if let release = array.pointee.release { release(array) }
    array.deallocate()
  }
}

/// What is wrong with a result as a whole.
package enum BrokenResult: Error, Sendable, Hashable {
  case noSchema
  /// The result is not a table of rows.
  case notRows
  case columnCount(Int)
  case rowCount
  case noFormat(column: String)
  /// A column that has fewer values than the result has rows.
  case shortColumn(String)
  /// A column whose values are not there.
  case noBuffer(column: String)
  /// The driver says that it succeeded, and gives no result.
  case noResult
}
