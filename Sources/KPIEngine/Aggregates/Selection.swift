/// Ranks and distinct values among many integers.
enum Selection {
  /// The value that would stand at a rank if the values were in order; they are moved about.
  static func value(atRank rank: Int, _ values: inout [Int64]) -> Int64 {
    values.withUnsafeMutableBufferPointer { buffer in
      var low = 0
      var high = buffer.count - 1
      while high - low > 16 {
        let pivot = median(buffer[low], buffer[(low + high) / 2], buffer[high])
        var left = low
        var right = high
        while left <= right {
          while buffer[left] < pivot { left += 1 }
          while buffer[right] > pivot { right -= 1 }
          if left <= right {
            buffer.swapAt(left, right)
            left += 1
            right -= 1
          }
        }
        if rank <= right {
          high = right
        } else if rank >= left {
          low = left
        } else {
          return buffer[rank]
        }
      }
      buffer[low...high].sort()
      return buffer[rank]
    }
  }

  private static func median(_ a: Int64, _ b: Int64, _ c: Int64) -> Int64 {
    max(min(a, b), min(max(a, b), c))
  }

  /// How many different values there are.
  static func distinctCount(_ values: inout [Int64]) -> Int {
    guard let least = values.min(), let greatest = values.max() else { return 0 }
    let (span, overflow) = greatest.subtractingReportingOverflow(least)
    // A bit for each value of the span, where that takes no more room than the values themselves.
    guard !overflow, span < values.count * 64 + 1024 else {
      removeRepeated(&values)
      return values.count
    }
    var bits = [UInt64](repeating: 0, count: Int(span) / 64 + 1)
    bits.withUnsafeMutableBufferPointer { bits in
      for value in values {
        let place = Int(value &- least)
        bits[place >> 6] |= 1 << UInt64(place & 63)
      }
    }
    return bits.reduce(0) { $0 + $1.nonzeroBitCount }
  }

  /// Sorts the values and leaves each once.
  static func removeRepeated(_ values: inout [Int64]) {
    values.sort()
    var kept = 0
    for index in values.indices where index == 0 || values[index] != values[kept - 1] {
      values[kept] = values[index]
      kept += 1
    }
    values.removeLast(values.count - kept)
  }

  /// The places of values in a sorted list that has them all.
  static func ranks(of values: [Int64], in scale: [Int64]) -> [Int32] {
    values.map { value in
      var low = 0
      var high = scale.count
      while high - low > 1 {
        let middle = (low + high) / 2
        if scale[middle] <= value { low = middle } else { high = middle }
      }
      return Int32(truncatingIfNeeded: low)
    }
  }
}

/// Counts values by their rank, so that the value at a rank is found among those present now.
final class RankCounter {
  private(set) var distinct = 0
  private(set) var total = 0
  private var counts: [Int32]
  /// Sums of counts over stretches of growing length.
  private var tree: [Int32]
  private let topBit: Int

  init(_ size: Int) {
    counts = [Int32](repeating: 0, count: size)
    tree = [Int32](repeating: 0, count: size + 1)
    var bit = 1
    while bit * 2 <= size { bit *= 2 }
    topBit = bit
  }

  func add(_ rank: Int) {
    if counts[rank] == 0 { distinct += 1 }
    counts[rank] += 1
    total += 1
    update(rank, 1)
  }

  func remove(_ rank: Int) {
    counts[rank] -= 1
    if counts[rank] == 0 { distinct -= 1 }
    total -= 1
    update(rank, -1)
  }

  private func update(_ rank: Int, _ change: Int32) {
    var place = rank + 1
    while place < tree.count {
      tree[place] += change
      place += place & -place
    }
  }

  /// The rank in the scale of the value that stands at a place among those present.
  func rank(of place: Int) -> Int {
    var rest = Int32(truncatingIfNeeded: place)
    var found = 0
    var bit = topBit
    while bit > 0 {
      let next = found + bit
      if next < tree.count, tree[next] <= rest {
        found = next
        rest -= tree[next]
      }
      bit /= 2
    }
    return found
  }
}
