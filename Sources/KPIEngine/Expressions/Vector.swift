import KPIModel
import KPITable

/// The values of a formula for the rows of a block.
final class Vector {
  let kind: Kind

  enum Kind {
    /// Whole numbers in `integers` that count multiples of `unit`.
    case exact
    /// Numbers that were divided by another column, in `doubles`, and in `fractions` where they are known exactly;
    /// missing is not-a-number.
    case real
    /// 0, 1, or 2 for missing, in `flags`.
    case boolean
    /// Numbers of `dictionary`, in `ids`; 0 is missing.
    case text
    /// Days since 1970-01-01, in `integers`.
    case day
    /// Local microseconds since 1970-01-01, in `integers`.
    case instant
  }

  /// The same as in the columns that are read; named here so that loops see a constant.
  static let missing = Int64.min
  static let capacity = 4096

  var integers: UnsafeMutablePointer<Int64>
  var doubles: UnsafeMutablePointer<Double>
  var fractions: UnsafeMutablePointer<Fraction>
  var flags: UnsafeMutablePointer<UInt8>
  var ids: UnsafeMutablePointer<UInt32>
  var dictionary: TextDictionary?
  var unit = Rational.one
  var mayMiss = false
  /// Whether a number of this block did not fit; the values then mean nothing, and each row is computed alone.
  var isOverflown = false

  /// What `unit` was made from last.
  var lastScale = 0
  var lastFactor = Rational.one

  private let memory: UnsafeMutableRawPointer

  init(_ kind: Kind) {
    self.kind = kind
    let size: Int
    switch kind {
    case .exact, .day, .instant: size = 8
    case .real: size = 8 + MemoryLayout<Fraction>.stride
    case .text: size = 4
    case .boolean: size = 1
    }
    memory = .allocate(byteCount: size * Vector.capacity, alignment: 64)
    memory.initializeMemory(as: UInt8.self, repeating: 0, count: size * Vector.capacity)
    // One kind uses one of them; the others are never looked at.
    integers = memory.assumingMemoryBound(to: Int64.self)
    doubles = memory.assumingMemoryBound(to: Double.self)
    fractions = (kind == .real ? memory + 8 * Vector.capacity : memory)
      .assumingMemoryBound(to: Fraction.self)
    flags = memory.assumingMemoryBound(to: UInt8.self)
    ids = memory.assumingMemoryBound(to: UInt32.self)
  }

  deinit { memory.deallocate() }

  @inline(__always)
  func isMissing(_ row: Int) -> Bool {
    switch kind {
    case .exact, .day, .instant: integers[row] == Vector.missing
    case .real: doubles[row].isNaN
    case .boolean: flags[row] == 2
    case .text: ids[row] == 0
    }
  }

  /// Sets a number that went through a division.
  @inline(__always)
  func set(_ row: Int, _ double: Double, _ fraction: Fraction) {
    doubles[row] = double
    fractions[row] = fraction
  }

  /// The value in one row.
  func value(_ row: Int) throws(RowFailure) -> RowValue {
    switch kind {
    case .exact:
      guard integers[row] != Vector.missing else { return .missing }
      guard let number = Rational(Int128(integers[row]), over: 1)?.multiplied(by: unit) else {
        throw .outOfRange
      }
      return .exact(number)
    case .real: return RowValue(real: doubles[row], fractions[row])
    case .boolean: return flags[row] == 2 ? .missing : .boolean(flags[row] == 1)
    case .text:
      guard ids[row] != 0, let dictionary else { return .missing }
      return .text(dictionary[ids[row]])
    case .day: return integers[row] == Vector.missing ? .missing : .day(Int(integers[row]))
    case .instant: return integers[row] == Vector.missing ? .missing : .instant(Int(integers[row]))
    }
  }
}

/// Units of the last place and what it takes to bring numbers to one of them.
enum Units {
  /// The greatest unit that both are whole multiples of, with the multiples; `nil` when they do not fit.
  static func common(
    _ left: Rational, _ right: Rational
  ) -> (unit: Rational, left: Int64, right: Int64)? {
    if left == right { return (left, 1, 1) }
    let (top, overflowTop) = left.numerator.multipliedReportingOverflow(by: right.denominator)
    let (other, overflowOther) = right.numerator.multipliedReportingOverflow(by: left.denominator)
    let (bottom, overflowBottom) =
      left.denominator.multipliedReportingOverflow(by: right.denominator)
    guard !overflowTop, !overflowOther, !overflowBottom, top > 0, other > 0 else { return nil }
    var (greater, smaller) = (top, other)
    while smaller != 0 { (greater, smaller) = (smaller, greater % smaller) }
    guard let unit = Rational(greater, over: bottom),
      let leftFactor = Int64(exactly: top / greater),
      let rightFactor = Int64(exactly: other / greater)
    else { return nil }
    return (unit, leftFactor, rightFactor)
  }

  /// A number as a floating-point one, the same whichever unit it is counted in.
  @inline(__always)
  static func double(_ value: Int64, _ numerator: Double, _ denominator: Double, _ unit: Rational)
    -> Double
  {
    let product = Double(value) * numerator
    // Below 2^53 everything so far is exact, and one division rounds once.
    if product.magnitude < 9_007_199_254_740_992, denominator < 9_007_199_254_740_992 {
      return product / denominator
    }
    return Rational(Int128(value), over: 1)?.multiplied(by: unit)?.doubleValue
      ?? Double(value) * unit.doubleValue
  }
}
