import KPISyntax

/// Breaking what does not fit a line.
///
/// A line break is put only where the grammar goes on over one: before an operator, after a comma,
/// inside parentheses and inside the braces of a `case`.
extension Layout {
  /// Writes a node, on this line if it fits with `room` left for what has to follow it. Parts of it
  /// that begin a line do so at `continuation`.
  mutating func write(_ index: Int, continuation: Int, followedBy room: Int = 0) {
    let node = outline.nodes[index]
    if fits(node.first, node.end, followedBy: room) {
      return write(leaves: node.first, node.end)
    }
    switch node.kind {
    case .filteredExpression:
      writeFiltered(index, continuation: continuation, followedBy: room)
    case .binaryExpression:
      writeOperators(index, continuation: continuation, followedBy: room)
    case .callExpression, .parenthesizedExpression, .inExpression, .valuesModifier, .phasing,
      .resultKey, .perExpression:
      writeParenthesized(index, continuation: continuation, followedBy: room)
    case .caseArm: writeArm(index, continuation: continuation)
    case let kind where kind.hasBraces: writeEntries(of: index, continuation: continuation)
    default: writeSequence(index, continuation: continuation, followedBy: room)
    }
  }

  /// The condition goes below the formula that it filters.
  private mutating func writeFiltered(
    _ index: Int, continuation: Int, followedBy room: Int
  ) {
    var isFirst = true
    let end = outline.nodes[index].end
    for child in outline.children(of: index) {
      if !isFirst { breakLine(continuation) }
      write(
        child, continuation: isFirst ? continuation : continuation + 2,
        followedBy: outline.nodes[child].end == end ? room : 0)
      isFirst = false
    }
  }

  /// Each operator begins a line.
  private mutating func writeOperators(
    _ index: Int, continuation: Int, followedBy room: Int
  ) {
    let end = outline.nodes[index].end
    let outerHang = hangingIndentation
    hangingIndentation = continuation + 2
    defer { hangingIndentation = outerHang }
    for part in outline.parts(of: index) {
      switch part {
      case .leaf(let leaf):
        breakLine(continuation)
        write(leaf: leaf)
      case .node(let child):
        write(
          child, continuation: continuation + 2,
          followedBy: outline.nodes[child].end == end ? room : 0)
      }
    }
  }

  /// What stands in parentheses goes on lines of its own: an argument a line, but as many values of
  /// a list as fit.
  private mutating func writeParenthesized(
    _ index: Int, continuation: Int, followedBy room: Int
  ) {
    let node = outline.nodes[index]
    guard let opening = outline.ownLeaf(.leftParenthesis, of: index) else {
      return writeSequence(index, continuation: continuation, followedBy: room)
    }
    let outerHang = hangingIndentation
    var indentation = 0
    var isInside = false
    var isFirst = true
    for part in outline.parts(of: index) {
      switch part {
      case .leaf(opening):
        if fits(opening, node.end, followedBy: room) {
          return write(leaves: opening, node.end)
        }
        write(leaf: opening)
        indentation = writer.indentation
        hangingIndentation = indentation + 2
        isInside = true
      case .leaf(let leaf):
        if isInside, outline.leaves[leaf].kind == .rightParenthesis {
          setGap(LineBreak(indentation: indentation, commentIndentation: indentation + 2))
          hangingIndentation = outerHang
          isInside = false
        }
        write(leaf: leaf)
      case .node(let child) where isInside:
        let (first, end) = (outline.nodes[child].first, outline.nodes[child].end)
        if isFirst || node.kind == .callExpression || !fits(first, end, followedBy: 1) {
          breakLine(indentation + 2)
        }
        isFirst = false
        write(child, continuation: indentation + 2, followedBy: 1)
      case .node(let child):
        write(
          child, continuation: continuation,
          followedBy: roomNeeded(after: child, in: index, followedBy: room))
      }
    }
  }

  /// `when` with its condition, and `then` below it.
  private mutating func writeArm(_ index: Int, continuation: Int) {
    for part in outline.parts(of: index) {
      switch part {
      case .leaf(let leaf):
        if outline.leaves[leaf].word == .then { breakLine(continuation) }
        write(leaf: leaf)
      case .node(let child): write(child, continuation: continuation + 2)
      }
    }
  }

  /// Everything one after another, breaking inside the parts, and after commas.
  mutating func writeSequence(_ index: Int, continuation: Int, followedBy room: Int) {
    var followsComma = false
    for part in outline.parts(of: index) {
      switch part {
      case .leaf(let leaf):
        write(leaf: leaf)
        followsComma = outline.leaves[leaf].kind == .comma
      case .node(let child):
        let room = roomNeeded(after: child, in: index, followedBy: room)
        let (first, end) = (outline.nodes[child].first, outline.nodes[child].end)
        if followsComma, !fits(first, end, followedBy: room) {
          breakLine(hangingIndentation)
        }
        write(child, continuation: continuation, followedBy: room)
        followsComma = false
      }
    }
  }

  /// The columns that have to follow a child on its last line: all up to the next place where the
  /// line may be broken.
  private func roomNeeded(after child: Int, in index: Int, followedBy room: Int) -> Int {
    let node = outline.nodes[index]
    let end = outline.nodes[child].end
    var next = outline.nodes[child].subtreeEnd
    while next < node.subtreeEnd {
      let sibling = outline.nodes[next]
      if outline.leaves[max(end, sibling.first) - 1].kind == .comma {
        return outline.width(after: end - 1, upTo: sibling.first)
      }
      if !sibling.kind.isUnbreakable {
        let opening = sibling.kind.hasBraces ? 2 : 0
        return outline.width(after: end - 1, upTo: sibling.first) + opening
      }
      next = sibling.subtreeEnd
    }
    return outline.width(after: end - 1, upTo: node.end) + room
  }
}

extension SyntaxKind {
  /// Whether the node has no place for a line break.
  fileprivate var isUnbreakable: Bool {
    switch self {
    case .name, .string, .phrase, .ruleName, .literal, .path, .columnType, .flagModifier,
      .referenceModifier, .headerModifier, .relativeBase:
      true
    default: false
    }
  }
}
