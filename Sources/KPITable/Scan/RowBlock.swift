package import KPIModel

/// A few thousand rows of a table, column by column, as one thread hands them on.
package final class RowBlock {
  package let columns: [ColumnVector]
  /// The rows that are left once the bad ones are taken out.
  package private(set) var count = 0
  /// 1 for a row that breaks its declaration.
  package let bad: UnsafeMutablePointer<UInt8>
  package private(set) var hasBad = false
  package private(set) var log = FindingLog()
  package private(set) var rowsRead = 0
  package private(set) var rowsSkipped = 0
  /// What was found about rows of this block that stay in; several formulas may find the same.
  private var noted: Set<Finding> = []
  /// Where each row stands, in the terms of the reader that made the block.
  let origins: UnsafeMutablePointer<Int32>
  private let places: [ColumnID: Int]
  /// The place in the file of a field, by the row's origin and the column's place in the block; the
  /// start of the row where there is no column.
  var locate: (_ origin: Int, _ column: Int?) -> Int = { origin, _ in origin }

  private let excluded: Set<Int>

  init(_ columns: [ColumnVector], excluded: Set<Int> = []) {
    self.columns = columns
    self.excluded = excluded
    var places: [ColumnID: Int] = [:]
    for (place, column) in columns.enumerated() { places[column.id] = place }
    self.places = places
    bad = .allocate(capacity: ColumnVector.capacity)
    bad.initialize(repeating: 0, count: ColumnVector.capacity)
    origins = .allocate(capacity: ColumnVector.capacity)
    origins.initialize(repeating: 0, count: ColumnVector.capacity)
  }

  deinit {
    bad.deallocate()
    origins.deallocate()
  }

  package func column(_ id: ColumnID) -> ColumnVector? { places[id].map { columns[$0] } }

  /// Starts a block of rows whose origins have been written.
  func begin(_ rows: Int) {
    noted.removeAll(keepingCapacity: true)
    count = rows
    rowsRead += rows
  }

  /// Counts a row that could not be cut into fields.
  func reject(_ finding: Finding) {
    rowsRead += 1
    rowsSkipped += 1
    log.add(finding)
  }

  /// Marks a row as bad; `removeBadRows` then takes it out.
  package func report(_ kind: Finding.Kind, row: Int, column: ColumnID?, value: String?) {
    bad[row] = 1
    hasBad = true
    let place = column.flatMap { places[$0] }
    log.add(
      Finding(kind, column: column, offset: locate(Int(origins[row]), place), value: value))
  }

  /// Records once that a formula has no value for a row, which stays in.
  package func note(
    _ kind: Finding.Kind, row: Int, value: String? = nil, rate: Finding.Rate? = nil
  ) {
    let finding = Finding(
      kind, column: nil, offset: offset(ofRow: row), value: value, rate: rate)
    if noted.insert(finding).inserted { log.add(finding) }
  }

  package func offset(ofRow row: Int) -> Int { locate(Int(origins[row]), nil) }

  /// Takes the bad rows out of every column; true when there were any.
  @discardableResult
  package func removeBadRows() -> Bool {
    if !excluded.isEmpty {
      for row in 0..<count where excluded.contains(offset(ofRow: row)) {
        bad[row] = 1
        hasBad = true
      }
    }
    guard hasBad else { return false }
    var kept = 0
    for row in 0..<count where bad[row] == 0 {
      origins[kept] = origins[row]
      kept += 1
    }
    for column in columns { column.compact(bad, count) }
    rowsSkipped += count - kept
    bad.update(repeating: 0, count: count)
    count = kept
    hasBad = false
    return true
  }
}

/// Reports what is wrong with the fields of one column of a block.
struct RowReport {
  let block: RowBlock
  let column: ColumnID
  let fields: FieldView

  func bad(_ row: Int, _ kind: Finding.Kind) {
    block.report(kind, row: row, column: column, value: fields.text(row))
  }
}
