import KPIDiagnostics
import KPIModel
import KPISyntax

/// Reads how a table writes numbers and dates, from an example of each: `numbers "1.234.567,89"`, `dates "31/12/2026"`.
struct TableFormat {
  private(set) var value = TextFormat.standard

  mutating func readNumbers(_ syntax: StringSyntax?, into diagnostics: inout [Diagnostic]) {
    guard let syntax else { return }
    guard let marks = NumberMarks(syntax.value) else {
      diagnostics.append(.unreadableFormat(syntax.value, example: "1.234.567,89", at: syntax.range))
      return
    }
    value = TextFormat(
      decimalMark: marks.decimal, groupMark: marks.group, dateOrder: value.dateOrder,
      dateSeparator: value.dateSeparator)
  }

  mutating func readDates(_ syntax: StringSyntax?, into diagnostics: inout [Diagnostic]) {
    guard let syntax else { return }
    let text = Array(syntax.value.utf8)
    let separators = text.filter { !(48...57).contains($0) }
    let parts = text.split(whereSeparator: { !(48...57).contains($0) }).map {
      Int(String(decoding: $0, as: UTF8.self)) ?? 0
    }
    guard parts.count == 3, separators.count == 2, separators[0] == separators[1],
      "-/.".utf8.contains(separators[0]), let order = TableFormat.order(parts)
    else {
      diagnostics.append(.unreadableFormat(syntax.value, example: "31/12/2026", at: syntax.range))
      return
    }
    value = TextFormat(
      decimalMark: value.decimalMark, groupMark: value.groupMark, dateOrder: order,
      dateSeparator: separators[0])
  }

  /// The example must tell day and month apart.
  private static func order(_ parts: [Int]) -> TextFormat.DateOrder? {
    if parts[0] > 31, parts[1] <= 12, parts[2] <= 31 { return .yearMonthDay }
    guard parts[2] > 31 else { return nil }
    if (13...31).contains(parts[0]), (1...12).contains(parts[1]) { return .dayMonthYear }
    if (1...12).contains(parts[0]), (13...31).contains(parts[1]) { return .monthDayYear }
    return nil
  }
}

/// The marks in an example of a number: what divides off the fraction, and what divides groups of digits.
private struct NumberMarks {
  let decimal: UInt8
  let group: UInt8?

  /// `nil` when the example leaves open which mark is which, as `1.234` does.
  init?(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    let isDigit = scalars.map { ("0"..."9").contains($0) }
    let places = scalars.indices.filter { !isDigit[$0] }
    guard let first = places.first, let last = places.last, first > 0, last < scalars.count - 1,
      places.allSatisfy({ ".,'_ \u{A0}\u{202F}".unicodeScalars.contains(scalars[$0]) })
    else { return nil }
    let marks = places.map { scalars[$0] }
    let final = scalars[last]
    let leading = marks.dropLast()
    if final == "." || final == ",", !leading.contains(final) {
      // 1.234.567,89 or 1234,5; a single mark before three digits could be either.
      guard Set(leading).count <= 1, !leading.isEmpty || scalars.count - last != 4 else {
        return nil
      }
      decimal = UInt8(ascii: final)
      group = leading.first.map(NumberMarks.byte)
    } else {
      // 1.234.567 or 1 234: no fraction is shown, so its mark is the other one.
      guard Set(marks).count == 1, scalars.count - last == 4 else { return nil }
      decimal = UInt8(ascii: final == "." ? "," : ".")
      group = NumberMarks.byte(final)
    }
  }

  private static func byte(_ mark: Unicode.Scalar) -> UInt8 {
    UInt8(exactly: mark.value).flatMap { $0 < 128 ? $0 : nil } ?? UInt8(ascii: " ")
  }
}
