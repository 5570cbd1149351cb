/// Writing exact numbers as decimal numerals.
package enum DecimalText {
  /// `mantissa / 10^scale` with exactly `scale` fraction digits: `DecimalText.plain(1250, scale: 2)` is `12.50`.
  package static func plain(_ mantissa: Int128, scale: Int) -> String {
    var digits = String(mantissa.magnitude)
    if scale > 0 {
      if digits.count <= scale {
        digits = String(repeating: "0", count: scale + 1 - digits.count) + digits
      }
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -scale))
    }
    return mantissa < 0 ? "-" + digits : digits
  }

  /// The same with `,` between groups of three digits of the whole part.
  package static func grouped(_ mantissa: Int128, scale: Int) -> String {
    let text = plain(mantissa, scale: scale)
    let isNegative = text.hasPrefix("-")
    let unsigned = isNegative ? text.dropFirst() : text[...]
    let whole = unsigned.prefix { $0 != "." }
    var result = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return (isNegative ? "-" : "") + result + unsigned.dropFirst(whole.count)
  }
}
