import KPIModel
import KPIPlan

/// Numbers the buckets that the rows of one thread fall into; 0 is none.
final class BucketNumbers {
  private let bucketing: Bucketing
  private let lastDay: Int
  /// The number of each day near the present, or `unknown`.
  private let near: UnsafeMutablePointer<UInt32>
  private var far: [Int: UInt32] = [:]
  private var numberOfOrdinal: [Int: UInt32] = [:]
  /// The ordinal or moment of each number.
  private(set) var ordinals: [Int] = [0]
  private let moments = IntegerDictionary()
  private let result: UnsafeMutablePointer<UInt32>

  private static let firstNear = -25_567
  private static let nearCount = 73_049
  private static let unknown = UInt32.max

  init(_ bucketing: Bucketing, asOf: Day) {
    self.bucketing = bucketing
    lastDay = asOf.number
    near = .allocate(capacity: BucketNumbers.nearCount)
    near.initialize(repeating: BucketNumbers.unknown, count: BucketNumbers.nearCount)
    result = .allocate(capacity: Vector.capacity)
    result.initialize(repeating: 0, count: Vector.capacity)
  }

  deinit {
    near.deallocate()
    result.deallocate()
  }

  /// The same bucket for every row.
  func constant(_ count: Int) -> UnsafePointer<UInt32> {
    result.update(repeating: number(ofOrdinal: 0), count: count)
    return UnsafePointer(result)
  }

  /// The buckets of dates or timestamps.
  func numbers(_ vector: Vector, _ count: Int) -> UnsafePointer<UInt32> {
    let (values, near, out) = (vector.integers, near, result)
    let isInstant = vector.kind == .instant
    for row in 0..<count {
      let value = values[row]
      var day = Int(value)
      if isInstant {
        // Division towards minus infinity by a constant, which needs no divide instruction.
        let quotient = day / microsecondsPerDay
        day = day < quotient &* microsecondsPerDay ? quotient &- 1 : quotient
      }
      let place = day &- BucketNumbers.firstNear
      if place >= 0, place < BucketNumbers.nearCount, near[place] != BucketNumbers.unknown {
        out[row] = near[place]
      } else {
        out[row] = value == Vector.missing ? 0 : number(ofDay: day)
      }
    }
    return UnsafePointer(result)
  }

  /// The buckets of moments: every distinct value is one.
  func moments(_ vector: Vector, _ count: Int) -> UnsafePointer<UInt32> {
    for row in 0..<count {
      let value = vector.integers[row]
      let day = vector.kind == .instant ? floorDivide(Int(value), microsecondsPerDay) : Int(value)
      if value == Vector.missing || day > lastDay {
        result[row] = 0
        continue
      }
      let number = moments.number(of: value)
      result[row] = number
      if Int(number) == ordinals.count { ordinals.append(Int(value)) }
    }
    return UnsafePointer(result)
  }

  @inline(never)
  private func number(ofDay day: Int) -> UInt32 {
    let place = day - BucketNumbers.firstNear
    let isNear = place >= 0 && place < BucketNumbers.nearCount
    if !isNear, let known = far[day] { return known }
    var number: UInt32 = 0
    if bucketing == .spanDays || day <= lastDay, let ordinal = bucketing.ordinal(of: day) {
      number = self.number(ofOrdinal: ordinal)
    }
    if isNear { near[place] = number } else { far[day] = number }
    return number
  }

  private func number(ofOrdinal ordinal: Int) -> UInt32 {
    if let known = numberOfOrdinal[ordinal] { return known }
    let number = UInt32(truncatingIfNeeded: ordinals.count)
    ordinals.append(ordinal)
    numberOfOrdinal[ordinal] = number
    return number
  }
}
