import KPISource
import KPISyntax

/// Decides for every gap between two leaves whether it is a space or a line break, and writes.
///
/// Whatever fits a line is written on one; what does not is broken at its outermost places first. The
/// choice depends on widths alone, but for two things taken from the source: what stood in braces
/// over several lines stays so, and a comment ends its line.
struct Layout {
  let outline: Outline
  var writer: Writer
  /// The blanks before a leaf that set it below others.
  var padding: [Int32]
  /// Where a line goes on that was not broken on purpose: after a comment or a comma.
  var hangingIndentation = 0
  /// What goes before the next leaf.
  private var gap = Gap.space

  enum Gap {
    case space
    case lineBreak(LineBreak)
    /// The leaf begins a line that is begun already.
    case none
  }

  struct LineBreak {
    let indentation: Int
    /// The indentation of the comments that stand before the leaf.
    var commentIndentation: Int?
    var keepsBlankLines = false
    /// Nothing stands above on this level, so that no empty line is wanted.
    var isFirst = false
    /// A closing brace: no empty line is wanted right before it.
    var isClosing = false
  }

  init(_ outline: Outline) {
    self.outline = outline
    writer = Writer(source: outline.source.bytes)
    padding = [Int32](repeating: 0, count: outline.leaves.count)
  }

  // MARK: The file

  mutating func file() {
    alignDeclarations()
    var comment = 0
    for item in outline.items {
      writeComments(from: &comment, upTo: item.bytes.lowerBound)
      writer.beginLine(indentedBy: 0, afterBlankLine: item.followsBlankLine)
      if let node = item.node, !item.isBroken {
        gap = .none
        declaration(node)
      } else {
        writer.copyLines(item.bytes)
      }
      while comment < outline.comments.count,
        outline.comments[comment].bytes.lowerBound < item.bytes.upperBound
      {
        comment += 1
      }
    }
    writeComments(from: &comment, upTo: outline.source.bytes.count)
    if !endsAsInSource { writer.endLine() }
  }

  /// Whether the last line was copied from the source, with the end that it has there.
  private var endsAsInSource: Bool {
    guard let last = outline.items.last, last.isBroken else { return false }
    return last.bytes.upperBound == outline.source.bytes.count
  }

  /// The comments between declarations.
  private mutating func writeComments(from comment: inout Int, upTo end: Int) {
    while comment < outline.comments.count, outline.comments[comment].bytes.lowerBound < end {
      write(outline.comments[comment], indentation: 0, afterBlankLine: true)
      comment += 1
    }
  }

  private mutating func write(
    _ comment: Outline.Comment, indentation: Int, afterBlankLine: Bool
  ) {
    if comment.followsLineBreak {
      writer.beginLine(
        indentedBy: indentation, afterBlankLine: afterBlankLine && comment.followsBlankLine)
      writer.writeComment(comment.bytes)
    } else {
      writer.writeTrailingComment(comment.bytes)
    }
  }

  // MARK: Leaves

  mutating func setGap(_ lineBreak: LineBreak) { gap = .lineBreak(lineBreak) }

  mutating func breakLine(_ indentation: Int) {
    gap = .lineBreak(LineBreak(indentation: indentation))
  }

  mutating func write(leaf index: Int) {
    let leaf = outline.leaves[index]
    switch gap {
    case .none: writer.advance(by: Int(padding[index]))
    case .space where leaf.firstComment == outline.leaves[index + 1].firstComment:
      writer.advance(by: Int(leaf.spaces) + Int(padding[index]))
    case .space: writeLineBreak(LineBreak(indentation: hangingIndentation), before: index)
    case .lineBreak(let lineBreak): writeLineBreak(lineBreak, before: index)
    }
    gap = .space
    writer.write(Int(leaf.start)..<Int(leaf.end), width: Int(leaf.width))
  }

  mutating func write(leaves first: Int, _ end: Int) {
    for leaf in first..<max(first, end) { write(leaf: leaf) }
  }

  private mutating func writeLineBreak(_ lineBreak: LineBreak, before leaf: Int) {
    var isFirst = lineBreak.isFirst
    for index in outline.comments(before: leaf) {
      let comment = outline.comments[index]
      write(
        comment, indentation: lineBreak.commentIndentation ?? lineBreak.indentation,
        afterBlankLine: lineBreak.keepsBlankLines && !isFirst)
      if comment.followsLineBreak { isFirst = false }
    }
    writer.beginLine(
      indentedBy: lineBreak.indentation,
      afterBlankLine: lineBreak.keepsBlankLines && !lineBreak.isClosing && !isFirst
        && outline.leaves[leaf].followsBlankLine)
    writer.advance(by: Int(padding[leaf]))
  }

  // MARK: What fits

  /// Where the next leaf will stand.
  func column(of leaf: Int) -> Int {
    let padding = Int(padding[leaf])
    switch gap {
    case .none: return writer.column + padding
    case .space where outline.comments(before: leaf).isEmpty:
      return writer.column + Int(outline.leaves[leaf].spaces) + padding
    case .space: return hangingIndentation + padding
    case .lineBreak(let lineBreak): return lineBreak.indentation + padding
    }
  }

  /// Whether some leaves fit the line that the first will stand on, with room for what follows them.
  func fits(_ first: Int, _ end: Int, followedBy room: Int = 0) -> Bool {
    guard !outline.isForced(first, end) else { return false }
    return column(of: first) + outline.width(first, end) + room <= Writer.lineWidth
  }
}
