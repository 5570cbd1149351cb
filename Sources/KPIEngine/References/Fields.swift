import KPIModel
import KPITable

/// The columns that formulas over the rows of one table may name: its own, and those of the rows it refers to.
///
/// One thread has one; it shares the loaded tables with the others.
final class Fields {
  /// The zone whose clocks the moments are read from.
  let zone: LazyZone
  let specification: Specification
  let table: TableID
  private let block: RowBlock
  private let loaded: [TableID: LoadedTable]
  private var vectors: [ColumnPath: Vector] = [:]
  private var order: [(path: ColumnPath, vector: Vector, steps: Int?)] = []
  private var steps: [ReferenceStep] = []

  init(
    _ specification: Specification, _ table: TableID, _ block: RowBlock,
    _ loaded: [TableID: LoadedTable], _ zone: LazyZone
  ) {
    self.zone = zone
    self.specification = specification
    self.table = table
    self.block = block
    self.loaded = loaded
  }

  func kind(_ path: ColumnPath) -> Vector.Kind {
    switch specification.column(path).type {
    case .text: .text
    case .boolean: .boolean
    case .date: .day
    case .timestamp: .instant
    case .integer, .number: .exact
    }
  }

  /// The vector that holds a column's values once a block is prepared.
  func vector(_ path: ColumnPath) -> Vector {
    if let vector = vectors[path] { return vector }
    let vector = Vector(kind(path))
    vectors[path] = vector
    order.append((path, vector, path.steps.isEmpty ? nil : step(path.steps)))
    return vector
  }

  /// The place of the reference that ends a chain.
  private func step(_ chain: [ColumnID]) -> Int? {
    if let index = steps.firstIndex(where: { $0.chain == chain }) { return index }
    guard let last = chain.last else { return nil }
    let before = chain.count > 1 ? step(Array(chain.dropLast())) : nil
    let owner = specification.owner(of: ColumnPath(table, Array(chain.dropLast()), last))
    guard let target = specification[owner][last].reference?.table, let loaded = loaded[target]
    else { return nil }
    steps.append(ReferenceStep(chain, last, before: before, to: loaded))
    return steps.count - 1
  }

  /// Follows the references of a block and takes out the rows that refer to nothing.
  func prepare() {
    for step in steps where step.before == nil { step.follow(block) }
    if block.removeBadRows() {
      for step in steps where step.before == nil { step.follow(block) }
    }
    for step in steps {
      if let before = step.before { step.follow(steps[before], block.count) }
    }
    for (path, vector, step) in order {
      if let step {
        if let column = steps[step].target.columns[path.column] {
          steps[step].gather(column, into: vector, block.count)
        }
      } else if let column = block.column(path.column) {
        vector.borrow(column)
      }
    }
  }

  /// One row's value, also where the vector could not hold it.
  func value(_ path: ColumnPath, row: Int) -> RowValue {
    if path.steps.isEmpty { return RowValue(block.column(path.column)?.scalar(row)) }
    guard let step = steps.first(where: { $0.chain == path.steps }), step.rows[row] >= 0,
      let column = step.target.columns[path.column]
    else { return .missing }
    return RowValue(column.scalar(Int(step.rows[row])))
  }
}

extension Vector {
  /// Shows the values of a column that was just read, without copying them.
  fileprivate func borrow(_ column: ColumnVector) {
    integers = column.integers
    flags = column.flags
    ids = column.ids
    dictionary = column.dictionary
    mayMiss = column.hasMissing
    isOverflown = !column.wide.isEmpty
    setUnit(scale: column.scale, factor: column.factor)
  }

  fileprivate func setUnit(scale: Int, factor: Rational) {
    guard kind == .exact else { return }
    guard scale != lastScale || factor != lastFactor else { return }
    guard let unit = Rational(mantissa: 1, scale: scale)?.multiplied(by: factor) else {
      isOverflown = true
      return
    }
    self.unit = unit
    lastScale = scale
    lastFactor = factor
  }
}

/// One reference followed for all rows of a block.
private final class ReferenceStep {
  let chain: [ColumnID]
  let column: ColumnID
  let before: Int?
  let target: LoadedTable
  /// The row of the target that each row leads to, or -1.
  let rows: UnsafeMutablePointer<Int32>
  /// For the texts of the column: the row each leads to, -2 where it has not been looked up.
  private var known: [Int32] = []
  private var generation = 0

  init(_ chain: [ColumnID], _ column: ColumnID, before: Int?, to target: LoadedTable) {
    self.chain = chain
    self.column = column
    self.before = before
    self.target = target
    rows = .allocate(capacity: Vector.capacity)
    rows.initialize(repeating: -1, count: Vector.capacity)
  }

  deinit { rows.deallocate() }

  /// Follows a column of the table that is read; a key that is not there makes the row bad.
  func follow(_ block: RowBlock) {
    guard let vector = block.column(column) else { return }
    let count = block.count
    if vector.form == .text {
      if generation != vector.dictionary.generation {
        known.removeAll(keepingCapacity: true)
        generation = vector.dictionary.generation
      }
      let missing = vector.dictionary.count - known.count
      if missing > 0 { known.append(contentsOf: repeatElement(-2, count: missing)) }
      if !known.isEmpty { known[0] = -1 }
      for row in 0..<count {
        let id = Int(vector.ids[row])
        if known[id] == -2 {
          known[id] = vector.dictionary.withBytes(of: UInt32(id)) { target.row(text: $0) }
        }
        rows[row] = known[id]
      }
    } else if target.isKeyed(by: vector.form, isWhole: vector.isWhole) {
      for row in 0..<count {
        let value = vector.integers[row]
        rows[row] = value == ColumnVector.missing ? -1 : target.row(number: value)
      }
    } else {
      for row in 0..<count { rows[row] = vector.scalar(row).map { target.row(scalar: $0) } ?? -1 }
    }
    for row in 0..<count where rows[row] < 0 && !vector.isMissing(row) {
      block.report(
        .danglingReference, row: row, column: column, value: vector.scalar(row)?.text)
    }
  }

  /// Follows a reference of a loaded table from the rows that an earlier step reached.
  func follow(_ earlier: ReferenceStep, _ count: Int) {
    guard let next = earlier.target.references[column]?.rows else { return }
    for row in 0..<count {
      let from = earlier.rows[row]
      rows[row] = from < 0 ? -1 : next[Int(from)]
    }
  }

  /// Fetches a column of the rows reached.
  func gather(_ column: LoadedColumn, into vector: Vector, _ count: Int) {
    vector.mayMiss = true
    vector.isOverflown = column.isWide
    switch column.form {
    case .text:
      vector.dictionary = column.dictionary
      fetch(column.ids, vector.ids, 0, count)
    case .boolean: fetch(column.flags, vector.flags, 2, count)
    case .fingerprint: break
    case .day, .instant: fetch(column.integers, vector.integers, Vector.missing, count)
    case .decimal:
      guard !column.isWide else { return }
      vector.setUnit(scale: column.scale, factor: column.factor)
      fetch(column.integers, vector.integers, Vector.missing, count)
    }
  }

  @inline(__always)
  private func fetch<Value>(
    _ values: [Value], _ result: UnsafeMutablePointer<Value>, _ missing: Value, _ count: Int
  ) {
    values.withUnsafeBufferPointer { values in
      for row in 0..<count {
        let from = Int(rows[row])
        result[row] = from < 0 ? missing : values[from]
      }
    }
  }
}
