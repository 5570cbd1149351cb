import KPISource

/// The text as it grows: knows the column it stands in, never writes a blank at a line's end, and
/// sets comments at the ends of neighbouring lines below each other.
struct Writer {
  static let lineWidth = 100

  let source: [UInt8]
  private var output: [UInt8] = []
  /// The columns used on the current line, the indentation included.
  private(set) var column = 0
  /// The indentation of the current line.
  private(set) var indentation = 0
  private var line = 0
  private var isAtLineStart = true
  private var lineStart = 0
  private var trailing: [TrailingComment] = []
  /// The lines taken over from the source, counted from 1.
  private(set) var copiedLines: [ClosedRange<Int>] = []

  /// A comment at the end of a line, and where the blanks before it belong.
  private struct TrailingComment {
    let place: Int
    let line: Int
    let indentation: Int
    let column: Int
    let width: Int
    /// The line holds a bracket that opens or closes others, so that it has no neighbours.
    let isAlone: Bool
    var blanks = 2
  }

  init(source: [UInt8]) {
    self.source = source
    output.reserveCapacity(source.count + source.count / 8)
  }

  var isEmpty: Bool { output.isEmpty }

  /// Begins a line, with an empty one above it if asked, but never at the start of the file.
  mutating func beginLine(indentedBy indentation: Int, afterBlankLine: Bool = false) {
    if !isAtLineStart { breakLine() }
    if afterBlankLine, !output.isEmpty { breakLine() }
    self.indentation = indentation
    column = indentation
  }

  mutating func endLine() {
    if !isAtLineStart { breakLine() }
  }

  private mutating func breakLine() {
    output.append(UInt8(ascii: "\n"))
    line += 1
    isAtLineStart = true
  }

  mutating func write(_ bytes: Range<Int>, width: Int) {
    if isAtLineStart {
      writeBlanks(column)
      lineStart = output.count
      isAtLineStart = false
    }
    output.append(contentsOf: source[bytes])
    column += width
  }

  mutating func advance(by spaces: Int) {
    if !isAtLineStart { writeBlanks(spaces) }
    column += spaces
  }

  private mutating func writeBlanks(_ count: Int) {
    for _ in 0..<count { output.append(UInt8(ascii: " ")) }
  }

  /// Lines as they stand in the source, their ends included.
  mutating func copyLines(_ bytes: Range<Int>) {
    let marks = ByteOrderMark.bytes
    // A second mark would become the first, and then be dropped.
    if output.isEmpty, source[bytes].starts(with: marks) { output += marks }
    let first = line + 1
    for byte in source[bytes] {
      output.append(byte)
      if byte == UInt8(ascii: "\n") { line += 1 }
    }
    isAtLineStart = true
    let isEnded = output.last == UInt8(ascii: "\n")
    copiedLines.append(first...max(first, isEnded ? line : line + 1))
  }

  // MARK: Comments

  mutating func writeComment(_ bytes: Range<Int>) {
    write(bytes, width: TokenWidth.of(source, bytes))
  }

  mutating func writeTrailingComment(_ bytes: Range<Int>) {
    trailing.append(
      TrailingComment(
        place: output.count, line: line, indentation: indentation, column: column,
        width: TokenWidth.of(source, bytes), isAlone: isBracketLine))
    output.append(contentsOf: source[bytes])
  }

  /// Whether the line ends in an opening bracket or begins with a closing one.
  private var isBracketLine: Bool {
    guard lineStart < output.count, let last = output.last else { return false }
    let first = output[lineStart]
    return last == UInt8(ascii: "{") || last == UInt8(ascii: "(") || first == UInt8(ascii: "}")
      || first == UInt8(ascii: ")")
  }

  /// The whole text.
  mutating func finish() -> [UInt8] {
    alignTrailingComments()
    guard !trailing.isEmpty else { return output }
    var result: [UInt8] = []
    result.reserveCapacity(output.count + trailing.count * 16)
    var place = 0
    for comment in trailing {
      result += output[place..<comment.place]
      result.append(contentsOf: repeatElement(UInt8(ascii: " "), count: comment.blanks))
      place = comment.place
    }
    return result + output[place...]
  }

  private mutating func alignTrailingComments() {
    var start = 0
    while start < trailing.count {
      var end = start + 1
      while end < trailing.count, trailing[end].line == trailing[end - 1].line + 1,
        trailing[end].indentation == trailing[start].indentation,
        !trailing[end].isAlone, !trailing[start].isAlone
      {
        end += 1
      }
      let column = trailing[start..<end].reduce(0) { max($0, $1.column) } + 2
      if trailing[start..<end].allSatisfy({ column + $0.width <= Writer.lineWidth }) {
        for index in start..<end { trailing[index].blanks = column - trailing[index].column }
      }
      start = end
    }
  }
}
