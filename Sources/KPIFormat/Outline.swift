import KPISource
import KPISyntax

/// The tree of a file as the layout needs it: leaves with their widths, nodes over stretches of leaves,
/// and comments, each in one array.
struct Outline {
  let source: SourceText
  private(set) var leaves: [Leaf] = []
  /// In pre-order: a node stands before its children.
  private(set) var nodes: [Node] = []
  private(set) var comments: [Comment] = []
  private(set) var items: [Item] = []

  /// A token that is not trivia, and what stands between it and the one before.
  struct Leaf {
    let start: Int32
    let end: Int32
    let kind: TokenKind
    let word: Word
    let followsLineBreak: Bool
    let followsBlankLine: Bool
    /// The spaces before it where no line break is.
    var spaces: UInt8 = 1
    /// A line break has to stand somewhere between it and the leaf before it.
    var isForced: Bool
    /// The comments before it begin here and go on to where those of the next leaf begin.
    let firstComment: Int32
    /// How many columns it takes.
    let width: Int32
    /// The columns from the first leaf of the file to this one, were all on one line.
    var offset: Int32 = 0
    /// The forced line breaks before this leaf, all counted.
    var forcedBreaks: Int32 = 0
  }

  /// A node: the leaves `first..<end`. Its descendants are the nodes up to `subtreeEnd`.
  struct Node {
    let kind: SyntaxKind
    let first: Int
    var end: Int
    var subtreeEnd: Int
  }

  struct Comment {
    let bytes: Range<Int>
    let followsLineBreak: Bool
    let followsBlankLine: Bool
  }

  /// A declaration, or lines that could not be read.
  struct Item {
    var bytes: Range<Int>
    let followsBlankLine: Bool
    /// The node of a declaration; none for characters that begin no token.
    let node: Int?
    var isBroken: Bool
  }

  /// The state while the tree is read.
  private var lineBreaks = 1
  private var gapComments = 0
  private var sawTrouble = false

  init(_ tree: SyntaxTree, problems: [SourceRange]) {
    source = tree.source
    let size = source.bytes.count
    leaves.reserveCapacity(size / 5)
    nodes.reserveCapacity(size / 8)
    for element in tree.root.elements {
      switch element {
      case .token(let token): topLevel(token)
      case .node(let node): item(node)
      }
    }
    leaves.append(end)
    settle()
    markBroken(problems)
  }

  mutating func setSpaces(_ spaces: UInt8, before leaf: Int) { leaves[leaf].spaces = spaces }
}

// MARK: Reading the tree

extension Outline {
  private mutating func topLevel(_ token: SyntaxToken) {
    guard token.kind == .unknown else { return add(token) }
    items.append(
      Item(
        bytes: token.range.bytes, followsBlankLine: lineBreaks > 1, node: nil, isBroken: true))
    lineBreaks = 0
  }

  private mutating func item(_ node: SyntaxNode) {
    sawTrouble = false
    let followsBlankLine = lineBreaks > 1
    let index = nodes.count
    collect(node)
    items.append(
      Item(
        bytes: node.range.bytes, followsBlankLine: followsBlankLine, node: index,
        isBroken: sawTrouble || !isWellBegun(index)))
  }

  private mutating func collect(_ node: SyntaxNode) {
    let index = nodes.count
    let kind = node.kind
    nodes.append(Node(kind: kind, first: leaves.count, end: 0, subtreeEnd: 0))
    if kind == .unexpected || kind == .missingExpression || kind == .unknownAttribute {
      sawTrouble = true
    }
    var openBrackets = 0
    for element in node.elements {
      switch element {
      case .node(let child): collect(child)
      case .token(let token):
        switch token.kind {
        case .leftParenthesis, .leftBrace: openBrackets += 1
        case .rightParenthesis, .rightBrace: openBrackets -= 1
        default: break
        }
        add(token)
      }
    }
    if openBrackets != 0 { sawTrouble = true }
    nodes[index].end = leaves.count
    nodes[index].subtreeEnd = nodes.count
    setSpaces(in: index)
  }

  private mutating func add(_ token: SyntaxToken) {
    let kind = token.kind
    switch kind {
    case .whitespace, .byteOrderMark: break
    case .newline: lineBreaks += 1
    case .comment, .documentation:
      comments.append(
        Comment(
          bytes: trimmed(token.range.bytes), followsLineBreak: lineBreaks > 0,
          followsBlankLine: lineBreaks > 1))
      gapComments += 1
      lineBreaks = 0
    case .unknown:
      sawTrouble = true
      lineBreaks = 0
    // The end of the file is added when everything else is known.
    case .endOfFile: break
    default:
      if kind == .foreign { sawTrouble = true }
      append(token, kind)
    }
  }

  private mutating func append(_ token: SyntaxToken, _ kind: TokenKind) {
    let bytes = token.range.bytes
    var leaf = Leaf(
      start: Int32(truncatingIfNeeded: bytes.lowerBound),
      end: Int32(truncatingIfNeeded: bytes.upperBound), kind: kind, word: token.word,
      followsLineBreak: token.followsLineBreak, followsBlankLine: lineBreaks > 1,
      isForced: gapComments > 0,
      firstComment: Int32(truncatingIfNeeded: comments.count - gapComments),
      width: Int32(truncatingIfNeeded: TokenWidth.of(source.bytes, bytes)))
    if let last = leaves.last { leaf.spaces = Outline.spaces(between: last.kind, and: kind) }
    leaves.append(leaf)
    lineBreaks = 0
    gapComments = 0
  }

  /// Stands for the end of the file, so that every leaf has one after it.
  private var end: Leaf {
    let size = Int32(truncatingIfNeeded: source.bytes.count)
    return Leaf(
      start: size, end: size, kind: .endOfFile, word: .none, followsLineBreak: true,
      followsBlankLine: false, isForced: false,
      firstComment: Int32(truncatingIfNeeded: comments.count - gapComments), width: 0)
  }

  /// A comment without the blanks at its end.
  private func trimmed(_ bytes: Range<Int>) -> Range<Int> {
    var end = bytes.upperBound
    while end > bytes.lowerBound, source.bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    return bytes.lowerBound..<end
  }

  /// Sums up the widths and the forced breaks, so that those of any stretch are a difference.
  private mutating func settle() {
    for index in nodes.indices { forceBreaks(in: index) }
    var offset: Int32 = 0
    var breaks: Int32 = 0
    for index in leaves.indices {
      offset &+= Int32(leaves[index].spaces)
      if leaves[index].isForced { breaks &+= 1 }
      leaves[index].offset = offset
      leaves[index].forcedBreaks = breaks
      offset &+= leaves[index].width
    }
  }

  /// What was written in braces over several lines stays so.
  private mutating func forceBreaks(in index: Int) {
    guard nodes[index].kind.hasBraces, let braces = braces(of: index) else { return }
    guard braces.upperBound > braces.lowerBound + 1 else { return }
    for leaf in braces where leaf > braces.lowerBound && leaves[leaf].followsLineBreak {
      leaves[braces.lowerBound + 1].isForced = true
      leaves[braces.upperBound].isForced = true
      return
    }
  }
}

// MARK: What could not be read

extension Outline {
  /// Whether a declaration begins with its own keyword, and not with a misspelt one.
  private func isWellBegun(_ index: Int) -> Bool {
    let node = nodes[index]
    guard node.first < node.end, let keyword = node.kind.keyword else { return false }
    return leaves[node.first].word == keyword
  }

  /// Finds the declarations that were not read in full, and widens each to whole lines. What stands
  /// on one line stays together, and so do neighbours that are both broken.
  private mutating func markBroken(_ problems: [SourceRange]) {
    let places = problems.map { Int($0.start) }.sorted()
    var next = 0
    for index in items.indices {
      let bytes = items[index].bytes
      // A finding at the very start speaks of what stands before: a block that was not closed.
      while next < places.count, places[next] <= bytes.lowerBound {
        if places[next] == bytes.lowerBound, index > 0, !items[index].isBroken,
          !isAtMargin(bytes.lowerBound)
        {
          items[index - 1].isBroken = true
        }
        next += 1
      }
      if next < places.count, places[next] <= bytes.upperBound { items[index].isBroken = true }
      // Away from the margin it may be a part of what was not read in full, and at the margin it could not be.
      if index > 0, items[index - 1].isBroken, !isAtMargin(bytes.lowerBound) {
        items[index].isBroken = true
      }
      if index > 0, !hasLineBreak(items[index - 1].bytes.upperBound..<bytes.lowerBound) {
        items[index].isBroken = true
        items[index - 1].isBroken = true
      }
    }
    guard items.contains(where: \.isBroken) else { return }
    var merged: [Item] = []
    for item in items {
      if item.isBroken, let last = merged.last, last.isBroken {
        merged[merged.count - 1].bytes = last.bytes.lowerBound..<item.bytes.upperBound
      } else {
        merged.append(item)
      }
    }
    for index in merged.indices where merged[index].isBroken {
      merged[index].bytes = wholeLines(merged[index].bytes)
    }
    items = merged
  }

  private func isAtMargin(_ offset: Int) -> Bool {
    wholeLines(offset..<offset).lowerBound == offset
  }

  private func hasLineBreak(_ bytes: Range<Int>) -> Bool {
    source.bytes[bytes].contains(UInt8(ascii: "\n"))
  }

  private func wholeLines(_ bytes: Range<Int>) -> Range<Int> {
    var start = bytes.lowerBound
    while start > 0, source.bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    if start == 0, source.bytes.starts(with: ByteOrderMark.bytes) {
      start = min(ByteOrderMark.bytes.count, bytes.lowerBound)
    }
    var end = bytes.upperBound
    while end < source.bytes.count {
      end += 1
      if source.bytes[end - 1] == UInt8(ascii: "\n") { break }
    }
    return start..<end
  }
}

enum ByteOrderMark {
  static let bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
}
