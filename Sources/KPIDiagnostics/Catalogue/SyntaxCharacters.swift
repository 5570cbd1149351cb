package import KPISource

/// What is wrong with single characters, texts and names in backticks.
extension Rule {
  package static let syntaxOfCharacters: [Rule] = [
    .unexpectedCharacter, .unclosedText, .malformedName, .unknownEscape, .foreignQuotes,
    .foreignSign,
  ]

  package static let unexpectedCharacter = Rule(
    code: "KPI1001", name: "unexpected-character", severity: .error,
    title: "A character that means nothing here",
    explanation: """
      A `.kpi` file is plain text in UTF-8. Outside of texts in quotation marks and of comments it \
      holds names, numbers and the signs of the language. Other characters mostly arrive by copying \
      from a document or a chat, and some of them cannot be seen, such as a no-break space. Remove \
      the character, or put the name that holds it in backticks.
      """,
    example: .specification("owner lan # the founder\n"),
    mended: .specification("owner lan // the founder\n"))

  package static let unclosedText = Rule(
    code: "KPI1002", name: "unclosed-text", severity: .error,
    title: "A text without its closing quotation mark",
    explanation: """
      A text begins and ends with a quotation mark on the same line. Without the second one there \
      is no telling where the text ends. A quotation mark inside a text is written `\\"`.
      """,
    example: .specification("owner lan \"Lan\n"),
    mended: .specification("owner lan \"Lan\"\n"))

  package static let malformedName = Rule(
    code: "KPI1003", name: "malformed-name", severity: .error,
    title: "A name in backticks that is empty or not closed",
    explanation: """
      Backticks make a name of any characters, for a column called `Order Date`. They come in \
      pairs on one line, with at least one character between.
      """,
    example: .specification("owner `Sales team\n"),
    mended: .specification("owner `Sales team`\n"))

  package static let unknownEscape = Rule(
    code: "KPI1004", name: "unknown-escape", severity: .error,
    title: "A backslash before a character that needs none",
    explanation: """
      Inside a text a backslash begins one of these: `\\"` a quotation mark, `\\\\` a backslash, \
      `\\n` a new line, `\\t` a tab, `\\u{1F600}` the character with that number. To write a \
      backslash itself, as in a path of Windows, write two.
      """,
    example: .specification("owner lan \"C:\\data\"\n"),
    mended: .specification("owner lan \"C:\\\\data\"\n"))

  package static let foreignQuotes = Rule(
    code: "KPI1005", name: "foreign-quotes", severity: .error,
    title: "A text in single or curly quotation marks",
    explanation: """
      A text stands in straight double quotation marks, `"like this"`. Word processors and chats \
      replace them by curly ones; other languages use single ones. One way to write a text keeps \
      specifications comparable.
      """,
    example: .specification("owner lan 'Lan'\n"),
    mended: .specification("owner lan \"Lan\"\n"))

  package static let foreignSign = Rule(
    code: "KPI1006", name: "foreign-sign", severity: .error,
    title: "A sign from another language",
    explanation: """
      Some signs of programming languages and spreadsheets are written differently here: `=` \
      compares, `!=` says unlike, and conditions are joined by the words `and`, `or` and `not`. \
      A percent sign stands right after its number, and nothing stands at the end of a line.
      """,
    example: .specification(
      SyntaxSample.orders + "metric paid = count(orders where status == \"paid\")\n"),
    mended: .specification(
      SyntaxSample.orders + "metric paid = count(orders where status = \"paid\")\n"))
}

extension Diagnostic {
  package static func textIsNotUTF8(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .unexpectedCharacter, "from here on the file is not UTF-8 text", at: range,
      help: "Save the file as UTF-8 text in the editor that wrote it.")
  }

  package static func fileTooLarge(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .unexpectedCharacter, "the file is larger than 2 GB and was not read", at: range,
      help: "Data belongs in CSV files; a specification is a few pages of text.")
  }

  /// A text without its second quotation mark. `end` is where a parenthesis closes that the text has not opened; it is
  /// `isAlone` where nothing but the text can stand on the rest of the line.
  package static func unclosedText(
    end: Int?, isAlone: Bool, at range: SourceRange
  ) -> Diagnostic {
    let fix: Fix
    if let end {
      let place = SourceRange(file: range.file, range.bytes.lowerBound..<end)
      fix = Fix("Close the text before the `)`", [insertion("\"", after: place)], .unsafe)
    } else {
      fix = Fix(
        "Close the text at the end of the line", [insertion("\"", after: range)],
        isAlone ? .safe : .unsafe)
    }
    return Diagnostic(
      .unclosedText, "the text that begins here has no closing quotation mark", at: range,
      help: "Write `\"` where it ends, on the same line.", fixes: [fix])
  }

  package static func unclosedName(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .malformedName, "the name that begins here has no closing backtick", at: range,
      help: "Write a second backtick where the name ends, on the same line, as in `Order Date`.",
      fixes: [Fix("Close the name at the end of the line", [insertion("`", after: range)])])
  }

  package static func emptyName(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .malformedName, "there is no name between these backticks", at: range,
      help: "Write the name between them, as in `Order Date`.")
  }

  /// A backslash before a character that needs none; `path` is the whole text where that is a path of Windows.
  package static func unknownEscape(
    _ text: String, path: (text: String, range: SourceRange)? = nil, at range: SourceRange
  ) -> Diagnostic {
    if let path {
      let single = path.text.split(separator: "\\").joined(separator: "\\\\")
      return Diagnostic(
        .unknownEscape, "`\(text)` means nothing inside a text", at: range,
        help: "Every backslash in a path is written twice: `\(single)`.",
        fixes: [Fix("Write `\(single)`", [TextEdit(range: path.range, replacement: single)])])
    }
    return Diagnostic(
      .unknownEscape, "`\(text)` means nothing inside a text", at: range,
      help: "A backslash in a text is written twice: `\\\(text)`.",
      fixes: [
        Fix("Write `\\\(text)`", [TextEdit(range: range, replacement: "\\" + text)])
      ])
  }

  package static func foreignQuotes(
    _ text: String, inner: String, at range: SourceRange
  ) -> Diagnostic {
    let plain = "\"\(inner)\""
    return Diagnostic(
      .foreignQuotes, "texts stand in straight double quotation marks, not as \(text)", at: range,
      help:
        "Write \(plain). Word processors and chats change the marks of what is copied from them.",
      fixes: [Fix("Write \(plain)", [TextEdit(range: range, replacement: plain)])])
  }

  /// A sign that has another form here, or none. Where it `touches` what stands beside it, a word in its place is set
  /// apart.
  package static func foreignSign(
    _ text: String, meant: String?, touches: (before: Bool, after: Bool) = (false, false),
    at range: SourceRange
  ) -> Diagnostic {
    guard let meant else { return needlessSign(text, at: range) }
    let isWord = meant.first?.isLetter ?? false
    let replacement =
      (isWord && touches.before ? " " : "") + meant + (isWord && touches.after ? " " : "")
    return Diagnostic(
      .foreignSign, "`\(text)` is written `\(meant)` here", at: range, help: use(of: meant),
      fixes: [Fix("Write `\(meant)`", [TextEdit(range: range, replacement: replacement)])])
  }

  private static func needlessSign(_ text: String, at range: SourceRange) -> Diagnostic {
    let help: String
    switch text {
    case ";", "\u{FF1B}": help = "Write what follows on a line of its own."
    case "%", "\u{FF05}":
      help = "A percentage is a number with its sign right after it, such as `15%`."
    case "!":
      help =
        "A condition is turned round by `not`. A column follows its table after a point: "
        + "`orders.amount`."
    default: help = "Remove it."
    }
    return Diagnostic(.foreignSign, "`\(text)` means nothing here", at: range, help: help)
  }

  /// `amount: USD;`.
  package static func semicolonAtLineEnd(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .foreignSign, "`\(text)` means nothing here", at: range,
      help: "Remove it: a line ends without a sign.",
      fixes: [Fix("Remove it", [TextEdit(range: range, replacement: "")])])
  }

  /// How the sign or the word is used that was meant by another one.
  private static func use(of meant: String) -> String {
    switch meant {
    case "=": "One `=` is enough to compare: `status = \"paid\"`."
    case "!=": "Two values that differ: `status != \"paid\"`."
    case "and": "Conditions are joined with words: `status = \"paid\" and channel = \"web\"`."
    case "or": "Conditions are joined with words: `status = \"paid\" or channel = \"web\"`."
    case "not": "A condition is turned round by a word before it: `not (status = \"paid\")`."
    case ">=": "Write `>=` for at least."
    case "<=": "Write `<=` for at most."
    case "->": "A column that names rows of another table: `customer_id: text -> customers`."
    case ",": "Values in parentheses have commas between: `round(amount, 2)`."
    case "-": "Write the minus of the keyboard; word processors make dashes of it."
    default: "Write `\(meant)`."
    }
  }

  /// `15 %`, with a space before its sign.
  package static func detachedPercent(
    _ number: String, at range: SourceRange, number place: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .foreignSign, "the `%` of a percentage stands right after its number", at: range,
      help: "Write `\(number)%`, without a space.",
      fixes: [
        Fix(
          "Write `\(number)%`",
          [TextEdit(range: place.union(range), replacement: number + "%")])
      ])
  }

  private static func insertion(_ text: String, after range: SourceRange) -> TextEdit {
    TextEdit(
      range: SourceRange(file: range.file, range.bytes.upperBound..<range.bytes.upperBound),
      replacement: text)
  }
}
