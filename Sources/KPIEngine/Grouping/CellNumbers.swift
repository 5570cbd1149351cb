/// Numbers the cells that rows fall into, by bucket and by the values of the breakdowns.
final class CellNumbers {
  private let tables: [PairTable]
  private let result: UnsafeMutablePointer<UInt32>
  /// One more than the greatest bucket seen, which is what counts where there are no breakdowns.
  private var bucketCount = 1

  init(keys: Int) {
    tables = (0..<keys).map { _ in PairTable() }
    result = .allocate(capacity: Vector.capacity)
    result.initialize(repeating: 0, count: Vector.capacity)
  }

  deinit { result.deallocate() }

  /// One more than the greatest number given out.
  var count: Int { tables.last?.count ?? bucketCount }

  func numbers(
    _ buckets: UnsafePointer<UInt32>, bucketCount: Int, _ keys: [UnsafePointer<UInt32>],
    _ count: Int
  ) -> UnsafePointer<UInt32> {
    self.bucketCount = max(self.bucketCount, bucketCount)
    guard !tables.isEmpty else { return buckets }
    var current = buckets
    for (table, key) in zip(tables, keys) {
      table.combine(current, key, into: result, count)
      current = UnsafePointer(result)
    }
    return current
  }

  /// The bucket that a cell stands for; its values are written to `keys`.
  func parts(of cell: Int, into keys: inout [UInt32]) -> Int {
    var number = cell
    for index in tables.indices.reversed() {
      keys[index] = tables[index].seconds[number]
      number = Int(tables[index].firsts[number])
    }
    return number
  }
}
