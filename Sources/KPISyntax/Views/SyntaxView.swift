package import KPISource

/// A node seen as the construct it is. A view holds nothing but the node: what it gives is read
/// from the tree when asked for, and a part that was not written is `nil`.
package protocol SyntaxView: Sendable {
  init?(_ node: SyntaxNode)
  var syntax: SyntaxNode { get }
}

extension SyntaxView {
  package var range: SourceRange { syntax.range }
  /// The `///` comment above.
  package var documentation: String? { syntax.documentation }
}

extension SyntaxNode {
  /// The first child that the view fits.
  func first<View: SyntaxView>(_ view: View.Type = View.self) -> View? {
    for child in children {
      if let found = View(child) { return found }
    }
    return nil
  }

  /// The last child that the view fits.
  func last<View: SyntaxView>(_ view: View.Type = View.self) -> View? {
    all(view).last
  }

  /// Every child that the view fits.
  func all<View: SyntaxView>(_ view: View.Type = View.self) -> [View] {
    children.compactMap(View.init)
  }

  /// The operand of a formula that stands at this place among those of the node.
  func operand(_ place: Int) -> ExpressionSyntax {
    var rest = place
    for child in children where child.kind.isExpression {
      if rest == 0 { return ExpressionSyntax(child) }
      rest -= 1
    }
    return .missing(self)
  }

  /// The operand at this place, if one is written there.
  func writtenOperand(_ place: Int) -> ExpressionSyntax? {
    let found = operand(place)
    if case .missing(let node) = found, node == self { return nil }
    return found
  }

  /// The first token of the node itself that is this word.
  func token(_ word: Word) -> SyntaxToken? {
    for case .token(let token) in elements where token.word == word { return token }
    return nil
  }

  func has(_ word: Word) -> Bool { token(word) != nil }

  /// The word that the node begins with.
  var firstWord: Word {
    let data = data
    return data.firstToken < data.endToken ? tree.tokens[Int(data.firstToken)].word : .none
  }
}
