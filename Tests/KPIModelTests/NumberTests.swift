import KPIModel
import Testing

/// Exact numbers: what they keep, where they end, and how they are written.
@Suite struct NumberTests {
  private func fraction(_ top: Int128, _ bottom: Int128 = 1) throws -> Rational {
    try #require(Rational(top, over: bottom))
  }

  @Test func fractionsAreInLowestTerms() throws {
    let half = try fraction(-50, -100)
    #expect(half.numerator == 1 && half.denominator == 2)
    let negative = try fraction(3, -9)
    #expect(negative.numerator == -1 && negative.denominator == 3)
    #expect(try fraction(0, -7) == .zero)
    #expect(Rational(1, over: 0) == nil)
    #expect(Rational(.min, over: 1) == nil)
    #expect(Rational(1, over: .min) == nil)
  }

  @Test func arithmeticIsExact() throws {
    let tenth = try fraction(1, 10)
    #expect(try tenth.adding(fraction(2, 10)) == fraction(3, 10))
    #expect(try fraction(1, 3).adding(fraction(1, 6)) == fraction(1, 2))
    #expect(try fraction(1, 3).subtracting(fraction(1, 3)) == .zero)
    #expect(try fraction(2, 3).multiplied(by: fraction(9, 4)) == fraction(3, 2))
    #expect(try fraction(2, 3).divided(by: fraction(-4, 9)) == fraction(-3, 2))
    #expect(tenth.divided(by: .zero) == nil)
  }

  @Test func overflowIsReported() throws {
    let largest = try fraction(.max)
    #expect(largest.adding(.one) == nil)
    #expect(largest.multiplied(by: Rational(2)) == nil)
    #expect(try largest.multiplied(by: fraction(1, .max)) == .one)
    #expect(largest.negated.subtracting(.one) == nil)
    #expect(Rational(mantissa: 1, scale: 39) == nil)
    #expect(Rational(mantissa: .max, scale: -1) == nil)
    // 10^30 and 3 * 10^30 as denominators have a common one that fits, though their product does not.
    let small = try fraction(1, 1_000_000_000_000_000_000_000_000_000_000)
    let third = try #require(small.divided(by: Rational(3)))
    #expect(try small.adding(third) == fraction(4, 3_000_000_000_000_000_000_000_000_000_000))
  }

  @Test func orderIsExact() throws {
    // The cross products of these need more than 128 bits.
    let left = try fraction(.max - 1, .max)
    let right = try fraction(.max - 2, .max - 1)
    #expect(right < left && !(left < right))
    #expect(left.negated < right.negated)
  }

  @Test(arguments: [
    (7, 2, 3), (-7, 2, -4), (-8, 2, -4), (6, 3, 2), (0, 5, 0),
  ])
  func floor(top: Int, bottom: Int, expected: Int) throws {
    #expect(try fraction(Int128(top), Int128(bottom)).floor == Int128(expected))
  }

  @Test(arguments: [
    (1, 8, 2, 13), (-1, 8, 2, -13), (1, 3, 2, 33), (2, 3, 0, 1), (1, 2, 0, 1), (-1, 2, 0, -1),
    (1249, 1000, 1, 12),
  ])
  func roundingIsHalfAwayFromZero(top: Int, bottom: Int, digits: Int, expected: Int) throws {
    let rounded = try fraction(Int128(top), Int128(bottom)).roundedMantissa(digits: digits)
    #expect(rounded == Int128(expected))
  }

  @Test func doublesAreRoundedOnce() throws {
    // 2^53 + 3 has no double, so rounding it before the division would give 3002399751580332.
    #expect(try fraction(9_007_199_254_740_995, 3).doubleValue == 3_002_399_751_580_331.5)
    #expect(try fraction(-9_007_199_254_740_995, 3).doubleValue == -3_002_399_751_580_331.5)
    #expect(try fraction(1, 3).doubleValue == 1.0 / 3)
    #expect(try fraction(.max).doubleValue == 0x1p127)
    #expect(try fraction(1, .max).doubleValue == 0x1p-127)
    #expect(try fraction(.max, .max - 1).doubleValue == 1)
  }

  @Test(arguments: [
    (15, 100, "0.15"), (100, 1, "100"), (25, 2, "12.5"), (1, 3, "0.3333333333333333"),
    (-1, 8, "-0.125"), (1, 1_000_000_000_000_000, "0.000000000000001"),
    (1, 10_000_000_000_000_000, "1e-16"), (0, 1, "0"),
  ])
  func text(top: Int, bottom: Int, expected: String) throws {
    #expect(try Number.exact(fraction(Int128(top), Int128(bottom))).text == expected)
  }

  @Test func longNumbersAreWrittenInFull() throws {
    let long = try fraction(123_456_789_012_345_678_901, 100)
    #expect(Number.exact(long).text == "1234567890123456789.01")
  }

  @Test func negativeZeroIsWrittenAsZero() {
    #expect(Number.real(0).negated.text == "0")
    #expect(Number.real(-0.4).rounded(digits: 0).text == "0")
  }

  @Test func numbersFallToDoublesWhereTheyMust() throws {
    let large = Number.exact(try fraction(.max))
    #expect(large.adding(.one) == .real(0x1p127))
    #expect(Number(Double.infinity) == nil)
    #expect(Number.real(1e300).multiplied(by: .real(1e300)) == nil)
    #expect(Number.one.divided(by: .zero) == nil)
    #expect(Number.one.divided(by: .real(0)) == nil)
  }

  @Test func binaryNumbersAgreeToTwelveDigits() {
    let two = Number(2)
    let square = Number.real(2.squareRoot() * 2.squareRoot())
    #expect(square.doubleValue > 2)
    #expect(square.agrees(with: two) && square.isAtMost(two) && square.isAtLeast(two))
    #expect(!ComparisonOperator.greater.holds(square, two))
    #expect(!ComparisonOperator.notEqual.holds(square, two))
    #expect(Number.real(2.000_000_000_01).isAtLeast(two))
    #expect(!Number.real(2.000_000_000_01).isAtMost(two))
    #expect(ComparisonOperator.less.holds(.real(1.999_999_999_99), two))
    // Nothing but 0 agrees with 0, and exact numbers that differ do not agree.
    #expect(!Number.real(1e-300).agrees(with: .zero) && Number.real(-0).agrees(with: .zero))
    #expect(
      Rational(20_000_000_000_001, over: 10_000_000_000_000)
        .map { !Number.exact($0).isAtMost(two) } == true)
  }

  @Test func whatAgreesIsRoundedAlike() {
    let square = Number.real(3.squareRoot() * 3.squareRoot())
    #expect(square.doubleValue < 3)
    #expect(square.floor == .real(3) && square.negated.floor == .real(-3))
    #expect(square.subtracting(Number(3))?.isZero == true)
    // 0.285 in binary arithmetic, of which two digits are asked.
    #expect(Number.real(0.284_999_999_999_999_97).rounded(digits: 2) == .real(0.29))
    #expect(Number.real(0.2849).rounded(digits: 2) == .real(0.28))
    #expect(Number.real(2.5).floor == .real(2) && Number.real(-2.5).floor == .real(-3))
  }

  @Test func comparisonsHoldBetweenExactAndBinary() throws {
    let root = try #require(Number(4.0.squareRoot()))
    #expect(ComparisonOperator.equal.holds(root, Number(2)))
    #expect(!ComparisonOperator.notEqual.holds(root, Number(2)))
    #expect(ComparisonOperator.lessOrEqual.holds(root, Number(2)))
    #expect(!ComparisonOperator.less.holds(root, Number(2)))
    #expect(ComparisonOperator.greater.holds(Number(3), root))
  }

  @Test(arguments: [
    (1250, 2, "12.50", "12.50"), (5, 3, "0.005", "0.005"),
    (-1_234_567, 0, "-1234567", "-1,234,567"),
    (-123, 0, "-123", "-123"), (100_000_050, 2, "1000000.50", "1,000,000.50"),
  ])
  func decimalText(mantissa: Int, scale: Int, plain: String, grouped: String) {
    #expect(DecimalText.plain(Int128(mantissa), scale: scale) == plain)
    #expect(DecimalText.grouped(Int128(mantissa), scale: scale) == grouped)
  }
}
