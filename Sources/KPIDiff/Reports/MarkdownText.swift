import KPIText

/// Makes text safe within Markdown: nothing that a specification says becomes markup, a link or a mention.
enum MarkdownText {
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in TextFlow.unbroken(Printable.text(text)) {
      switch character {
      case "\\", "`", "*", "_", "{", "}", "[", "]", "|", "~", "$": result += "\\\(character)"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      // Broken by a comment, these name nobody and nothing.
      case "@", "#": result += "\(character)<!-- -->"
      case ":", ".":
        result += breaksLink(character, after: result) ? "<!-- -->\(character)" : "\(character)"
      default: result.append(character)
      }
    }
    return result
  }

  /// Whether a web address would begin here, which would become a link by itself.
  private static func breaksLink(_ character: Character, after text: String) -> Bool {
    let text = text.suffix(5).lowercased()
    return character == "."
      ? text.hasSuffix("www") : ["http", "https", "ftp"].contains { text.hasSuffix($0) }
  }

  /// A stretch of code within a line.
  static func code(_ text: String) -> String {
    let text = TextFlow.unbroken(Printable.text(text))
    let fence = String(repeating: "`", count: longestRun(of: "`", in: text) + 1)
    let space = text.contains("`") ? " " : ""
    // In a table a bar ends the cell even within code.
    let safe = text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    return fence + space + safe + space + fence
  }

  /// Lines as they are, in a block of their own.
  static func block(_ lines: [String], language: String) -> [String] {
    let run = lines.map { longestRun(of: "`", in: $0) }.max() ?? 0
    let fence = String(repeating: "`", count: max(3, run + 1))
    return [fence + language] + lines.map(Printable.text) + [fence]
  }

  private static func longestRun(of wanted: Character, in text: String) -> Int {
    var (longest, run) = (0, 0)
    for character in text {
      run = character == wanted ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// A sentence in which backticks mark code.
  static func prose(_ text: String) -> String {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated().map { index, part in
      index % 2 == 1 ? code(String(part)) : spaced(String(part))
    }.joined()
  }

  /// Escaping joins white space, and a part may begin or end with some.
  private static func spaced(_ text: String) -> String {
    (text.hasPrefix(" ") ? " " : "") + escaped(text)
      + (text.hasSuffix(" ") && text.count > 1 ? " " : "")
  }
}
