package import KPISource

/// A formula, or a part of one.
package enum ExpressionSyntax: Sendable {
  case literal(LiteralSyntax)
  case path(PathSyntax)
  /// Words that name one thing, `fiscal year`.
  case phrase(PhraseSyntax)
  case call(CallSyntax)
  case negation(NegationSyntax)
  case not(NotSyntax)
  case binary(BinarySyntax)
  case inList(InListSyntax)
  case between(BetweenSyntax)
  case isMissing(IsMissingSyntax)
  case filtered(FilteredSyntax)
  case per(PerSyntax)
  case parenthesized(ParenthesizedSyntax)
  case conditional(CaseSyntax)
  /// Nothing is written where an operand belongs, or what is written was reported: the node is the
  /// place, and there is nothing more to say about it.
  case missing(SyntaxNode)

  /// The expression that a node is; a node that is none gives `.missing`.
  package init(_ node: SyntaxNode) {
    self =
      switch node.kind {
      case .literal: LiteralSyntax(node).map(Self.literal) ?? .missing(node)
      case .path: PathSyntax(node).map(Self.path) ?? .missing(node)
      case .phrase: PhraseSyntax(node).map(Self.phrase) ?? .missing(node)
      case .callExpression: CallSyntax(node).map(Self.call) ?? .missing(node)
      case .negation: NegationSyntax(node).map(Self.negation) ?? .missing(node)
      case .notExpression: NotSyntax(node).map(Self.not) ?? .missing(node)
      case .binaryExpression: BinarySyntax(node).map(Self.binary) ?? .missing(node)
      case .inExpression: InListSyntax(node).map(Self.inList) ?? .missing(node)
      case .betweenExpression: BetweenSyntax(node).map(Self.between) ?? .missing(node)
      case .missingTest: IsMissingSyntax(node).map(Self.isMissing) ?? .missing(node)
      case .filteredExpression: FilteredSyntax(node).map(Self.filtered) ?? .missing(node)
      case .perExpression: PerSyntax(node).map(Self.per) ?? .missing(node)
      case .parenthesizedExpression:
        ParenthesizedSyntax(node).map(Self.parenthesized) ?? .missing(node)
      case .caseExpression: CaseSyntax(node).map(Self.conditional) ?? .missing(node)
      default: .missing(node)
      }
  }

  package var syntax: SyntaxNode {
    switch self {
    case .literal(let view): view.syntax
    case .path(let view): view.syntax
    case .phrase(let view): view.syntax
    case .call(let view): view.syntax
    case .negation(let view): view.syntax
    case .not(let view): view.syntax
    case .binary(let view): view.syntax
    case .inList(let view): view.syntax
    case .between(let view): view.syntax
    case .isMissing(let view): view.syntax
    case .filtered(let view): view.syntax
    case .per(let view): view.syntax
    case .parenthesized(let view): view.syntax
    case .conditional(let view): view.syntax
    case .missing(let node): node
    }
  }

  package var range: SourceRange { syntax.range }
}

/// `name(argument, label: argument)`.
package struct CallSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .callExpression else { return nil }
    syntax = node
  }

  package var name: NameSyntax? { syntax.first() }
  package var arguments: [ArgumentSyntax] { syntax.all() }
}

/// One argument of a call.
package struct ArgumentSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .argument else { return nil }
    syntax = node
  }

  /// The `over` of `over: region`.
  package var label: NameSyntax? { syntax.first() }
  package var value: ExpressionSyntax { syntax.operand(0) }
}

/// `-operand`.
package struct NegationSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .negation else { return nil }
    syntax = node
  }

  package var operand: ExpressionSyntax { syntax.operand(0) }
}

/// `not operand`.
package struct NotSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .notExpression else { return nil }
    syntax = node
  }

  package var operand: ExpressionSyntax { syntax.operand(0) }
}

/// Operands joined by operators of one precedence, read from left to right: `a - b + c` is one node
/// with three operands. A comparison always has two.
///
/// A chain is flat, so that a long one is not a deep one; `first` folded over `steps` gives the
/// usual binary operations.
package struct BinarySyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .binaryExpression else { return nil }
    syntax = node
  }

  package var first: ExpressionSyntax { syntax.operand(0) }

  /// An operator and the operand after it, for each operand but the first.
  package var steps: [Step] {
    var result: [Step] = []
    var pending: SyntaxToken?
    for element in syntax.elements {
      switch element {
      case .token(let token):
        if BinaryOperator(token) != nil { pending = token }
      case .node(let node):
        guard node.kind.isExpression, let token = pending, let sign = BinaryOperator(token) else {
          continue
        }
        result.append(
          Step(operator: sign, operatorRange: token.range, operand: ExpressionSyntax(node)))
        pending = nil
      }
    }
    return result
  }

  package struct Step: Sendable {
    package let `operator`: BinaryOperator
    package let operatorRange: SourceRange
    package let operand: ExpressionSyntax
  }
}

package enum BinaryOperator: Hashable, Sendable {
  case add, subtract, multiply, divide
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  case and, or

  /// The operator that a token is; a foreign sign counts as the one that was meant.
  init?(_ token: SyntaxToken) {
    switch token.kind {
    case .plus: self = .add
    case .minus: self = .subtract
    case .star: self = .multiply
    case .slash: self = .divide
    case .equal: self = .equal
    case .notEqual: self = .notEqual
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    case .name where token.word == .and: self = .and
    case .name where token.word == .or: self = .or
    case .foreign:
      guard let meant = ForeignSign(token.text)?.meant else { return nil }
      self = meant
    default: return nil
    }
  }
}

/// `operand in (a, b)`, `operand not in (a, b)`.
package struct InListSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .inExpression else { return nil }
    syntax = node
  }

  package var operand: ExpressionSyntax { syntax.operand(0) }
  package var isNegated: Bool { syntax.has(.not) }

  package var values: [ExpressionSyntax] {
    syntax.children.filter(\.kind.isExpression).dropFirst().map(ExpressionSyntax.init)
  }
}

/// `operand between lower and upper`, or `not between`; both bounds belong to it.
package struct BetweenSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .betweenExpression else { return nil }
    syntax = node
  }

  package var operand: ExpressionSyntax { syntax.operand(0) }
  package var lower: ExpressionSyntax { syntax.operand(1) }
  package var upper: ExpressionSyntax { syntax.operand(2) }
  package var isNegated: Bool { syntax.has(.not) }
}

/// `operand is missing`, `operand is not missing`.
package struct IsMissingSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .missingTest else { return nil }
    syntax = node
  }

  package var operand: ExpressionSyntax { syntax.operand(0) }
  package var isNegated: Bool { syntax.has(.not) }
}

/// A formula with the `where` and `on` clauses that cover all of it.
package struct FilteredSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .filteredExpression else { return nil }
    syntax = node
  }

  package var base: ExpressionSyntax { syntax.operand(0) }

  /// At least one, in the order of the text.
  package var clauses: [FilterClauseSyntax] {
    syntax.children.compactMap { node in
      switch node.kind {
      case .whereClause: .where(node.operand(0))
      case .onClause: .on(node.first(PathSyntax.self), clause: node)
      default: nil
      }
    }
  }
}

package enum FilterClauseSyntax: Sendable {
  /// Keeps what satisfies the condition.
  case `where`(ExpressionSyntax)
  /// Takes another column as the time axis.
  case on(PathSyntax?, clause: SyntaxNode)
}

/// `operand per key` or `operand per (key, key)`: one row for each entity.
package struct PerSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .perExpression else { return nil }
    syntax = node
  }

  package var operand: ExpressionSyntax { syntax.operand(0) }

  /// The entities: paths, or the name of a grain.
  package var keys: [PathSyntax] {
    syntax.children.filter(\.kind.isExpression).dropFirst().compactMap(PathSyntax.init)
  }
}

/// `(inner)`.
package struct ParenthesizedSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .parenthesizedExpression else { return nil }
    syntax = node
  }

  package var inner: ExpressionSyntax { syntax.operand(0) }
}

/// `case { when condition then value … else value }`.
package struct CaseSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .caseExpression else { return nil }
    syntax = node
  }

  package var arms: [CaseArmSyntax] { syntax.all() }

  /// The value after `else`; without one it is missing.
  package var otherwise: ExpressionSyntax? {
    syntax.children.first { $0.kind == .caseDefault }?.operand(0)
  }
}

package struct CaseArmSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .caseArm else { return nil }
    syntax = node
  }

  package var condition: ExpressionSyntax { syntax.operand(0) }
  package var value: ExpressionSyntax { syntax.operand(1) }
}
