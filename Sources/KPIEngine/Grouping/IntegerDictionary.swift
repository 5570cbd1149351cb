/// Numbers the distinct values of 64-bit integers in the order they are met, starting with 1.
final class IntegerDictionary {
  private var slots: UnsafeMutablePointer<UInt32>
  private var slotMask: Int
  private(set) var values: UnsafeMutablePointer<Int64>
  private var capacity = 64
  /// One more than the greatest number given out; number 0 is left for the missing value.
  private(set) var count = 1

  init() {
    slotMask = 255
    slots = .allocate(capacity: 256)
    slots.initialize(repeating: 0, count: 256)
    values = .allocate(capacity: capacity)
    values.initialize(repeating: 0, count: capacity)
  }

  deinit {
    slots.deallocate()
    values.deallocate()
  }

  @inline(__always)
  private static func hash(_ value: Int64) -> Int {
    let mixed = UInt64(bitPattern: value).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return Int(truncatingIfNeeded: mixed.high ^ mixed.low)
  }

  /// The number of a value that is known, or 0.
  @inline(__always)
  func find(_ value: Int64) -> UInt32 {
    var slot = IntegerDictionary.hash(value) & slotMask
    while slots[slot] != 0 {
      if values[Int(slots[slot])] == value { return slots[slot] }
      slot = (slot &+ 1) & slotMask
    }
    return 0
  }

  @inline(__always)
  func number(of value: Int64) -> UInt32 {
    var slot = IntegerDictionary.hash(value) & slotMask
    while slots[slot] != 0 {
      if values[Int(slots[slot])] == value { return slots[slot] }
      slot = (slot &+ 1) & slotMask
    }
    return insert(value, slot)
  }

  @inline(never)
  private func insert(_ value: Int64, _ slot: Int) -> UInt32 {
    if count == capacity {
      let larger = UnsafeMutablePointer<Int64>.allocate(capacity: capacity * 2)
      larger.moveInitialize(from: values, count: count)
      values.deallocate()
      values = larger
      capacity *= 2
    }
    values[count] = value
    slots[slot] = UInt32(truncatingIfNeeded: count)
    count += 1
    if count * 2 > slotMask { grow() }
    return UInt32(truncatingIfNeeded: count - 1)
  }

  private func grow() {
    let size = (slotMask + 1) * 2
    slots.deallocate()
    slots = .allocate(capacity: size)
    slots.initialize(repeating: 0, count: size)
    slotMask = size - 1
    for number in 1..<count {
      var slot = IntegerDictionary.hash(values[number]) & slotMask
      while slots[slot] != 0 { slot = (slot + 1) & slotMask }
      slots[slot] = UInt32(truncatingIfNeeded: number)
    }
  }
}
