/// The code of a Swift file without its comments and the insides of its texts, line by line.
///
/// It is a reading that is good enough to search for words of the language: what stands in an
/// interpolation is left out with the text around it.
struct SwiftCode {
  let lines: [String]

  init(_ text: String) {
    var lines: [String] = []
    var code = ""
    var state = State.code
    var rest = Substring(text)
    while let character = rest.first {
      if character == "\n" {
        if state == .lineComment { state = .code }
        lines.append(code)
        code = ""
        rest.removeFirst()
      } else if let (next, length) = state.change(at: rest) {
        if state.isText != next.isText { code.append("\"") }
        state = next
        rest = rest.dropFirst(length)
      } else {
        if state == .code { code.append(character) }
        rest.removeFirst()
      }
    }
    self.lines = lines + [code]
  }

  private enum State: Equatable {
    case code, lineComment
    case blockComment(depth: Int)
    case text(hashes: Int, isLong: Bool)

    var isText: Bool { if case .text = self { true } else { false } }

    /// What begins or ends here, and how many characters say so.
    func change(at rest: Substring) -> (State, Int)? {
      switch self {
      case .lineComment: return nil
      case .blockComment(let depth):
        if rest.hasPrefix("/*") { return (.blockComment(depth: depth + 1), 2) }
        if rest.hasPrefix("*/") { return (depth == 1 ? .code : .blockComment(depth: depth - 1), 2) }
        return nil
      case .code:
        if rest.hasPrefix("//") { return (.lineComment, 2) }
        if rest.hasPrefix("/*") { return (.blockComment(depth: 1), 2) }
        let hashes = rest.prefix { $0 == "#" }.count
        let opening = rest.dropFirst(hashes)
        if opening.hasPrefix("\"\"\"") { return (.text(hashes: hashes, isLong: true), hashes + 3) }
        if opening.hasPrefix("\"") { return (.text(hashes: hashes, isLong: false), hashes + 1) }
        return nil
      case .text(let hashes, let isLong):
        let marks = String(repeating: "#", count: hashes)
        if rest.hasPrefix("\\" + marks) { return (self, 2 + hashes) }
        let closing = (isLong ? "\"\"\"" : "\"") + marks
        return rest.hasPrefix(closing) ? (.code, closing.count) : nil
      }
    }
  }
}
