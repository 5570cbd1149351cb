import KPIModel
import KPITable

/// Notices rows of one table that have the same key, while the table is read for something else.
///
/// Of each key only a fingerprint of 64 bits is kept, eight bytes a row. Fingerprints that occur twice are looked
/// into by reading the key columns again, so nothing is ever reported that is not so. Past `mostRows` the
/// fingerprints would take too much memory, and the keys are not checked.
final class KeyCollector {
  static let mostRows = 16_000_000
  static let partitions = 256

  private let columns: [ColumnVector]
  private let prints = ValueLists()
  private var count = 0

  init?(_ key: [ColumnID], _ block: RowBlock) {
    columns = key.compactMap { block.column($0) }
    guard !key.isEmpty, columns.count == key.count else { return nil }
    prints.reserve(KeyCollector.partitions + 1)
  }

  func consume(_ block: RowBlock) {
    guard count <= KeyCollector.mostRows else { return }
    count += block.count
    for row in 0..<block.count {
      guard let print = KeyCollector.print(columns, row) else { continue }
      prints.append(print, to: Int(UInt64(bitPattern: print) >> 56) + 1)
    }
  }

  /// The fingerprint of a row's key; `nil` when a part of the key is missing.
  static func print(_ columns: [ColumnVector], _ row: Int) -> Int64? {
    var state: UInt64 = 0x243F_6A88_85A3_08D3
    for column in columns {
      guard let part = part(column, row) else { return nil }
      let mixed = (state ^ UInt64(bitPattern: part)).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      state = mixed.high ^ mixed.low
    }
    return Int64(bitPattern: state)
  }

  private static func part(_ column: ColumnVector, _ row: Int) -> Int64? {
    if column.isMissing(row) { return nil }
    switch column.form {
    case .text: return column.dictionary.fingerprint(column.ids[row])
    case .boolean: return Int64(column.flags[row])
    case .fingerprint, .day, .instant: return column.integers[row]
    case .decimal:
      if column.isWhole { return column.integers[row] }
      guard let number = column.number(row) else { return nil }
      // 12, 12.0 and 12.00 are one key, so the value decides and not the way it is written.
      if number.isInteger, let whole = Int64(exactly: number.numerator) { return whole }
      return Int64(truncatingIfNeeded: number.numerator &* 31 &+ number.denominator)
    }
  }

  /// The fingerprints that occur more than once among the rows of all threads.
  static func repeated(_ collectors: [KeyCollector], threads: Int) -> Set<Int64> {
    guard collectors.reduce(0, { $0 + $1.count }) <= mostRows else { return [] }
    let shared = Shared(collectors: collectors)
    let found = Workers.map(Array(1...partitions), threads: threads) { partition in
      var values: [Int64] = []
      for collector in shared.collectors { collector.prints.collect(partition, into: &values) }
      return repeated(values)
    }
    return found.reduce(into: []) { $0.formUnion($1) }
  }

  private struct Shared: @unchecked Sendable { let collectors: [KeyCollector] }

  private static func repeated(_ values: [Int64]) -> Set<Int64> {
    guard values.count > 1 else { return [] }
    var size = 64
    while size < values.count * 2 { size *= 2 }
    var result: Set<Int64> = []
    var slots = [Int64](repeating: 0, count: size)
    var hasZero = false
    slots.withUnsafeMutableBufferPointer { slots in
      for value in values {
        if value == 0 {
          if hasZero { result.insert(0) }
          hasZero = true
          continue
        }
        var slot = Int(truncatingIfNeeded: value) & (size - 1)
        while slots[slot] != 0, slots[slot] != value { slot = (slot + 1) & (size - 1) }
        if slots[slot] == value { result.insert(value) }
        slots[slot] = value
      }
    }
    return result
  }
}

/// Reads the keys of a table once more and finds the rows whose keys were there before.
enum KeyVerification {
  static func duplicates(
    _ table: Table, _ prints: Set<Int64>, at location: TableLocation,
    settings: TableScan.Settings
  ) -> [Finding] {
    var settings = settings
    settings.threads = 1
    let collector = Collector(table.key, prints)
    _ = TableScan(table, columns: table.key, at: location, settings: settings)
      .run { _ in collector }
    return collector.findings
  }

  private final class Collector: BlockConsumer, @unchecked Sendable {
    private let key: [ColumnID]
    private let prints: Set<Int64>
    private var seen: Set<[Scalar]> = []
    private(set) var findings: [Finding] = []

    init(_ key: [ColumnID], _ prints: Set<Int64>) {
      self.key = key
      self.prints = prints
    }

    func consume(_ block: RowBlock) {
      let columns = key.compactMap { block.column($0) }
      for row in 0..<block.count {
        guard let print = KeyCollector.print(columns, row), prints.contains(print) else { continue }
        let values = columns.compactMap { $0.scalar(row) }
        if !seen.insert(values).inserted {
          findings.append(
            Finding(
              .duplicateKey, column: key.first, offset: block.offset(ofRow: row),
              value: values.map(\.text).joined(separator: ", ")))
        }
      }
    }
  }
}
