import KPISource

/// Documentation is trivia to the grammar: it is found by looking back from what it documents.
extension SyntaxTree {
  /// The `///` lines above a token, each the first thing on its line. A blank line ends the comment
  /// upwards, so that a remark about something else is not taken along.
  func documentation(before token: UInt32) -> String? {
    var lines: [String] = []
    var breaks = 0
    var index = Int(token) - 1
    while index >= 0, tokens[index].kind.isTrivia {
      switch tokens[index].kind {
      case .newline: breaks += 1
      case .documentation:
        guard breaks > 0, beginsLine(index) else { return joined(lines) }
        if !lines.isEmpty, breaks > 1 { return joined(lines) }
        lines.append(documentationText(index))
        breaks = 0
      case .comment where !lines.isEmpty: return joined(lines)
      default: break
      }
      index -= 1
    }
    return joined(lines)
  }

  private func joined(_ lines: [String]) -> String? {
    lines.isEmpty ? nil : lines.reversed().joined(separator: "\n")
  }

  private func beginsLine(_ index: Int) -> Bool {
    var index = index - 1
    while index >= 0, tokens[index].kind == .whitespace || tokens[index].kind == .byteOrderMark {
      index -= 1
    }
    return index < 0 || tokens[index].kind == .newline
  }

  private func documentationText(_ index: Int) -> String {
    let range = byteRange(ofToken: index)
    var start = range.lowerBound + 3
    if start < range.upperBound, source.bytes[start] == UInt8(ascii: " ") { start += 1 }
    return source[start..<range.upperBound]
  }
}
