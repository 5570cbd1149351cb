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
  private let prints = CellLists()
  private var count = 0
  /// The fingerprints of a block, and whether a part of the key is missing.
  private let block = Vector(.instant)

  init?(_ key: [ColumnID], _ block: RowBlock) {
    columns = key.compactMap { block.column($0) }
    guard !key.isEmpty, columns.count == key.count else { return nil }
    prints.reserve(KeyCollector.partitions + 1)
  }

  func consume(_ rows: RowBlock) {
    guard count <= KeyCollector.mostRows else { return }
    count += rows.count
    let prints = block.integers
    KeyCollector.fill(prints, columns, rows.count)
    for row in 0..<rows.count where prints[row] != Vector.missing {
      self.prints.append(pair: prints[row], to: Int(UInt64(bitPattern: prints[row]) >> 56) + 1)
    }
  }

  /// Writes the fingerprints of the keys of a block; a key of which a part is missing has none.
  static func fill(
    _ prints: UnsafeMutablePointer<Int64>, _ columns: [ColumnVector], _ count: Int
  ) {
    prints.update(repeating: 0x243F_6A88_85A3_08D3, count: count)
    for column in columns {
      switch column.form {
      case .fingerprint, .day, .instant: mix(prints, count) { column.integers[$0] }
      case .decimal where column.isWhole: mix(prints, count) { column.integers[$0] }
      case .text:
        mix(prints, count) {
          column.ids[$0] == 0 ? Vector.missing : column.dictionary.fingerprint(column.ids[$0])
        }
      case .boolean:
        mix(prints, count) { column.flags[$0] == 2 ? Vector.missing : Int64(column.flags[$0]) }
      case .decimal: mix(prints, count) { part(column.number($0)) }
      }
    }
  }

  @inline(__always)
  private static func mix(
    _ prints: UnsafeMutablePointer<Int64>, _ count: Int, _ part: (Int) -> Int64
  ) {
    for row in 0..<count {
      let value = part(row)
      guard value != Vector.missing, prints[row] != Vector.missing else {
        prints[row] = Vector.missing
        continue
      }
      let mixed = UInt64(bitPattern: prints[row] ^ value)
        .multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      let print = Int64(bitPattern: mixed.high ^ mixed.low)
      prints[row] = print == Vector.missing ? 0 : print
    }
  }

  /// 12, 12.0 and 12.00 are one key, so the value decides and not the way it is written.
  private static func part(_ number: Rational?) -> Int64 {
    guard let number else { return Vector.missing }
    if number.isInteger, let whole = Int64(exactly: number.numerator) { return whole }
    return Int64(truncatingIfNeeded: number.numerator &* 31 &+ number.denominator)
  }

  /// The fingerprints that occur more than once among the rows of all threads.
  static func repeated(_ collectors: [KeyCollector], threads: Int) -> Set<Int64> {
    guard collectors.reduce(0, { $0 + $1.count }) <= mostRows else { return [] }
    let shared = Shared(collectors: collectors)
    let found = Workers.map(Array(1...partitions), threads: threads) { partition in
      var values: [Int64] = []
      for collector in shared.collectors { collector.prints.collectPairs(partition, into: &values) }
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
    private let own = Vector(.instant)
    /// The keys with the place of their first row.
    private var seen: [[Scalar]: Int] = [:]
    private(set) var findings: [Finding] = []

    init(_ key: [ColumnID], _ prints: Set<Int64>) {
      self.key = key
      self.prints = prints
    }

    func consume(_ block: RowBlock) {
      let columns = key.compactMap { block.column($0) }
      KeyCollector.fill(own.integers, columns, block.count)
      for row in 0..<block.count where prints.contains(own.integers[row]) {
        let values = columns.compactMap { $0.scalar(row) }
        let offset = block.offset(ofRow: row)
        guard let earlier = seen[values] else {
          seen[values] = offset
          continue
        }
        findings.append(
          Finding(
            .duplicateKey, column: key.first, offset: offset,
            value: values.map(\.text).joined(separator: ", "), earlier: earlier))
      }
    }
  }
}
