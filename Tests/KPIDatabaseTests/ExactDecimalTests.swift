import Testing

@testable import KPIDatabase

/// Exact numbers as PostgreSQL writes them.
struct ExactDecimalTests {
  private func read(_ text: String) throws(ValueFault) -> ExactDecimal {
    let bytes = Array(text.utf8)
    return try bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(ValueFault) in try ExactDecimal(buffer) }
    }.get()
  }

  @Test(arguments: [
    ("0", 0, 0), ("-12.50", -125, 1), ("+7", 7, 0), ("1.5e3", 1500, 0), ("1.5E-3", 15, 4),
    (".5", 5, 1), ("5.", 5, 0), ("0.000", 0, 0), ("0e99", 0, 0),
    ("2.5000000000000000000000000000000000000000000000000", 25, 1),
  ])
  func numerals(_ text: String, _ unscaled: Int, _ scale: Int) throws {
    #expect(try read(text) == ExactDecimal(Int128(unscaled), scale: scale))
  }

  @Test(arguments: [
    "", "-", ".", "nan", "NaN", "Infinity", "1.2.3", "12a", "1e", "1e1e1", "--1", "1 ", "٣",
  ])
  func refused(_ text: String) {
    #expect(throws: ValueFault.notANumber) { try read(text) }
  }

  @Test(arguments: [
    "200000000000000000000000000000000000000", "1e39", "1e-99",
    "1.00000000000000000000000000000000000000000000001",
  ])
  func tooLarge(_ text: String) {
    #expect(throws: ValueFault.outOfRange) { try read(text) }
  }

  @Test func thirtyEightDigits() throws {
    let digits = "99999999999999999999999999999999999999"
    #expect("\(try read(digits).unscaled)" == digits)
    #expect(try read("-0." + digits).scale == 38)
    #expect(try read("0.1").real == 0.1)
    #expect(try read("12345678901234567890.125").real == 12345678901234567890.125)
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11016), ("2026-01-31", 20484),
    ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
  ])
  func days(_ text: String, _ day: Int) {
    let found = Array(text.utf8).withUnsafeBufferPointer { CivilDay.number(of: $0) }
    #expect(found == day)
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-00-10", "0000-01-01", "2026-1-01", "2026/01/01", "",
  ])
  func noDays(_ text: String) {
    #expect(Array(text.utf8).withUnsafeBufferPointer { CivilDay.number(of: $0) } == nil)
  }
}
