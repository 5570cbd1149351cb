/// `from "data/orders.csv"` or `from warehouse "public.orders"`: where a table's rows come from.
package struct OriginSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .originClause else { return nil }
    syntax = node
  }

  /// The declared source; without one the text is the path of a file.
  package var source: NameSyntax? { syntax.first() }
  package var text: StringSyntax? { syntax.first() }
}

/// `customer_id: text -> customers`.
package struct ColumnSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .column else { return nil }
    syntax = node
  }

  package var name: NameSyntax? { syntax.first() }
  package var type: ColumnTypeSyntax? { syntax.first() }

  package var modifiers: [ColumnModifierSyntax] {
    syntax.children.compactMap(ColumnModifierSyntax.init)
  }
}

/// `text`, `USD`, `duration seconds`.
package struct ColumnTypeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .columnType else { return nil }
    syntax = node
  }

  package var name: NameSyntax? { syntax.first() }
  /// The `seconds` of `duration seconds`.
  package var unit: NameSyntax? { syntax.all(NameSyntax.self).dropFirst().first }
}

/// What is said of a column after its type.
package enum ColumnModifierSyntax: Sendable {
  case key(SyntaxNode)
  case time(SyntaxNode)
  case snapshot(SyntaxNode)
  case optional(SyntaxNode)
  /// `in ("paid", "refunded")`.
  case values(ValuesModifierSyntax)
  /// `-> customers as buyer`.
  case reference(ReferenceModifierSyntax)
  /// `from "Order Date"`.
  case header(HeaderModifierSyntax)

  init?(_ node: SyntaxNode) {
    switch node.kind {
    case .valuesModifier:
      guard let view = ValuesModifierSyntax(node) else { return nil }
      self = .values(view)
    case .referenceModifier:
      guard let view = ReferenceModifierSyntax(node) else { return nil }
      self = .reference(view)
    case .headerModifier:
      guard let view = HeaderModifierSyntax(node) else { return nil }
      self = .header(view)
    case .flagModifier:
      switch node.firstWord {
      case .key: self = .key(node)
      case .time: self = .time(node)
      case .snapshot: self = .snapshot(node)
      case .optional: self = .optional(node)
      default: return nil
      }
    default: return nil
    }
  }
}

/// `in ("paid", "refunded")`: the values that are allowed.
package struct ValuesModifierSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .valuesModifier else { return nil }
    syntax = node
  }

  package var values: [ExpressionSyntax] {
    syntax.children.filter(\.kind.isExpression).map(ExpressionSyntax.init)
  }
}

/// `-> customers as buyer`: the table whose key the column holds.
package struct ReferenceModifierSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .referenceModifier else { return nil }
    syntax = node
  }

  package var table: NameSyntax? { syntax.first() }
  /// The `buyer` of `as buyer`.
  package var role: NameSyntax? { syntax.all(NameSyntax.self).dropFirst().first }
}

/// `from "Order Date"`: the column's name in the data.
package struct HeaderModifierSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .headerModifier else { return nil }
    syntax = node
  }

  package var text: StringSyntax? { syntax.first() }
}

/// `span from started_on to ended_on`: each row is alive between two dates.
package struct SpanAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .spanAttribute else { return nil }
    syntax = node
  }

  package var start: PathSyntax? { syntax.first() }
  package var end: PathSyntax? { syntax.all(PathSyntax.self).dropFirst().first }
}

/// `on bad rows skip`.
package struct BadRowsAttributeSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .badRowsAttribute else { return nil }
    syntax = node
  }

  /// The word after `rows`: `skip`.
  package var action: NameSyntax? { syntax.first() }
}
