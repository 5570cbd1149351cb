/// `drives grow_revenue lag 2 quarters because "…"`: a claim of cause and effect.
package struct DrivesAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .drivesAttribute else { return nil }
    syntax = node
  }

  package var names: [NameSyntax] { syntax.all() }
  /// The `2 quarters` after `lag`.
  package var lag: LiteralSyntax? { syntax.first() }
  package var reason: StringSyntax? { syntax.first() }
}

/// `key result churn_rate from 5% to 3% committed`.
package struct KeyResultAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .keyResultAttribute else { return nil }
    syntax = node
  }

  package var metric: NameSyntax? { syntax.first() }
  package var baseline: ExpressionSyntax { syntax.operand(0) }
  package var goal: ExpressionSyntax { syntax.operand(1) }
  /// `committed` or `aspirational`, where it is said.
  package var commitment: Word? {
    syntax.has(.committed) ? .committed : syntax.has(.aspirational) ? .aspirational : nil
  }
}

/// `broken since 2026-09-15 because "…"`: an assumption that does not hold any more.
package struct BrokenAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .brokenAttribute else { return nil }
    syntax = node
  }

  package var since: DateLiteral? {
    let value: LiteralSyntax? = syntax.first()
    return value?.date
  }
  package var reason: StringSyntax? { syntax.first() }
}

/// `score attainment`, `score bands { exceeding 120  on track 100 … }`.
package struct ScoreAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .scoreAttribute else { return nil }
    syntax = node
  }

  /// `attainment`, `progress` or `bands`.
  package var rule: NameSyntax? { syntax.first() }
  package var points: [ScorePointsSyntax] { syntax.all() }
}

/// `on track 100`: the points for a status.
package struct ScorePointsSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .scorePoints else { return nil }
    syntax = node
  }

  package var status: PhraseSyntax? { syntax.first() }
  package var points: ExpressionSyntax {
    for child in syntax.children where child.kind.isExpression && child.kind != .phrase {
      return ExpressionSyntax(child)
    }
    return .missing(syntax)
  }
}

/// `missing counts as 0`, `missing left out`: what a KPI without a value does to the score.
package struct MissingAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .missingAttribute else { return nil }
    syntax = node
  }

  package var isLeftOut: Bool { syntax.has(.left) }
  /// The score that stands in for a missing value, after `counts as`.
  package var value: ExpressionSyntax? { syntax.writtenOperand(0) }
}

/// `includes churn_rate weight 2 baseline 8%`: a member of a scorecard.
package struct MemberAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .memberAttribute else { return nil }
    syntax = node
  }

  package var name: NameSyntax? { syntax.first() }

  package var weight: ExpressionSyntax? {
    syntax.has(.weight) ? syntax.operand(0) : nil
  }

  package var baseline: ExpressionSyntax? {
    syntax.has(.baseline) ? syntax.operand(syntax.has(.weight) ? 1 : 0) : nil
  }
}
