/// Breaking and joining lines of prose.
package enum TextFlow {
  /// The text broken into lines no wider than `width` columns, at spaces. Line breaks in the text stay
  /// where a line is empty or begins a list or an indented block; elsewhere the lines of a paragraph
  /// are joined first.
  package static func wrapped(_ text: String, width: Int) -> [String] {
    var result: [String] = []
    var paragraph: [Substring] = []
    func finish() {
      result += fill(paragraph, width: width)
      paragraph = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) {
        finish()
        result.append("")
      } else if line.hasPrefix("    ") {
        finish()
        result.append(String(line))
      } else {
        if line.hasPrefix("- ") || line.hasPrefix("* ") { finish() }
        paragraph += line.split(separator: " ")
      }
    }
    finish()
    return result
  }

  private static func fill(_ words: [Substring], width: Int) -> [String] {
    let isItem = words.first == "-" || words.first == "*"
    var lines: [String] = []
    var line = ""
    for word in words {
      if !line.isEmpty, DisplayWidth.of(line) + 1 + DisplayWidth.of(word) > width {
        lines.append(line)
        line = isItem ? "  " + word : String(word)
      } else {
        line += line.isEmpty ? String(word) : " " + word
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// `a`, `a and b`, `a, b and c`.
  package static func list(_ items: [String], _ conjunction: String = "and") -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }

  /// `1 error`, `2 errors`.
  package static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// The text on one line, each run of white space a single space.
  package static func unbroken(_ text: String) -> String {
    isUnbroken(text) ? text : text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether a text is plain words with a single space between them, as nearly all are.
  private static func isUnbroken(_ text: String) -> Bool {
    var isAfterSpace = true
    for byte in text.utf8 {
      guard (0x20...0x7E).contains(byte), !(isAfterSpace && byte == 0x20) else { return false }
      isAfterSpace = byte == 0x20
    }
    return !isAfterSpace
  }
}
