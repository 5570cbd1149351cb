import KPIModel
import KPITable

/// The rows of a table that others refer to: a few columns in memory, found by key.
final class LoadedTable: @unchecked Sendable {
  let id: TableID
  let table: Table
  let columns: [ColumnID: LoadedColumn]
  let outcome: ScanOutcome
  /// Findings about rows that were noticed after reading: repeated keys and dangling references.
  private(set) var log = FindingLog()
  private(set) var deadRows = 0
  /// The rows that refer to nothing; nothing may refer to them either.
  private var dead: Set<Int32> = []
  /// The rows that were reported because they repeat others.
  private var repeated: Set<Int> = []
  private(set) var rowCount: Int
  private let offsets: [Int]
  /// The rows that keys lead to.
  private var rowOfText: [Int32] = []
  private let keyNumbers = IntegerDictionary()
  private var rowOfNumber: [Int32] = [-1]
  private var rowOfScalar: [Scalar: Int32] = [:]
  private(set) var references: [ColumnID: (target: LoadedTable, rows: [Int32])] = [:]

  init(_ id: TableID, _ table: Table, reading wanted: [ColumnID], _ source: ScanSource) {
    self.id = id
    self.table = table
    let collector = Collector(wanted.map { LoadedColumn($0, table[$0]) })
    var settings = source.settings
    // Rows are numbered in the order of the file, so one thread reads them.
    settings.threads = 1
    let scan = TableScan(table, columns: wanted, at: source.location(id), settings: settings)
    outcome = scan.run { _ in collector }
    var columns: [ColumnID: LoadedColumn] = [:]
    for column in collector.columns { columns[column.id] = column }
    self.columns = columns
    rowCount = collector.count
    offsets = collector.offsets
    if outcome.failure == nil, let key = table.key.first, table.key.count == 1 { index(key) }
  }

  private final class Collector: BlockConsumer, @unchecked Sendable {
    let columns: [LoadedColumn]
    var offsets: [Int] = []
    var count = 0

    init(_ columns: [LoadedColumn]) { self.columns = columns }

    func consume(_ block: RowBlock) {
      for column in columns {
        if let vector = block.column(column.id) { column.append(vector, block.count) }
      }
      for row in 0..<block.count { offsets.append(block.offset(ofRow: row)) }
      count += block.count
    }
  }

  // MARK: Keys

  private func index(_ key: ColumnID) {
    guard let column = columns[key] else { return }
    switch column.form {
    case .text: rowOfText = [Int32](repeating: -1, count: column.dictionary.count)
    case .boolean, .fingerprint, .day, .instant, .decimal: break
    }
    for row in 0..<rowCount {
      let earlier = enter(column, row)
      guard earlier >= 0 else { continue }
      note(.duplicateKey, row, key)
      deadRows += 1
    }
  }

  private func note(_ kind: Finding.Kind, _ row: Int, _ column: ColumnID) {
    let value = columns[column]?.scalar(row)?.text
    log.add(Finding(kind, column: column, offset: offsets[row], value: value))
  }

  /// Reports once a row that says again, or otherwise, what an earlier one said.
  func noteRepeated(_ row: Int, _ column: ColumnID) {
    guard repeated.insert(row).inserted else { return }
    note(.duplicateKey, row, column)
    deadRows += 1
  }

  /// Enters a row under its key; the row that has it already, or a negative number.
  private func enter(_ column: LoadedColumn, _ row: Int) -> Int32 {
    let own = Int32(truncatingIfNeeded: row)
    switch column.form {
    case .text:
      let id = Int(column.ids[row])
      let earlier = rowOfText[id]
      if id != 0, earlier < 0 { rowOfText[id] = own }
      return id == 0 ? -1 : earlier
    case .day, .instant: return enter(number: column.integers[row], own)
    case .decimal where column.isWhole: return enter(number: column.integers[row], own)
    case .boolean, .fingerprint, .decimal:
      guard let scalar = column.scalar(row) else { return -1 }
      if let earlier = rowOfScalar[scalar] { return earlier }
      rowOfScalar[scalar] = own
      return -1
    }
  }

  private func enter(number: Int64, _ own: Int32) -> Int32 {
    guard number != ColumnVector.missing else { return -1 }
    let place = Int(keyNumbers.number(of: number))
    if place == rowOfNumber.count {
      rowOfNumber.append(own)
      return -1
    }
    return rowOfNumber[place]
  }

  /// The row with a key, or -1.
  func row(text: UnsafeBufferPointer<UInt8>) -> Int32 {
    guard let key = table.key.first, let column = columns[key], column.form == .text,
      let id = column.dictionary.find(text)
    else { return -1 }
    return alive(rowOfText[Int(id)])
  }

  /// Whether keys are found by plain integers of this form.
  func isKeyed(by form: ColumnVector.Form, isWhole: Bool) -> Bool {
    guard let key = table.key.first, let column = columns[key] else { return false }
    return column.form == form && form != .text && form != .boolean
      && (form != .decimal || isWhole && column.isWhole)
  }

  @inline(__always)
  func row(number: Int64) -> Int32 { alive(rowOfNumber[Int(keyNumbers.find(number))]) }

  @inline(__always)
  private func alive(_ row: Int32) -> Int32 { dead.isEmpty || !dead.contains(row) ? row : -1 }

  func row(scalar: Scalar) -> Int32 {
    if let row = rowOfScalar[scalar] { return alive(row) }
    guard let key = table.key.first, let column = columns[key] else { return -1 }
    switch scalar {
    case .text(let text):
      var text = text
      return text.withUTF8 { row(text: $0) }
    case .date(let day): return column.form == .day ? row(number: Int64(day.number)) : -1
    case .timestamp(let number): return column.form == .instant ? row(number: Int64(number)) : -1
    case .number(let number):
      guard column.form == .decimal, column.isWhole, number.isInteger,
        let whole = Int64(exactly: number.numerator)
      else { return -1 }
      return row(number: whole)
    case .boolean: return -1
    }
  }

  // MARK: References onwards

  /// Finds the row that each row's reference leads to; -1 for none.
  func follow(_ column: ColumnID, to target: LoadedTable) {
    guard references[column] == nil, let values = columns[column] else { return }
    var rows = [Int32](repeating: -1, count: rowCount)
    var known: [Int32] =
      values.form == .text ? .init(repeating: -2, count: values.dictionary.count) : []
    for row in 0..<rowCount {
      if values.form == .text {
        let id = Int(values.ids[row])
        guard id != 0 else { continue }
        if known[id] == -2 {
          known[id] = values.dictionary.withBytes(of: UInt32(id)) { target.row(text: $0) }
        }
        rows[row] = known[id]
      } else {
        guard let scalar = values.scalar(row) else { continue }
        rows[row] = target.row(scalar: scalar)
      }
      if rows[row] < 0, !dead.contains(Int32(truncatingIfNeeded: row)) {
        note(.danglingReference, row, column)
        deadRows += 1
        dead.insert(Int32(truncatingIfNeeded: row))
      }
    }
    references[column] = (target, rows)
  }
}

/// One column of a loaded table.
final class LoadedColumn: @unchecked Sendable {
  let id: ColumnID
  let form: ColumnVector.Form
  let factor: Rational
  private(set) var ids: [UInt32] = []
  private(set) var flags: [UInt8] = []
  private(set) var integers: [Int64] = []
  /// The fraction digits of `integers`.
  private(set) var scale = 0
  /// The numbers themselves, where they do not all fit in 64 bits at one scale.
  private(set) var wide: [Rational?] = []
  private(set) var isWide = false
  private(set) var mayMiss = false
  private(set) var dictionary = TextDictionary()

  init(_ id: ColumnID, _ column: Column) {
    self.id = id
    let model = ColumnVector(column, id: id, dictionary: dictionary)
    form = model.form
    factor = model.factor
  }

  var isWhole: Bool { form == .decimal && scale == 0 && !isWide && factor == .one }

  func append(_ vector: ColumnVector, _ count: Int) {
    mayMiss = mayMiss || vector.hasMissing
    switch form {
    case .text:
      dictionary = vector.dictionary
      ids.append(contentsOf: UnsafeBufferPointer(start: vector.ids, count: count))
    case .boolean: flags.append(contentsOf: UnsafeBufferPointer(start: vector.flags, count: count))
    case .day, .instant:
      integers.append(contentsOf: UnsafeBufferPointer(start: vector.integers, count: count))
    case .decimal: appendNumbers(vector, count)
    // A loaded table keeps its texts.
    case .fingerprint: break
    }
  }

  private func appendNumbers(_ vector: ColumnVector, _ count: Int) {
    if !isWide, !vector.wide.isEmpty || !rescale(to: max(scale, vector.scale)) { widen() }
    if isWide {
      for row in 0..<count { wide.append(vector.number(row)) }
      return
    }
    let power = Rational.powerOfTen(scale - vector.scale) ?? 1
    for row in 0..<count {
      let value = vector.integers[row]
      if value == ColumnVector.missing {
        integers.append(value)
        continue
      }
      guard let scaled = Int64(exactly: Int128(value) * power), scaled != ColumnVector.missing
      else {
        // The rows of this block so far are taken along.
        widen()
        for later in row..<count { wide.append(vector.number(later)) }
        return
      }
      integers.append(scaled)
    }
  }

  private func rescale(to wanted: Int) -> Bool {
    guard wanted > scale, let power = Rational.powerOfTen(wanted - scale) else { return true }
    var scaled: [Int64] = []
    scaled.reserveCapacity(integers.count)
    for value in integers {
      if value == ColumnVector.missing {
        scaled.append(value)
        continue
      }
      guard let number = Int64(exactly: Int128(value) * power), number != ColumnVector.missing
      else {
        return false
      }
      scaled.append(number)
    }
    integers = scaled
    scale = wanted
    return true
  }

  private func widen() {
    wide = integers.indices.map { number($0) }
    isWide = true
    integers = []
  }

  private func number(_ row: Int) -> Rational? {
    if isWide { return wide[row] }
    guard integers[row] != ColumnVector.missing else { return nil }
    return Rational(mantissa: Int128(integers[row]), scale: scale)?.multiplied(by: factor)
  }

  /// The value in one row; `nil` when it is missing.
  func scalar(_ row: Int) -> Scalar? {
    switch form {
    case .text: ids[row] == 0 ? nil : .text(dictionary[ids[row]])
    case .fingerprint: nil
    case .boolean: flags[row] == 2 ? nil : .boolean(flags[row] == 1)
    case .day: integers[row] == ColumnVector.missing ? nil : .date(Day(Int(integers[row])))
    case .instant: integers[row] == ColumnVector.missing ? nil : .timestamp(Int(integers[row]))
    case .decimal: number(row).map(Scalar.number)
    }
  }
}

/// How the engine reads tables.
struct ScanSource: Sendable {
  let settings: TableScan.Settings
  let location: @Sendable (TableID) -> TableLocation
}
