import KPISource
import KPISyntax

/// What checks look for in the block of a declaration, whatever it declares.
extension DeclarationSyntax {
  /// The nodes of the attributes.
  var attributeNodes: [SyntaxNode] {
    guard let block = syntax.children.first(where: { $0.kind == .block }) else { return [] }
    return block.children.filter { $0.kind != .unexpected }
  }

  /// The labels in other languages.
  var labelAttributes: [LabelAttributeSyntax] {
    attributeNodes.compactMap(LabelAttributeSyntax.init)
  }

  /// Where the declaration says that it should not be used any more.
  var deprecation: DeprecatedAttributeSyntax? {
    attributeNodes.lazy.compactMap(DeprecatedAttributeSyntax.init).first
  }

  /// The texts for people: labels, questions, actions; no values of formulas.
  var texts: [StringSyntax] { syntax.descendants(.string).compactMap(StringSyntax.init) }
}

extension KPISyntax {
  /// Where it is said how often it is judged.
  var cadence: SourceRange? {
    for case .every(let attribute) in attributes { return attribute.range }
    return nil
  }
}
