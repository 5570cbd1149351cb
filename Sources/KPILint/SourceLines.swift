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

  /// The text of a stretch as it is written.
  func text(of range: SourceRange) -> String { sources[range.file]?[range.bytes] ?? "" }

  /// The numbers of the lines that a stretch stands on, counted from 1.
  func numbers(of range: SourceRange) -> ClosedRange<Int> {
    guard let source = sources[range.file] else { return 1...1 }
    let first = source.position(of: range.bytes.lowerBound).line
    // The end is not part of the range, and may stand at the beginning of the next line.
    let last = source.position(of: max(range.bytes.lowerBound, range.bytes.upperBound - 1)).line
    return first...max(first, last)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}
