import KPIText

/// The documentation of a declaration as paragraphs, lists and code; every other mark of Markdown stays as it was written.
enum Prose {
  static func markup(_ text: String) -> Markup {
    var blocks: [Markup] = []
    var paragraph: [Substring] = []
    var items: [Substring] = []
    func finish() {
      if !paragraph.isEmpty {
        let text = paragraph.joined(separator: " ")
        blocks.append(tag(.p) { inline(text) })
      }
      if !items.isEmpty {
        let lines = items
        blocks.append(tag(.ul) { for item in lines { tag(.li) { inline(String(item)) } } })
      }
      (paragraph, items) = ([], [])
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isItem = line.hasPrefix("- ") || line.hasPrefix("* ")
      if line.allSatisfy(\.isWhitespace) {
        finish()
      } else if isItem {
        if !paragraph.isEmpty { finish() }
        items.append(line.dropFirst(2))
      } else if !items.isEmpty, line.hasPrefix(" "), let last = items.popLast() {
        items.append(last + " " + line.drop { $0 == " " })
      } else {
        if !items.isEmpty { finish() }
        paragraph.append(line)
      }
    }
    finish()
    return .joined(blocks)
  }

  /// Text with code between backticks; one without its partner is a character like any other.
  private static func inline(_ text: String) -> Markup {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count > 2 else { return .text(text) }
    return .joined(
      parts.enumerated().map { index, part in
        if index.isMultiple(of: 2) { return .text(part) }
        if index == parts.count - 1 { return .text("`" + part) }
        return tag(.code) { Markup.text(part) }
      })
  }
}
