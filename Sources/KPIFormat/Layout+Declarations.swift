import KPISyntax

/// Declarations and what they hold in braces.
extension Layout {
  mutating func declaration(_ index: Int) {
    let node = outline.nodes[index]
    hangingIndentation = 2
    if fits(node.first, node.end, followedBy: innerPadding(node.first, node.end)) {
      return write(leaves: node.first, node.end)
    }
    let block = outline.firstChild(of: index) { $0 == .block }
    let headerEnd = block.map { outline.nodes[$0].first } ?? node.end
    let fitsLine = fits(node.first, headerEnd, followedBy: block == nil ? 0 : 2)
    var endsAtMargin = true
    if !fitsLine, let formula = outline.firstChild(of: index, where: \.isExpression) {
      write(leaves: node.first, outline.nodes[formula].first)
      endsAtMargin = writeFormula(formula, hasBlock: block != nil)
    } else {
      write(leaves: node.first, headerEnd)
    }
    guard let block else { return }
    // Below a formula of several lines, the brace shows where the attributes begin.
    if !endsAtMargin { breakLine(0) }
    hangingIndentation = 0
    writeEntries(of: block, continuation: 2)
  }

  /// Writes the formula of a declaration that does not fit the line of its name. Says whether it
  /// begins on that line and comes back to the margin at its end, as a call does.
  private mutating func writeFormula(_ formula: Int, hasBlock: Bool) -> Bool {
    let node = outline.nodes[formula]
    let fitsOwnLine =
      !outline.isForced(node.first, node.end)
      && 2 + outline.width(node.first, node.end) <= Writer.lineWidth
    let endsAtMargin =
      node.kind == .caseExpression || node.kind == .callExpression && !fitsOwnLine
    if !endsAtMargin { breakLine(2) }
    write(formula, continuation: 2, followedBy: endsAtMargin && hasBlock ? 2 : 0)
    return endsAtMargin
  }

  /// Writes a node with braces over several lines: one entry a line.
  mutating func writeEntries(of index: Int, continuation: Int) {
    guard let braces = outline.braces(of: index) else {
      return writeSequence(index, continuation: continuation, followedBy: 0)
    }
    let isEmpty = braces.count == 2 && outline.comments(before: braces.upperBound).isEmpty
    let outerHang = hangingIndentation
    var indentation = 0
    var isFirst = true
    for part in outline.parts(of: index) {
      switch part {
      case .leaf(braces.lowerBound):
        write(leaf: braces.lowerBound)
        indentation = writer.indentation
        hangingIndentation = indentation + 4
        alignEntries(of: index, after: braces.lowerBound)
      case .leaf(braces.upperBound):
        if !isEmpty {
          setGap(
            LineBreak(
              indentation: indentation, commentIndentation: indentation + 2,
              keepsBlankLines: true, isFirst: isFirst, isClosing: true))
        }
        write(leaf: braces.upperBound)
      case .leaf(let leaf): write(leaf: leaf)
      case .node(let child) where outline.nodes[child].first > braces.lowerBound:
        setGap(
          LineBreak(indentation: indentation + 2, keepsBlankLines: true, isFirst: isFirst))
        isFirst = false
        writeEntry(child)
      case .node(let child): write(child, continuation: continuation, followedBy: 2)
      }
    }
    hangingIndentation = outerHang
  }

  private mutating func writeEntry(_ index: Int) {
    let node = outline.nodes[index]
    if fits(node.first, node.end, followedBy: innerPadding(node.first, node.end)) {
      write(leaves: node.first, node.end)
    } else {
      write(index, continuation: hangingIndentation)
    }
  }

  /// The padding before all but the first of some leaves.
  private func innerPadding(_ first: Int, _ end: Int) -> Int {
    guard first + 1 < end else { return 0 }
    return padding[(first + 1)..<end].reduce(0) { $0 + Int($1) }
  }
}
