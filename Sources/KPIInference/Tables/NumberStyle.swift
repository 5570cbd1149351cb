/// A way to write numbers: the mark before the fraction, and the one between groups of three digits.
struct NumberStyle: Hashable {
  let decimalMark: UInt8
  let groupMark: UInt8?
  /// The example that a table's block shows; `nil` for the standard way, which needs none.
  let example: String?

  /// The likeliest first.
  static let all = [
    NumberStyle(".", nil, nil),
    NumberStyle(".", ",", "1,234,567.89"),
    NumberStyle(",", nil, "1234567,89"),
    continental,
    NumberStyle(",", " ", "1 234 567,89"),
    NumberStyle(".", " ", "1 234 567.89"),
    NumberStyle(".", "'", "1'234'567.89"),
  ]

  /// Thousands with a point, fractions with a comma.
  static let continental = NumberStyle(",", ".", "1.234.567,89")

  private init(_ decimalMark: Unicode.Scalar, _ groupMark: Unicode.Scalar?, _ example: String?) {
    self.decimalMark = UInt8(ascii: decimalMark)
    self.groupMark = groupMark.map { UInt8(ascii: $0) }
    self.example = example
  }

  enum Match { case whole, fraction }

  /// Reads digits in this style; `nil` when they are not a number in it.
  func match(_ digits: ArraySlice<UInt8>) -> Match? {
    var run = 0
    var groups = 0
    var total = 0
    for (offset, byte) in digits.enumerated() {
      if byte &- 48 <= 9 {
        run += 1
        total += 1
      } else if byte == groupMark {
        guard groups == 0 ? (1...3).contains(run) : run == 3 else { return nil }
        groups += 1
        run = 0
      } else if byte == decimalMark {
        guard groups == 0 ? run > 0 : run == 3 else { return nil }
        let rest = digits.dropFirst(offset + 1)
        let isFraction = !rest.isEmpty && rest.allSatisfy { $0 &- 48 <= 9 }
        return isFraction && total + rest.count <= NumberStyle.mostDigits ? .fraction : nil
      } else {
        return nil
      }
    }
    guard run > 0, groups == 0 || run == 3, total <= NumberStyle.mostDigits else { return nil }
    return .whole
  }

  /// Longer rows of digits are numbers of accounts or devices.
  private static let mostDigits = 18
}
