package import KPISource

/// How a character stands on its line: before everything else, with blanks on both sides, or right beside something.
package enum CharacterSurroundings: Sendable { case first, apart, amid }

/// Sentences about characters that have no meaning here, for those that people write most.
extension Diagnostic {
  /// A character that begins nothing; `number` is the one written right before or after it.
  package static func unexpectedCharacter(
    _ text: String, number: (text: String, range: SourceRange)? = nil,
    surroundings: CharacterSurroundings = .amid, at range: SourceRange
  ) -> Diagnostic {
    guard let scalar = text.unicodeScalars.first else {
      return Diagnostic(.unexpectedCharacter, "this means nothing here", at: range)
    }
    if let code = currency(of: scalar) { return currencySign(text, code, number, at: range) }
    if let finding = invisible(scalar, at: range) { return finding }
    if let help = inWords(scalar) {
      return Diagnostic(.unexpectedCharacter, "`\(text)` is no sign here", at: range, help: help)
    }
    switch scalar {
    case "#":
      return replaced(
        "a remark begins with `//`, not with `#`", by: "//", at: range,
        help: "Write `//` before what is meant for people only.",
        surroundings == .amid ? .unsafe : .safe)
    case "\u{2022}", "\u{25E6}", "\u{25AA}", "\u{25CF}", "\u{2023}", "\u{27A2}":
      guard surroundings == .first else { return meaningless(text, at: range) }
      return replaced(
        "`\(text)` is the mark of a list, and lines have none here", by: "", at: range,
        help: "Begin the line with its first word, such as `owner` or `target`.")
    case "\u{2026}":
      return Diagnostic(
        .unexpectedCharacter,
        "`\(text)` says that something is left out, and a specification leaves nothing out",
        at: range, help: "Write all of it.")
    case "[", "]", "\u{3014}", "\u{3015}":
      return Diagnostic(
        .unexpectedCharacter, "the square bracket `\(text)` means nothing here", at: range,
        help: "A column follows its table after a point, as in `orders.amount`; a list of values "
          + "stands in round brackets, as in `in (\"paid\", \"refunded\")`.")
    case "^":
      return Diagnostic(
        .unexpectedCharacter, "there is no sign for powers", at: range,
        help: "Multiply instead: `x * x`.")
    case "?":
      return Diagnostic(
        .unexpectedCharacter, "`?` is no value", at: range,
        help: "Leave the line out until it is decided, or write `//` before it.")
    case "@":
      return Diagnostic(
        .unexpectedCharacter, "an e-mail address cannot stand here", at: range,
        help: "Name the owner that is declared, and write the address where it is: "
          + "`owner lan \"Lan\" { email \"lan@example.com\" }`.")
    default: return meaningless(text, at: range)
    }
  }

  /// Nobody knows what a formula means without a sign that was written into it, so there is no edit.
  private static func meaningless(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .unexpectedCharacter, "the character `\(text)` means nothing here", at: range,
      help: "Remove it; a name that holds it stands in backticks, as in `Order Date`.")
  }

  /// What to write for a sign of mathematics that has no counterpart.
  private static func inWords(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\u{B2}": "Multiply instead: `x * x`."
    case "\u{B3}": "Multiply instead: `x * x * x`."
    case "\u{2030}": "A per mille is a tenth of a percent: write `0.5%` for five of a thousand."
    case "\u{BD}": "Write the fraction as a number: `0.5`."
    case "\u{BC}": "Write the fraction as a number: `0.25`."
    case "\u{BE}": "Write the fraction as a number: `0.75`."
    case "\u{B1}": "Write both ends: `between 95 and 105`."
    case "\u{221A}": "Write `sqrt(…)`."
    case "\u{2211}": "Write `sum(…)`."
    default: nil
    }
  }

  private static func replaced(
    _ message: String, by replacement: String, at range: SourceRange, help: String,
    _ applicability: Fix.Applicability = .safe
  ) -> Diagnostic {
    Diagnostic(
      .unexpectedCharacter, message, at: range, help: help,
      fixes: [
        Fix(
          replacement.isEmpty ? "Remove it" : "Write `\(replacement)`",
          [TextEdit(range: range, replacement: replacement)], applicability)
      ])
  }

  /// Blanks that look like spaces and are none, and marks that cannot be seen at all.
  private static func invisible(_ scalar: Unicode.Scalar, at range: SourceRange) -> Diagnostic? {
    switch scalar.properties.generalCategory {
    case .spaceSeparator:
      return Diagnostic(
        .unexpectedCharacter, "this looks like a space and is another character, \(code(scalar))",
        at: range,
        help: "Put an ordinary space in its place; such blanks come along when text is copied.",
        fixes: [Fix("Write a space", [TextEdit(range: range, replacement: " ")])])
    case .lineSeparator, .paragraphSeparator:
      return Diagnostic(
        .unexpectedCharacter,
        "this looks like the end of a line and is another character, \(code(scalar))",
        at: range, help: "Begin a new line in its place.",
        fixes: [Fix("Begin a new line", [TextEdit(range: range, replacement: "\n")])])
    case .control, .format:
      return replaced(
        "a character that cannot be seen stands here, \(code(scalar))", by: "", at: range,
        help: "Remove it; such characters come along when text is copied.")
    default: return nil
    }
  }

  /// `U+00A0`, as character tables name it.
  private static func code(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  // MARK: Currencies

  private static func currency(of scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "$": "USD"
    case "\u{20AC}": "EUR"
    case "\u{A3}": "GBP"
    case "\u{A5}": "JPY"
    case "\u{20AB}": "VND"
    case "\u{20A9}": "KRW"
    case "\u{20B9}": "INR"
    case "\u{E3F}": "THB"
    default: nil
    }
  }

  private static func currencySign(
    _ sign: String, _ code: String, _ number: (text: String, range: SourceRange)?,
    at range: SourceRange
  ) -> Diagnostic {
    let amount = "\(number?.text ?? "100") \(code)"
    var fixes: [Fix] = []
    if let number {
      let all = number.range.union(range)
      // A sign may stand for several currencies, such as the dollars of several countries.
      fixes = [
        Fix("Write `\(amount)`", [TextEdit(range: all, replacement: amount)], .unsafe)
      ]
    }
    return Diagnostic(
      .unexpectedCharacter, "a currency is written by its code, not as `\(sign)`", at: range,
      help: "Write the code after the number: `\(amount)`.", fixes: fixes)
  }
}
