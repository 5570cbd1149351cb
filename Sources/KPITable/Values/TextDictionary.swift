/// Numbers the distinct texts of a column in the order they are met, so that the rest of the work is done on
/// small integers. Number 0 is the missing value.
package final class TextDictionary: @unchecked Sendable {
  private var entries: UnsafeMutablePointer<Entry>
  private var capacity: Int
  /// One more than the greatest number given out.
  package private(set) var count = 1
  private var slots: UnsafeMutablePointer<UInt32>
  private var slotMask: Int
  /// The bytes of texts that do not fit into an entry.
  private var arena: UnsafeMutablePointer<UInt8>
  private var arenaCount = 0
  private var arenaCapacity: Int
  private let masks = TextDictionary.makeMasks()
  /// Judges a text when it is first met.
  private let judge: (UnsafeBufferPointer<UInt8>) -> Verdict
  package private(set) var hasBadTexts = false

  package enum Verdict: UInt32 { case good, notUTF8, notAllowed }

  private struct Entry {
    var low: UInt64
    var high: UInt64
    var length: UInt32
    var verdict: UInt32
    /// The place in the arena of a text of more than 16 bytes.
    var offset: Int
  }

  package init(judge: @escaping (UnsafeBufferPointer<UInt8>) -> Verdict = { _ in .good }) {
    self.judge = judge
    capacity = 64
    entries = .allocate(capacity: capacity)
    slotMask = 255
    slots = .allocate(capacity: 256)
    slots.initialize(repeating: 0, count: 256)
    arenaCapacity = 1024
    arena = .allocate(capacity: arenaCapacity)
    entries.initialize(to: Entry(low: 0, high: 0, length: 0, verdict: 0, offset: 0))
  }

  deinit {
    entries.deallocate()
    slots.deallocate()
    arena.deallocate()
    masks.deallocate()
  }

  /// About how many bytes the dictionary takes.
  package var footprint: Int { count * 40 + arenaCount }

  /// How often the dictionary has begun anew.
  package private(set) var generation = 0

  /// Forgets all texts; numbers given out before mean nothing afterwards.
  package func removeAll() {
    generation += 1
    count = 1
    arenaCount = 0
    hasBadTexts = false
    slots.update(repeating: 0, count: slotMask + 1)
  }

  package func verdict(_ id: UInt32) -> Verdict {
    Verdict(rawValue: entries[Int(id)].verdict) ?? .good
  }

  package subscript(id: UInt32) -> String {
    withBytes(of: id) { String(decoding: $0, as: UTF8.self) }
  }

  package func withBytes<Result>(
    of id: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let entry = entries[Int(id)]
    let length = Int(entry.length)
    if length > 16 {
      return body(UnsafeBufferPointer(start: arena + entry.offset, count: length))
    }
    var words = (entry.low.littleEndian, entry.high.littleEndian)
    return withUnsafeBytes(of: &words) { raw in
      body(UnsafeBufferPointer(rebasing: raw.bindMemory(to: UInt8.self)[..<length]))
    }
  }

  /// The number of a text given as a value rather than as part of a chunk.
  package func number(of text: String) -> UInt32 {
    var bytes = Array(text.utf8)
    let count = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: 16))
    return bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { number(of: $0, count) } ?? 0
    }
  }

  /// The number of a text; up to 16 bytes behind its end are looked at, and disregarded.
  func number(of bytes: UnsafePointer<UInt8>, _ length: Int) -> UInt32 { search(bytes, length) }

  /// Writes the numbers of the texts of a block.
  ///
  /// A short text that stands in its own slot, which is the usual case, is found in this loop.
  func numbers(of fields: FieldView, into ids: UnsafeMutablePointer<UInt32>, _ count: Int) {
    var row = 0
    while row < count {
      // These change when a text is inserted.
      let (slots, mask, entries, masks) = (slots, slotMask, entries, masks)
      while row < count {
        let (start, length) = fields[row]
        guard length <= 16 else { break }
        let low = loadWord(start) & masks[length]
        let high = loadWord(start + 8) & masks[length &+ 17]
        let id = slots[TextDictionary.hash(low, high, length) & mask]
        let entry = entries + Int(id)
        guard entry.pointee.low == low, entry.pointee.high == high,
          Int(entry.pointee.length) == length
        else { break }
        ids[row] = id
        row += 1
      }
      if row < count {
        let (start, length) = fields[row]
        ids[row] = search(start, length)
        row += 1
      }
    }
  }

  /// The first 16 bytes of a text, with zeros behind its end.
  ///
  /// Lengths look random to the processor, so masks from a table are quicker than asking which case it is.
  @inline(__always)
  private func words(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> (UInt64, UInt64) {
    let low = loadWord(bytes) & masks[length]
    let high = loadWord(bytes + 8) & masks[length &+ 17]
    return (low, high)
  }

  /// For each length from 0 to 16 the mask of the first word, then for each that of the second.
  private static func makeMasks() -> UnsafeMutablePointer<UInt64> {
    let masks = UnsafeMutablePointer<UInt64>.allocate(capacity: 34)
    for length in 0...16 {
      let (first, second) = (min(length, 8), max(length - 8, 0))
      masks[length] = first == 0 ? 0 : UInt64.max >> UInt64(64 - 8 * first)
      masks[length + 17] = second == 0 ? 0 : UInt64.max >> UInt64(64 - 8 * second)
    }
    return masks
  }

  @inline(__always)
  private static func hash(_ low: UInt64, _ high: UInt64, _ length: Int) -> Int {
    let mixed = (low ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(
      by: high &+ 0xD6E8_FEB8_6659_FD93 &+ UInt64(truncatingIfNeeded: length))
    let folded = mixed.high ^ mixed.low
    return Int(truncatingIfNeeded: folded ^ folded >> 29)
  }

  private static func longHash(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Int {
    var state = UInt64(truncatingIfNeeded: length)
    var index = 0
    while index + 8 <= length {
      state = UInt64(truncatingIfNeeded: hash(loadWord(bytes + index), state, length))
      index += 8
    }
    if index < length {
      let unused = UInt64(64 - 8 * (length - index))
      let word = (loadWord(bytes + index) &<< unused) &>> unused
      state = UInt64(truncatingIfNeeded: hash(word, state, length))
    }
    return Int(truncatingIfNeeded: state)
  }

  /// 64 bits that two texts hardly ever share.
  @inline(__always)
  func fingerprint(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Int64 {
    let first: Int
    if length <= 16 {
      let (low, high) = words(bytes, length)
      first = TextDictionary.hash(low, high, length)
    } else {
      first = TextDictionary.longHash(bytes, length)
    }
    // A second round spreads what the first left close together.
    return Int64(TextDictionary.hash(UInt64(bitPattern: Int64(first)), 0, length))
  }

  /// The same for a text of the dictionary.
  package func fingerprint(_ id: UInt32) -> Int64 {
    let entry = entries[Int(id)]
    let length = Int(entry.length)
    let first =
      length > 16
      ? TextDictionary.longHash(arena + entry.offset, length)
      : TextDictionary.hash(entry.low, entry.high, length)
    return Int64(TextDictionary.hash(UInt64(bitPattern: Int64(first)), 0, length))
  }

  @inline(never)
  private func search(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
    guard length > 0 else { return 0 }
    let place = place(of: bytes, length)
    if slots[place.slot] != 0 { return slots[place.slot] }
    return insert(place.entry, bytes, length, place.slot)
  }

  fileprivate func known(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> UInt32? {
    guard length > 0 else { return nil }
    let slot = place(of: bytes, length).slot
    return slots[slot] == 0 ? nil : slots[slot]
  }

  /// The slot that holds a text, or the free one where it belongs.
  private func place(of bytes: UnsafePointer<UInt8>, _ length: Int) -> (slot: Int, entry: Entry) {
    let isLong = length > 16
    let (low, high) =
      isLong
      ? (loadWord(bytes), loadWord(bytes + 8))
      : words(bytes, length)
    let hash =
      isLong
      ? TextDictionary.longHash(bytes, length)
      : TextDictionary.hash(low, high, length)
    var slot = hash & slotMask
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot])]
      if entry.low == low, entry.high == high, Int(entry.length) == length,
        !isLong || isEqual(arena + entry.offset, bytes, length)
      {
        break
      }
      slot = (slot + 1) & slotMask
    }
    return (slot, Entry(low: low, high: high, length: 0, verdict: 0, offset: 0))
  }

  private func insert(
    _ new: Entry, _ bytes: UnsafePointer<UInt8>, _ length: Int, _ slot: Int
  ) -> UInt32 {
    // Numbers are 32 bits wide; a column with more texts than that has more rows than a file can hold.
    guard count < Int(UInt32.max), length <= Int(UInt32.max) else { return 0 }
    var entry = new
    entry.length = UInt32(length)
    let verdict = judge(UnsafeBufferPointer(start: bytes, count: length))
    entry.verdict = verdict.rawValue
    if verdict != .good { hasBadTexts = true }
    if length > 16 {
      reserveArena(length)
      entry.offset = arenaCount
      (arena + arenaCount).update(from: bytes, count: length)
      arenaCount += length
    }
    if count == capacity { growEntries() }
    let id = UInt32(count)
    (entries + count).initialize(to: entry)
    count += 1
    slots[slot] = id
    if count * 2 > slotMask { growSlots() }
    return id
  }

  private func reserveArena(_ length: Int) {
    guard arenaCount + length + 16 > arenaCapacity else { return }
    let larger = max(arenaCapacity * 2, arenaCount + length + 16)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    moved.update(from: arena, count: arenaCount)
    arena.deallocate()
    arena = moved
    arenaCapacity = larger
  }

  private func growEntries() {
    let moved = UnsafeMutablePointer<Entry>.allocate(capacity: capacity * 2)
    moved.moveInitialize(from: entries, count: count)
    entries.deallocate()
    entries = moved
    capacity *= 2
  }

  private func growSlots() {
    let size = (slotMask + 1) * 2
    slots.deallocate()
    slots = .allocate(capacity: size)
    slots.initialize(repeating: 0, count: size)
    slotMask = size - 1
    for id in 1..<count {
      let entry = entries[id]
      let length = Int(entry.length)
      let hash =
        length > 16
        ? TextDictionary.longHash(arena + entry.offset, length)
        : TextDictionary.hash(entry.low, entry.high, length)
      var slot = hash & slotMask
      while slots[slot] != 0 { slot = (slot + 1) & slotMask }
      slots[slot] = UInt32(id)
    }
  }
}

extension TextDictionary {
  /// The number of a text that is known.
  package func find(_ text: UnsafeBufferPointer<UInt8>) -> UInt32? {
    // Copied, since bytes behind the end of a field are looked at.
    var bytes = Array(text)
    bytes.append(contentsOf: repeatElement(0, count: 16))
    return bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.flatMap { known($0, text.count) }
    }
  }
}

extension TextDictionary {
  /// The number of a text behind whose end nothing may be looked at.
  package func number(copying text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count + 16) { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      base.initialize(repeating: 0, count: text.count + 16)
      if let start = text.baseAddress { base.update(from: start, count: text.count) }
      return number(of: UnsafePointer(base), text.count)
    }
  }
}
