package import KPISource

/// The text of one file as a tree that leaves out no byte: every token, trivia included, in one
/// array, and the nodes above them in another.
///
/// Both arrays are addressed by 4-byte numbers, so a tree is two allocations whatever its size, is
/// freed without recursion, and can be read from any thread. Nodes stand in post-order: children
/// come before their parent, and the root is the last.
package final class SyntaxTree: Sendable {
  package let source: SourceText
  package let file: FileID
  let tokens: [Token]
  let nodes: [Node]

  init(source: SourceText, file: FileID, tokens: [Token], nodes: [Node]) {
    self.source = source
    self.file = file
    self.tokens = tokens
    self.nodes = nodes
  }

  /// One node: its kind, the tokens it covers, and its place among the others.
  struct Node: Sendable {
    var kind: SyntaxKind
    /// The nodes on the longest way down, itself included.
    var height: UInt16
    /// The first token, which is not trivia unless the node is the file.
    let firstToken: UInt32
    /// The token after the last one; equal to `firstToken` in a node without text.
    let endToken: UInt32
    /// The first node of the subtree that this node ends.
    let subtreeStart: UInt32
    var firstChild = NodeID.none
    var nextSibling = NodeID.none
    var parent = NodeID.none
  }

  package var root: SyntaxNode { SyntaxNode(tree: self, id: NodeID(UInt32(nodes.count - 1))) }

  /// The bytes of the file, put together from the tokens.
  package var bytes: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(source.bytes.count)
    for index in tokens.indices { result += source.bytes[byteRange(ofToken: index)] }
    return result
  }

  /// The text of the file, put together from the tokens.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Every token in the order of the text, trivia included; the last one is the end of the file.
  package var allTokens: [SyntaxToken] {
    tokens.indices.map { SyntaxToken(tree: self, index: UInt32(truncatingIfNeeded: $0)) }
  }

  func byteRange(ofToken index: Int) -> Range<Int> {
    let end = index + 1 < tokens.count ? Int(tokens[index + 1].start) : source.bytes.count
    return Int(tokens[index].start)..<end
  }
}

/// Names a node of one tree.
package struct NodeID: Hashable, Sendable {
  let index: UInt32

  init(_ index: UInt32) { self.index = index }

  static let none = NodeID(.max)
}
