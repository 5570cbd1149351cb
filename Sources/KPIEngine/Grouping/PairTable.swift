/// Numbers pairs of small numbers in the order they are met, starting with 1; a pair that begins with 0 is 0.
///
/// Chained, pairs number tuples: a bucket of time with a region is a pair, that pair with a channel is
/// another. Small numbers index a plain table; when it would grow too large, a hash table takes its place.
final class PairTable {
  private var direct: UnsafeMutablePointer<UInt32>
  private var rows = 64
  private var strideBits = 5
  private var isHashed = false
  private var keys: UnsafeMutablePointer<UInt64>
  private var numbers: UnsafeMutablePointer<UInt32>
  private var hashMask = 0
  private(set) var firsts: [UInt32] = [0]
  private(set) var seconds: [UInt32] = [0]

  private static let unknown = UInt32.max
  private static let largestDirect = 1 << 20

  init() {
    direct = .allocate(capacity: rows << strideBits)
    direct.initialize(repeating: PairTable.unknown, count: rows << strideBits)
    direct.update(repeating: 0, count: 1 << strideBits)
    keys = .allocate(capacity: 1)
    numbers = .allocate(capacity: 1)
  }

  deinit {
    direct.deallocate()
    keys.deallocate()
    numbers.deallocate()
  }

  var count: Int { firsts.count }

  /// Writes the number of each pair.
  func combine(
    _ first: UnsafePointer<UInt32>, _ second: UnsafePointer<UInt32>,
    into result: UnsafeMutablePointer<UInt32>, _ count: Int
  ) {
    var row = 0
    while row < count, !isHashed {
      let (table, rows, stride) = (direct, UInt32(self.rows), UInt32(1) << UInt32(strideBits))
      let bits = strideBits
      while row < count {
        let (a, b) = (first[row], second[row])
        guard a < rows, b < stride else { break }
        let number = table[Int(a) &<< bits &+ Int(b)]
        guard number != PairTable.unknown else { break }
        result[row] = number
        row += 1
      }
      if row < count {
        result[row] = number(first[row], second[row])
        row += 1
      }
    }
    while row < count {
      result[row] = number(first[row], second[row])
      row += 1
    }
  }

  func number(_ first: UInt32, _ second: UInt32) -> UInt32 {
    if first == 0 { return 0 }
    if isHashed { return hashed(first, second) }
    if Int(first) >= rows || Int(second) >= 1 << strideBits { enlarge(first, second) }
    if isHashed { return hashed(first, second) }
    let place = Int(first) << strideBits + Int(second)
    if direct[place] == PairTable.unknown { direct[place] = add(first, second) }
    return direct[place]
  }

  private func add(_ first: UInt32, _ second: UInt32) -> UInt32 {
    firsts.append(first)
    seconds.append(second)
    return UInt32(truncatingIfNeeded: firsts.count - 1)
  }

  private func enlarge(_ first: UInt32, _ second: UInt32) {
    while Int(first) >= rows { rows *= 2 }
    while Int(second) >= 1 << strideBits { strideBits += 1 }
    direct.deallocate()
    guard rows << strideBits <= PairTable.largestDirect else {
      direct = .allocate(capacity: 1)
      isHashed = true
      rehash(to: 1 << 12)
      return
    }
    direct = .allocate(capacity: rows << strideBits)
    direct.initialize(repeating: PairTable.unknown, count: rows << strideBits)
    direct.update(repeating: 0, count: 1 << strideBits)
    for number in 1..<max(count, 1) {
      direct[Int(firsts[number]) << strideBits + Int(seconds[number])] = UInt32(number)
    }
  }

  // MARK: Hashed

  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    let mixed = key.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    var slot = Int(truncatingIfNeeded: mixed.high ^ mixed.low) & hashMask
    while numbers[slot] != 0, keys[slot] != key { slot = (slot &+ 1) & hashMask }
    return slot
  }

  @inline(__always)
  private func hashed(_ first: UInt32, _ second: UInt32) -> UInt32 {
    if first == 0 { return 0 }
    let key = UInt64(first) << 32 | UInt64(second)
    let place = slot(key)
    if numbers[place] != 0 { return numbers[place] }
    let number = add(first, second)
    keys[place] = key
    numbers[place] = number
    if count * 2 > hashMask { rehash(to: (hashMask + 1) * 2) }
    return number
  }

  private func rehash(to wanted: Int) {
    var size = wanted
    while size < count * 2 { size *= 2 }
    keys.deallocate()
    numbers.deallocate()
    keys = .allocate(capacity: size)
    keys.initialize(repeating: 0, count: size)
    numbers = .allocate(capacity: size)
    numbers.initialize(repeating: 0, count: size)
    hashMask = size - 1
    for number in 1..<max(count, 1) {
      let key = UInt64(firsts[number]) << 32 | UInt64(seconds[number])
      let place = slot(key)
      keys[place] = key
      numbers[place] = UInt32(number)
    }
  }
}
