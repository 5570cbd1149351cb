import KPIModel

/// The sum of fractions, as long as the least common denominator of all that went in stays small.
///
/// Whether it does depends on the fractions alone: not on their order, nor on how they were shared out.
struct FractionSum {
  /// A denominator that all fractions have in common; 0 once there is none.
  private(set) var denominator: Int64 = 1
  private var numerator: Int128 = 0

  /// Numbers of months, days and pieces together stay below, and sums up to 2^67 above.
  private static let greatestDenominator: Int64 = 1 << 60

  private static let outgrown = FractionSum(denominator: 0, numerator: 0)

  init() {}

  private init(denominator: Int64, numerator: Int128) {
    self.denominator = denominator
    self.numerator = numerator
  }

  @inline(__always)
  mutating func add(_ fraction: Fraction, sign: Int64) {
    guard denominator != 0 else { return }
    guard !fraction.isNone else {
      self = .outgrown
      return
    }
    let (factor, rest) = denominator.quotientAndRemainder(dividingBy: fraction.denominator)
    if rest == 0 {
      add(Int128(fraction.numerator) * Int128(factor * sign))
    } else {
      let reduced = fraction.reduced
      guard widen(to: reduced.denominator) else { return }
      add(Int128(reduced.numerator) * Int128(denominator / reduced.denominator * sign))
    }
  }

  /// Takes over what was added up elsewhere.
  mutating func add(_ other: FractionSum) {
    guard denominator != 0 else { return }
    guard other.denominator != 0 else {
      self = .outgrown
      return
    }
    guard widen(to: other.denominator) else { return }
    let factor = Int128(denominator / other.denominator)
    let (scaled, overflow) = other.numerator.multipliedReportingOverflow(by: factor)
    if overflow { self = .outgrown } else { add(scaled) }
  }

  private mutating func add(_ number: Int128) {
    let (sum, overflow) = numerator.addingReportingOverflow(number)
    if overflow { self = .outgrown } else { numerator = sum }
  }

  /// Makes the denominator a multiple of another one, if it stays small.
  private mutating func widen(to other: Int64) -> Bool {
    if denominator % other == 0 { return true }
    var (greater, smaller) = (denominator, other)
    while smaller != 0 { (greater, smaller) = (smaller, greater % smaller) }
    let (common, first) = denominator.multipliedReportingOverflow(by: other / greater)
    let (scaled, second) =
      numerator.multipliedReportingOverflow(by: Int128(other / greater))
    guard !first, !second, common <= FractionSum.greatestDenominator else {
      self = .outgrown
      return false
    }
    denominator = common
    numerator = scaled
    return true
  }

  private var value: Rational? { Rational(numerator, over: Int128(denominator)) }

  /// The sum over each window of a run of sums; `nil` where it has outgrown exact numbers.
  static func sums(of parts: [FractionSum], over windows: [Range<Int>]) -> [Rational?] {
    if let running = running(parts) {
      return windows.map { window in
        let (end, start) = (running[window.upperBound], running[window.lowerBound])
        let (sum, overflow) = end.numerator.subtractingReportingOverflow(start.numerator)
        return overflow ? nil : Rational(sum, over: Int128(end.denominator))
      }
    }
    return windows.map { window in
      var sum = FractionSum()
      for index in window {
        sum.add(parts[index])
        // Once outgrown it stays so.
        if sum.denominator == 0 { return nil }
      }
      return sum.value
    }
  }

  /// The sums of ever more parts, all over one denominator; `nil` where the whole has outgrown exact numbers.
  private static func running(_ parts: [FractionSum]) -> [FractionSum]? {
    var whole = FractionSum()
    for part in parts { whole.add(part) }
    guard whole.denominator != 0 else { return nil }
    var sum = FractionSum(denominator: whole.denominator, numerator: 0)
    var result = [sum]
    for part in parts {
      sum.add(part)
      guard sum.denominator != 0 else { return nil }
      result.append(sum)
    }
    return result
  }
}
