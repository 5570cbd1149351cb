/// Ranks and distinct values among many integers.
enum Selection {
  private static let sectionBits = 11

  /// The values that would stand at a rank and at the next if the values were in order; there is a next.
  ///
  /// The values are counted by sections of their range, and only the section that holds the ranks is sorted.
  static func neighbours(atRank rank: Int, _ values: [Int64]) -> (Int64, Int64) {
    values.withUnsafeBufferPointer { values in
      guard var least = values.first, values.count > 64 else {
        let sorted = values.sorted()
        return (sorted[rank], sorted[min(rank + 1, sorted.count - 1)])
      }
      var greatest = least
      for value in values {
        least = Swift.min(least, value)
        greatest = Swift.max(greatest, value)
      }
      // The span is taken without a sign, so it cannot overflow.
      let span = UInt64(bitPattern: greatest &- least)
      let shift = UInt64(Swift.max(0, 64 - span.leadingZeroBitCount - sectionBits))
      var counts = [Int32](repeating: 0, count: 1 << sectionBits)
      counts.withUnsafeMutableBufferPointer { counts in
        for value in values { counts[Int(UInt64(bitPattern: value &- least) &>> shift)] &+= 1 }
      }
      let (first, before) = section(of: rank, counts)
      let (second, beforeSecond) = section(of: Swift.min(rank + 1, values.count - 1), counts)
      let low = members(of: first, values, least, shift)
      let high = first == second ? low : members(of: second, values, least, shift)
      return (
        low[rank - before], high[Swift.min(rank + 1, values.count - 1) - beforeSecond]
      )
    }
  }

  /// The section that holds a rank, and how many values are in the sections before it.
  private static func section(of rank: Int, _ counts: [Int32]) -> (Int, Int) {
    var before = 0
    for (section, count) in counts.enumerated() {
      if before + Int(count) > rank { return (section, before) }
      before += Int(count)
    }
    return (counts.count - 1, before)
  }

  private static func members(
    of section: Int, _ values: UnsafeBufferPointer<Int64>, _ least: Int64, _ shift: UInt64
  ) -> [Int64] {
    var members: [Int64] = []
    for value in values where Int(UInt64(bitPattern: value &- least) &>> shift) == section {
      members.append(value)
    }
    members.sort()
    return members
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

  /// The ranks that are there, each with how often.
  var present: [(rank: Int, count: Int)] {
    counts.indices.compactMap { counts[$0] > 0 ? ($0, Int(counts[$0])) : nil }
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
