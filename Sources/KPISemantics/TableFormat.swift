import KPIDiagnostics
import KPIModel
import KPISyntax

/// Reads how a table writes numbers and dates, from an example of each: `numbers "1.234.567,89"`, `dates "31/12/2026"`.
struct TableFormat {
  private(set) var value = TextFormat.standard

  mutating func readNumbers(_ syntax: StringSyntax?, into diagnostics: inout [Diagnostic]) {
    guard let syntax else { return }
    let marks = syntax.value.unicodeScalars.filter { !("0"..."9").contains($0) }
    let kinds = Set(marks)
    guard syntax.value.unicodeScalars.count > marks.count, kinds.count <= 2,
      marks.allSatisfy({ ".,'_ \u{A0}\u{202F}".unicodeScalars.contains($0) }),
      let last = marks.last
    else {
      diagnostics.append(.unreadableFormat(syntax.value, example: "1.234.567,89", at: syntax.range))
      return
    }
    // The last mark divides off the fraction, unless it repeats or nothing else is written: 1.234.567.
    let repeats = marks.filter { $0 == last }.count > 1
    let decimal: Unicode.Scalar = repeats ? (last == "." ? "," : ".") : last
    let group = repeats ? last : kinds.first { $0 != last }
    value = TextFormat(
      decimalMark: UInt8(ascii: decimal == "," ? "," : "."), groupMark: group.map(TableFormat.byte),
      dateOrder: value.dateOrder, dateSeparator: value.dateSeparator)
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

  private static func byte(_ mark: Unicode.Scalar) -> UInt8 {
    UInt8(exactly: mark.value).flatMap { $0 < 128 ? $0 : nil } ?? UInt8(ascii: " ")
  }
}
