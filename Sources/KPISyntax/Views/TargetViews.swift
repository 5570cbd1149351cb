/// `target`, `threshold` or `stretch`, with what it says.
package struct TargetAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .targetAttribute else { return nil }
    syntax = node
  }

  /// The `budget` of `target budget at least 100 USD`.
  package var name: NameSyntax? { syntax.first() }
  package var body: TargetBodySyntax { TargetBodySyntax(in: syntax) }
}

/// What is expected: one goal, or goals by period or by group, each of which may again be divided.
package enum TargetBodySyntax: Sendable {
  case goal(GoalSyntax)
  /// `{ from 2026-01 at most 5% … }`.
  case periods([PeriodTargetSyntax])
  /// `by segment { "enterprise" at most 1% … }`.
  case groups(by: PathSyntax?, [GroupTargetSyntax])
  case missing(SyntaxNode)

  init(in node: SyntaxNode) {
    for child in node.children {
      switch child.kind {
      case .goal:
        if let goal = GoalSyntax(child) {
          self = .goal(goal)
          return
        }
      case .periodTargets:
        self = .periods(child.all())
        return
      case .groupTargets:
        self = .groups(by: child.first(), child.all())
        return
      default: continue
      }
    }
    self = .missing(node)
  }
}

/// `from 2026-01 to 2026-06 at most 5%`; without `to` it holds until the next `from`.
package struct PeriodTargetSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .periodTarget else { return nil }
    syntax = node
  }

  package var from: LiteralSyntax? { syntax.first() }
  package var to: LiteralSyntax? {
    syntax.has(.to) ? syntax.all(LiteralSyntax.self).dropFirst().first : nil
  }
  package var body: TargetBodySyntax { TargetBodySyntax(in: syntax) }
}

/// `"enterprise" at most 1%`: what is expected of one group.
package struct GroupTargetSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .groupTarget else { return nil }
    syntax = node
  }

  package var value: ExpressionSyntax { syntax.operand(0) }
  package var body: TargetBodySyntax { TargetBodySyntax(in: syntax) }
}

/// `at least 15%`, `at most 5%`, `between 2 and 4`, or a bare `10%` after `threshold` or `stretch`.
package struct GoalSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .goal else { return nil }
    syntax = node
  }

  package var direction: GoalDirection {
    let tokens = syntax.tokens
    if tokens.contains(where: { $0.word == .between }) { return .between }
    if tokens.contains(where: { $0.word == .least }) { return .atLeast }
    if tokens.contains(where: { $0.word == .most }) { return .atMost }
    return .value
  }

  /// The value, or the lower end of `between`.
  package var value: ExpressionSyntax { syntax.operand(0) }

  /// The upper end of `between`.
  package var upper: ExpressionSyntax? { syntax.writtenOperand(1) }

  /// `above previous year`.
  package var relative: RelativeBaseSyntax? { syntax.first() }

  /// `phased evenly`.
  package var phasing: PhasingSyntax? { syntax.first() }
}

package enum GoalDirection: Hashable, Sendable {
  case atLeast, atMost, between
  /// No direction is written: a threshold or a stretch has that of its target.
  case value
}

/// `above previous year`, `below previous month`: what the value of a goal is measured from.
package struct RelativeBaseSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .relativeBase else { return nil }
    syntax = node
  }

  /// `below` instead of `above`.
  package var isBelow: Bool { syntax.firstWord == .below }
  /// The `year` or `fiscal year` after `previous`.
  package var grain: PhraseSyntax? { syntax.first() }
}

/// `phased evenly`, `phased by weights (1, 2, 3)`, `phased like previous year`.
package struct PhasingSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .phasing else { return nil }
    syntax = node
  }

  package var rule: PhasingRule {
    if syntax.has(.evenly) { return .evenly }
    if syntax.has(.by) {
      return .weights(syntax.children.filter(\.kind.isExpression).map(ExpressionSyntax.init))
    }
    if syntax.has(.like) { return .likePrevious(syntax.first()) }
    return .missing
  }
}

package enum PhasingRule: Sendable {
  case evenly
  case weights([ExpressionSyntax])
  case likePrevious(PhraseSyntax?)
  case missing
}
