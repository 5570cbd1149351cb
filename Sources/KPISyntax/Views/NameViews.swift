import KPISource

/// The name of something, or a mention of it.
package struct NameSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .name else { return nil }
    syntax = node
  }

  /// The name without its backticks. Swift compares texts by canonical equivalence, so two ways to
  /// write one accented letter are one name.
  package var text: String {
    let text = syntax.text
    guard text.utf8.first == UInt8(ascii: "`") else { return text }
    let inner = text.utf8.dropFirst()
    return String(inner.last == UInt8(ascii: "`") ? inner.dropLast() : inner) ?? ""
  }
}

/// Names joined by dots: `orders.customer_id.segment`.
package struct PathSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .path else { return nil }
    syntax = node
  }

  /// At least one, unless the path is broken off.
  package var parts: [NameSyntax] { syntax.all() }
}

/// A fixed expression of one or two words: `fiscal year`, `on track`, `weighted mean`.
package struct PhraseSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .phrase else { return nil }
    syntax = node
  }

  package var words: [NameSyntax] { syntax.all() }

  /// The words with one space between.
  package var text: String { words.map(\.text).joined(separator: " ") }
}

/// The name or the code of a rule: `stale-review`, `KPI2003`.
package struct RuleNameSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .ruleName else { return nil }
    syntax = node
  }

  package var text: String { syntax.text }
}

/// A text in quotation marks.
package struct StringSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .string else { return nil }
    syntax = node
  }

  /// The text without its quotation marks, its escapes replaced by what they stand for.
  package var value: String { TextLiteral.value(of: syntax.tree.source.bytes[syntax.range.bytes]) }
}
