/// The sum of floating-point numbers without any rounding, so that it does not depend on their order.
///
/// The range of a double is cut into limbs of 32 bits, each kept in 64 so that carries can wait.
struct ExactRealSum {
  static let limbCount = 68
  /// The limbs, and how many numbers went in since carries were last passed on.
  static let words = limbCount + 1
  private static let patience: Int64 = 1 << 29

  /// Adds a finite number, `sign` times.
  static func add(_ value: Double, sign: Int64, to limbs: UnsafeMutablePointer<Int64>) {
    guard value != 0, value.isFinite else { return }
    let bits = value.bitPattern
    let exponent = Int(bits >> 52 & 0x7FF)
    var mantissa = bits & 0xF_FFFF_FFFF_FFFF
    if exponent != 0 { mantissa |= 1 << 52 }
    let position = max(exponent, 1) - 1
    let limb = position >> 5
    // 53 bits moved by at most 31 fill 84.
    let moved = UInt128(mantissa) << UInt128(position & 31)
    let factor = value < 0 ? -sign : sign
    limbs[limb] += factor * Int64(UInt32(truncatingIfNeeded: moved))
    limbs[limb + 1] += factor * Int64(UInt32(truncatingIfNeeded: moved >> 32))
    limbs[limb + 2] += factor * Int64(UInt32(truncatingIfNeeded: moved >> 64))
    limbs[limbCount] += 1
    if limbs[limbCount] >= patience { carry(limbs) }
  }

  static func add(_ other: UnsafePointer<Int64>, sign: Int64, to limbs: UnsafeMutablePointer<Int64>)
  {
    for limb in 0..<limbCount { limbs[limb] += sign * other[limb] }
    limbs[limbCount] += other[limbCount] + 1
    if limbs[limbCount] >= patience { carry(limbs) }
  }

  /// Passes carries on, so that each limb but the last is between 0 and 2^32.
  private static func carry(_ limbs: UnsafeMutablePointer<Int64>) {
    var carry: Int64 = 0
    for limb in 0..<limbCount - 1 {
      let value = limbs[limb] + carry
      carry = value >> 32
      limbs[limb] = value & 0xFFFF_FFFF
    }
    limbs[limbCount - 1] += carry
    limbs[limbCount] = 0
  }

  /// The sum, rounded once to the nearest floating-point number.
  static func value(_ limbs: UnsafeMutablePointer<Int64>) -> Double {
    carry(limbs)
    let isNegative = limbs[limbCount - 1] < 0
    var magnitude = (0..<limbCount).map { isNegative ? -limbs[$0] : limbs[$0] }
    magnitude.withUnsafeMutableBufferPointer { buffer in
      var carry: Int64 = 0
      for limb in buffer.indices {
        let value = buffer[limb] + carry
        carry = limb == limbCount - 1 ? 0 : value >> 32
        buffer[limb] = limb == limbCount - 1 ? value : value & 0xFFFF_FFFF
      }
    }
    guard let top = magnitude.lastIndex(where: { $0 != 0 }) else { return 0 }
    // The four highest limbs hold more bits than a double; what is below only tips a tie.
    var head: UInt128 = 0
    for limb in stride(from: top, through: max(top - 2, 0), by: -1) {
      head = head << 32 | UInt128(UInt64(magnitude[limb]))
    }
    let lowest = max(top - 2, 0)
    if magnitude[..<lowest].contains(where: { $0 != 0 }) {
      head = head << 1 | 1
    } else {
      head <<= 1
    }
    // Scaling is exact: a result below the normal range has no bits that would be lost.
    let result = Double(sign: .plus, exponent: 32 * lowest - 1075, significand: Double(head))
    return isNegative ? -result : result
  }
}
