import Testing

@testable import KPITable

/// Exact numbers from text, the short way and the general one.
struct DecimalReaderTests {
  private let reader = DecimalReader(
    decimalMark: UInt8(ascii: "."), groupMark: nil, isWhole: false, allowsPercentSign: true)

  private func general(_ text: String, _ reader: DecimalReader? = nil) -> DecimalReader.Outcome {
    Array(text.utf8).withUnsafeBufferPointer { (reader ?? self.reader).general($0) }
  }

  private func short(_ text: String) -> (mantissa: Int64, scale: Int)? {
    let mark = UInt64(UInt8(ascii: ".")) &* 0x0101_0101_0101_0101
    let bytes = Array(text.utf8) + Array(repeating: UInt8(ascii: "9"), count: 16)
    return bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.flatMap { DecimalReader.short($0, text.utf8.count, mark: mark) }
    }
  }

  @Test(arguments: [
    "0", "7", "12345678", "-1234567", "14.06", "-0.5", ".5", "5.", "0.000001", "-9.99", "1.234567",
  ])
  func bothWaysAgree(_ text: String) throws {
    let found = try #require(short(text))
    guard case .number(let mantissa, let scale) = general(text) else {
      Issue.record("\(text) is a number")
      return
    }
    var (left, right) = (Int128(found.mantissa), mantissa)
    for _ in scale..<max(scale, found.scale) { right *= 10 }
    for _ in found.scale..<max(scale, found.scale) { left *= 10 }
    #expect(left == right)
  }

  @Test(arguments: [
    "", "-", ".", "1.2.3", "1,2", "12a", "--1", "1-", "+-1", "0x1", "1e", "nan", "٣",
  ])
  func refuses(_ text: String) {
    if !text.isEmpty, text.utf8.count <= 8 { #expect(short(text) == nil) }
    #expect(general(text) == .invalid)
  }

  @Test func general() {
    #expect(general(" 1e3 ") == .number(mantissa: 1000, scale: 0))
    #expect(general("1.5E-3") == .number(mantissa: 15, scale: 4))
    #expect(general("+12.500") == .number(mantissa: 125, scale: 1))
    #expect(general("12%") == .number(mantissa: 12, scale: 2))
    #expect(general("999999999999999999") == .number(mantissa: 999_999_999_999_999_999, scale: 0))
    #expect(general("1000000000000000000") == .outOfRange)
    #expect(general("0.1234567890123456789") == .outOfRange)
    #expect(
      general("0.1000000000000000000000000000000000000000000000") == .number(mantissa: 1, scale: 1))
    let german = DecimalReader(
      decimalMark: UInt8(ascii: ","), groupMark: UInt8(ascii: "."), isWhole: false,
      allowsPercentSign: false)
    #expect(general("1.234.567,89", german) == .number(mantissa: 123_456_789, scale: 2))
    #expect(general("1..2", german) == .invalid)
    #expect(general("1.", german) == .invalid)
  }
}
