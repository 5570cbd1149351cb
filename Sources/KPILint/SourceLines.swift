import KPISource
import KPISyntax

/// Edits of whole lines of the files.
struct SourceLines: Sendable {
  private let sources: [FileID: SourceText]

  init(_ trees: [SyntaxTree]) {
    sources = Dictionary(
      trees.map { ($0.file, $0.source) }, uniquingKeysWith: { first, _ in first })
  }

  /// Takes out a stretch of text, with its line where nothing else stands there.
  func removal(of range: SourceRange) -> TextEdit {
    guard let bytes = sources[range.file]?.bytes else {
      return TextEdit(range: range, replacement: "")
    }
    var start = range.bytes.lowerBound
    var end = range.bytes.upperBound
    while start > 0, SourceLines.isSpace(bytes[start - 1]) { start -= 1 }
    while end < bytes.count, SourceLines.isSpace(bytes[end]) || bytes[end] == UInt8(ascii: "\r") {
      end += 1
    }
    let isWholeLine =
      (start == 0 || bytes[start - 1] == UInt8(ascii: "\n"))
      && end < bytes.count && bytes[end] == UInt8(ascii: "\n")
    return isWholeLine
      ? TextEdit(range: SourceRange(file: range.file, start..<end + 1), replacement: "")
      : TextEdit(range: range, replacement: "")
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}
