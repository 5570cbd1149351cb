package import KPISource

/// Sentences about lines that are written as people say them.
extension Diagnostic {
  /// `asks Do they come back?`; it is not sure that all of it is the text where a word of another line stands in it.
  package static func unquotedText(
    _ text: String, of word: String, isSure: Bool, at range: SourceRange
  ) -> Diagnostic {
    let quoted = "\"\(text)\""
    return Diagnostic(
      .expectedText, "the text of `\(word)` stands in quotation marks", at: range,
      help: "Write `\(word) \(quoted)`.",
      fixes: text.contains("\\")
        ? []
        : [
          Fix(
            "Write `\(quoted)`", [TextEdit(range: range, replacement: quoted)],
            isSure ? .safe : .unsafe)
        ])
  }

  /// `review every quarter last 2026-10-05`; the comma belongs at `range`.
  package static func commaMissing(before word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .expectedWord, "a `,` is missing before `\(word)`", at: range,
      help: "Write `review every quarter, last 2026-10-05`.",
      fixes: [Fix("Write `,`", [TextEdit(range: range, replacement: ",")])])
  }

  /// `week starts on Monday`; `removing` takes the blank after it too.
  package static func needlessWord(
    _ text: String, before next: String, removing: SourceRange, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .unexpectedText, "`\(text)` does not stand before `\(next)`", at: range,
      help: "Write it like this: `week starts monday`, `fiscal starts april`.",
      fixes: [Fix("Remove it", [TextEdit(range: removing, replacement: "")])])
  }

  /// `amount: decimal(10,2)`.
  package static func typeWithLength(
    _ text: String, type: String, at range: SourceRange
  ) -> Diagnostic {
    let meant = typeElsewhere(type) ?? type
    return Diagnostic(
      .unexpectedText, "a type says nothing in parentheses, such as `\(text)`", at: range,
      help: "Write `\(meant)`: numbers are exact, and texts have any length.",
      fixes: [Fix("Write `\(meant)`", [TextEdit(range: range, replacement: meant)])])
  }

  /// `note: text nullable`; without `meant` the words say what holds for every column.
  package static func foreignModifier(
    _ text: String, meant: String?, at range: SourceRange
  ) -> Diagnostic {
    guard let meant else {
      return Diagnostic(
        .unexpectedText, "a column always has a value, without `\(text)`", at: range,
        help: "Remove it; a column whose values may be missing is `optional`.",
        fixes: [Fix("Remove it", [TextEdit(range: range, replacement: "")])])
    }
    return Diagnostic(
      .unexpectedText, "`\(text)` is written `\(meant)` after the type of a column", at: range,
      help: "Write `\(meant)`.",
      fixes: [Fix("Write `\(meant)`", [TextEdit(range: range, replacement: meant)])])
  }

  /// `USD 14`.
  package static func currencyBeforeNumber(
    _ currency: String, _ number: String, at range: SourceRange
  ) -> Diagnostic {
    let meant = "\(number) \(currency)"
    return Diagnostic(
      .unexpectedText, "`\(currency) \(number)` is written `\(meant)`", at: range,
      help: "A unit follows its number.",
      fixes: [Fix("Write `\(meant)`", [TextEdit(range: range, replacement: meant)])])
  }
}
