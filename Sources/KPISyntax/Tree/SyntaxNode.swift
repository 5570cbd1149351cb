package import KPISource

/// A node of a tree: a piece of the text that the grammar has a name for.
package struct SyntaxNode: Sendable {
  package let tree: SyntaxTree
  package let id: NodeID

  var data: SyntaxTree.Node { tree.nodes[Int(id.index)] }

  package var kind: SyntaxKind { data.kind }

  /// The bytes from the first to the last token, without the trivia around them. A node without
  /// text stands where the token before it ends.
  package var range: SourceRange { SourceRange(file: tree.file, byteRange) }

  package var text: String { tree.source[byteRange] }

  package var parent: SyntaxNode? { SyntaxNode(tree, data.parent) }

  package var children: SyntaxChildren { SyntaxChildren(tree: tree, upcoming: data.firstChild) }

  /// The tokens that belong to the node itself and not to a child, without trivia.
  package var tokens: [SyntaxToken] {
    elements.compactMap { element in
      if case .token(let token) = element, !token.kind.isTrivia { token } else { nil }
    }
  }

  /// Every node of a kind within the node, itself included: parts before the whole that they belong to, otherwise in
  /// the order of the text.
  package func descendants(_ kind: SyntaxKind) -> [SyntaxNode] {
    let nodes = tree.nodes
    var found: [SyntaxNode] = []
    for index in data.subtreeStart...id.index where nodes[Int(index)].kind == kind {
      found.append(SyntaxNode(tree: tree, id: NodeID(index)))
    }
    return found
  }

  /// Everything in the node in the order of the text: its children and its own tokens, trivia
  /// included.
  package var elements: SyntaxElements { SyntaxElements(of: self) }

  /// The lines of the `///` comment that stands directly above, without the slashes.
  package var documentation: String? { tree.documentation(before: data.firstToken) }

  private var byteRange: Range<Int> {
    let data = data
    guard data.firstToken < data.endToken else {
      let start =
        Int(data.firstToken) < tree.tokens.count
        ? Int(tree.tokens[Int(data.firstToken)].start) : tree.source.bytes.count
      return start..<start
    }
    let start = Int(tree.tokens[Int(data.firstToken)].start)
    return start..<tree.byteRange(ofToken: Int(data.endToken) - 1).upperBound
  }
}

extension SyntaxNode {
  fileprivate init?(_ tree: SyntaxTree, _ id: NodeID) {
    guard id != .none else { return nil }
    self.init(tree: tree, id: id)
  }
}

extension SyntaxNode: Hashable {
  package static func == (left: Self, right: Self) -> Bool {
    left.tree === right.tree && left.id == right.id
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// A token in its tree.
package struct SyntaxToken: Sendable {
  package let tree: SyntaxTree
  let index: UInt32

  package var kind: TokenKind { tree.tokens[Int(index)].kind }
  package var word: Word { tree.tokens[Int(index)].word }
  package var text: String { tree.source[tree.byteRange(ofToken: Int(index))] }

  package var range: SourceRange {
    SourceRange(file: tree.file, tree.byteRange(ofToken: Int(index)))
  }

  /// Whether a line break stands between this token and the one before it that is not trivia.
  package var followsLineBreak: Bool { tree.tokens[Int(index)].followsLineBreak }
}

package enum SyntaxElement: Sendable {
  case node(SyntaxNode)
  case token(SyntaxToken)
}

/// The children of a node, in the order of the text.
package struct SyntaxChildren: Sequence, IteratorProtocol, Sendable {
  let tree: SyntaxTree
  var upcoming: NodeID

  package mutating func next() -> SyntaxNode? {
    guard upcoming != .none else { return nil }
    let node = SyntaxNode(tree: tree, id: upcoming)
    upcoming = node.data.nextSibling
    return node
  }
}

/// The children of a node and its own tokens, in the order of the text.
package struct SyntaxElements: Sequence, IteratorProtocol, Sendable {
  private let tree: SyntaxTree
  private var child: NodeID
  private var token: UInt32
  private let end: UInt32

  init(of node: SyntaxNode) {
    let data = node.data
    tree = node.tree
    child = data.firstChild
    token = data.firstToken
    end = data.endToken
  }

  package mutating func next() -> SyntaxElement? {
    if child != .none {
      let node = SyntaxNode(tree: tree, id: child)
      let data = node.data
      if token >= data.firstToken {
        child = data.nextSibling
        token = Swift.max(token, data.endToken)
        return .node(node)
      }
    } else if token >= end {
      return nil
    }
    defer { token += 1 }
    return .token(SyntaxToken(tree: tree, index: token))
  }
}
