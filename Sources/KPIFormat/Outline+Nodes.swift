import KPISyntax

/// Looking at stretches of the outline.
extension Outline {
  /// The children of a node, in the order of the text.
  struct Children: Sequence, IteratorProtocol {
    let nodes: [Node]
    var upcoming: Int
    let end: Int

    mutating func next() -> Int? {
      guard upcoming < end else { return nil }
      defer { upcoming = nodes[upcoming].subtreeEnd }
      return upcoming
    }
  }

  func children(of node: Int) -> Children {
    Children(nodes: nodes, upcoming: node + 1, end: nodes[node].subtreeEnd)
  }

  func firstChild(of node: Int, where isWanted: (SyntaxKind) -> Bool) -> Int? {
    for child in children(of: node) where isWanted(nodes[child].kind) { return child }
    return nil
  }

  /// The columns of some leaves on one line, without the space before the first.
  func width(_ first: Int, _ end: Int) -> Int {
    guard first < end else { return 0 }
    let last = leaves[end - 1]
    return Int(last.offset + last.width - leaves[first].offset)
  }

  /// The columns from the end of one leaf to the end of a later stretch.
  func width(after leaf: Int, upTo end: Int) -> Int {
    width(leaf, end) - Int(leaves[leaf].width)
  }

  /// Whether some leaves have to stand on several lines.
  func isForced(_ first: Int, _ end: Int) -> Bool {
    first < end && leaves[end - 1].forcedBreaks > leaves[first].forcedBreaks
  }

  func comments(before leaf: Int) -> Range<Int> {
    let first = Int(leaves[leaf].firstComment)
    guard leaf + 1 < leaves.count else { return first..<comments.count }
    return first..<Int(leaves[leaf + 1].firstComment)
  }

  /// The leaves `{` and `}` of the node itself.
  func braces(of node: Int) -> ClosedRange<Int>? {
    guard let opening = ownLeaf(.leftBrace, of: node) else { return nil }
    let closing = nodes[node].end - 1
    guard closing > opening, leaves[closing].kind == .rightBrace else { return nil }
    return opening...closing
  }

  /// The first leaf of a kind that belongs to the node and not to a child.
  func ownLeaf(_ kind: TokenKind, of node: Int) -> Int? {
    var leaf = nodes[node].first
    for child in children(of: node) {
      while leaf < nodes[child].first {
        if leaves[leaf].kind == kind { return leaf }
        leaf += 1
      }
      leaf = nodes[child].end
    }
    while leaf < nodes[node].end {
      if leaves[leaf].kind == kind { return leaf }
      leaf += 1
    }
    return nil
  }

  /// A leaf of the node itself, or a child.
  enum Part {
    case leaf(Int)
    case node(Int)
  }

  /// Everything in a node, in the order of the text.
  func parts(of node: Int) -> [Part] {
    var result: [Part] = []
    var leaf = nodes[node].first
    for child in children(of: node) {
      for own in leaf..<max(leaf, nodes[child].first) { result.append(.leaf(own)) }
      result.append(.node(child))
      leaf = nodes[child].end
    }
    for own in leaf..<max(leaf, nodes[node].end) { result.append(.leaf(own)) }
    return result
  }

  /// What stands between the braces of a node, in order.
  func entries(of node: Int, after brace: Int) -> [Int] {
    children(of: node).filter { nodes[$0].first > brace }
  }
}

// MARK: Spaces

extension Outline {
  static func spaces(between left: TokenKind, and right: TokenKind) -> UInt8 {
    switch right {
    case .comma, .colon, .dot, .rightParenthesis: 0
    case .rightBrace where left == .leftBrace: 0
    default: left == .leftParenthesis || left == .dot ? 0 : 1
    }
  }

  /// Sets the spaces that depend on what the tokens mean.
  mutating func setSpaces(in index: Int) {
    let node = nodes[index]
    switch node.kind {
    case .callExpression:
      guard index + 1 < nodes.count, nodes[index + 1].end < node.end else { return }
      setSpaces(0, before: nodes[index + 1].end)
    case .negation:
      if node.first + 1 < node.end { setSpaces(0, before: node.first + 1) }
    case .rangeAttribute:
      guard let dots = ownLeaf(.range, of: index) else { return }
      if dots > node.first + 1 { setSpaces(0, before: dots) }
      if dots + 1 < node.end { setSpaces(0, before: dots + 1) }
    case .name, .ruleName:
      for leaf in node.first..<node.end where leaf > node.first { setSpaces(0, before: leaf) }
    default:
      guard node.kind.hasBraces, let braces = braces(of: index) else { return }
      for entry in entries(of: index, after: braces.lowerBound).dropFirst() {
        let first = nodes[entry].first
        let followsComma = leaves[first - 1].kind == .comma
        // Two spaces part what stands side by side, since nothing else does; an `else` goes on with
        // what it follows.
        let isParted = followsComma || leaves[first].word == .else
        setSpaces(isParted ? 1 : 2, before: first)
      }
    }
  }
}

extension SyntaxKind {
  /// Whether the node itself has braces around entries.
  var hasBraces: Bool {
    switch self {
    case .block, .holidaysAttribute, .lintAttribute, .periodTargets, .groupTargets, .scoreAttribute,
      .givenAttribute,
      .resultMap, .caseExpression:
      true
    default: false
    }
  }

  /// The word that begins a declaration of the kind.
  var keyword: Word? {
    switch self {
    case .companyDeclaration: .company
    case .ownerDeclaration: .owner
    case .departmentDeclaration: .department
    case .unitDeclaration: .unit
    case .sourceDeclaration: .source
    case .tableDeclaration: .table
    case .dimensionDeclaration: .dimension
    case .metricDeclaration: .metric
    case .kpiDeclaration: .kpi
    case .perspectiveDeclaration: .perspective
    case .objectiveDeclaration: .objective
    case .initiativeDeclaration: .initiative
    case .assumptionDeclaration: .assumption
    case .scorecardDeclaration: .scorecard
    case .testDeclaration: .test
    default: nil
    }
  }
}
