/// `given orders { … }`: the rows of one table in a test.
package struct GivenAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .givenAttribute else { return nil }
    syntax = node
  }

  package var table: NameSyntax? { syntax.first() }

  /// The names of the columns, in the first line.
  package var columns: [NameSyntax] {
    syntax.children.first { $0.kind == .givenHeader }?.all() ?? []
  }

  package var rows: [GivenRowSyntax] { syntax.all() }
}

/// One line of values; it has a cell for each column unless that was reported.
package struct GivenRowSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .givenRow else { return nil }
    syntax = node
  }

  package var cells: [GivenCellSyntax] { syntax.all() }
}

/// The value between two bars.
package struct GivenCellSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .givenCell else { return nil }
    syntax = node
  }

  /// `nil` where nothing is written: the value is missing.
  package var value: ExpressionSyntax? { syntax.writtenOperand(0) }
}

/// `expect revenue = 100 USD`, `expect churn for 2026-02 = 5%`,
/// `expect revenue by month = { 2026-01: 100 USD }`.
package struct ExpectAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .expectAttribute else { return nil }
    syntax = node
  }

  /// What is computed.
  package var subject: ExpressionSyntax { syntax.operand(0) }

  /// The grain and the breakdowns after `by`.
  package var dimensions: [ExpressionSyntax] {
    guard syntax.has(.by) else { return [] }
    let operands = syntax.children.filter(\.kind.isExpression).dropFirst()
    return operands.prefix(expected.isMap ? operands.count : operands.count - 1)
      .map(ExpressionSyntax.init)
  }

  /// The period after `for`.
  package var period: LiteralSyntax? {
    syntax.children.first { $0.kind == .periodClause }?.first()
  }

  package var expected: ExpectedSyntax {
    if let map = syntax.children.first(where: { $0.kind == .resultMap }) {
      return .entries(map.all())
    }
    let operands = syntax.children.filter(\.kind.isExpression)
    guard operands.count > 1, let last = operands.last else { return .value(.missing(syntax)) }
    return .value(ExpressionSyntax(last))
  }

  /// Why the value is missing, after `because`.
  package var reason: StringSyntax? { syntax.first() }
}

/// What a test expects: one value, or one for each group.
package enum ExpectedSyntax: Sendable {
  case value(ExpressionSyntax)
  case entries([ResultEntrySyntax])

  var isMap: Bool { if case .entries = self { true } else { false } }
}

/// `2026-01: 100 USD`, `(2026-01, "north"): 100 USD`.
package struct ResultEntrySyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .resultEntry else { return nil }
    syntax = node
  }

  /// A value for each name after `by`, in the same order.
  package var keys: [ExpressionSyntax] {
    syntax.children.first { $0.kind == .resultKey }?
      .children.filter(\.kind.isExpression).map(ExpressionSyntax.init) ?? []
  }

  package var value: ExpressionSyntax { syntax.operand(0) }
  /// Why the value is missing, after `because`.
  package var reason: StringSyntax? { syntax.first() }
  /// The value, where it is a status.
  package var status: PhraseSyntax? { syntax.first() }
}

/// `expect error unit-mismatch`.
package struct ExpectErrorAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .expectErrorAttribute else { return nil }
    syntax = node
  }

  package var rule: RuleNameSyntax? { syntax.first() }
}

/// `expect status churn_rate for 2026-01 = on track`,
/// `expect status churn_rate by segment = { "smb": on track }`.
package struct ExpectStatusAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .expectStatusAttribute else { return nil }
    syntax = node
  }

  package var kpi: NameSyntax? { syntax.first() }
  package var period: LiteralSyntax? { syntax.first() }
  /// The breakdown of the target after `by`.
  package var dimension: PathSyntax? { syntax.first() }
  /// `on track`, `small sample`…
  package var status: PhraseSyntax? { syntax.first() }
  /// A status for each group, where there is a breakdown.
  package var groups: [ResultEntrySyntax]? {
    syntax.children.first { $0.kind == .resultMap }?.all()
  }
}
