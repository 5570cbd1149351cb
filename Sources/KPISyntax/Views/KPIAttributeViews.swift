/// `review every quarter, last 2026-10-01`.
package struct ReviewAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .reviewAttribute else { return nil }
    syntax = node
  }

  package var grain: PhraseSyntax? { syntax.first() }
  /// The date after `last`.
  package var last: LiteralSyntax? { syntax.first() }
}

/// `sample count(orders) at least 30`: below it the value says nothing.
package struct SampleAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .sampleAttribute else { return nil }
    syntax = node
  }

  package var measure: ExpressionSyntax { syntax.operand(0) }
  package var minimum: ExpressionSyntax { syntax.operand(1) }
}

/// `benchmark 2.3% from "source"`.
package struct BenchmarkAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .benchmarkAttribute else { return nil }
    syntax = node
  }

  package var value: ExpressionSyntax { syntax.operand(0) }
  package var origin: StringSyntax? { syntax.first() }
}

/// `when off track "…"`: the action agreed beforehand.
package struct ActionAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .actionAttribute else { return nil }
    syntax = node
  }

  /// `off track` or `at risk`.
  package var status: PhraseSyntax? { syntax.first() }
  package var text: StringSyntax? { syntax.first() }
}

/// `deprecated since 2026-09 use other_kpi`.
package struct DeprecatedAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .deprecatedAttribute else { return nil }
    syntax = node
  }

  package var since: LiteralSyntax? { syntax.first() }
  package var replacement: NameSyntax? { syntax.first() }
}

/// `revision 3 because "…"`: a deliberate change of meaning.
package struct RevisionAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .revisionAttribute else { return nil }
    syntax = node
  }

  package var number: LiteralSyntax? { syntax.first() }
  package var reason: StringSyntax? { syntax.first() }
}
