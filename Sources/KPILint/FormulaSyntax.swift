import KPIModel
import KPISource
import KPISyntax

/// A metric's formula as a check sees it: what it means, and how it is written.
final class LintedFormula: Sendable {
  let id: MetricID
  let metric: Metric
  let syntax: ExpressionSyntax
  /// The aggregates over rows, in the order written.
  let aggregates: [Aggregate]
  /// The conditions on rows.
  let conditions: [AttributeExpression]

  var name: String { metric.name }

  init?(_ id: MetricID, _ metric: Metric, _ declaration: DeclarationSyntax?) {
    guard let syntax = declaration?.formula else { return nil }
    self.id = id
    self.metric = metric
    aggregates = metric.formula.aggregates
    conditions = metric.formula.conditions
    self.syntax = syntax
  }
}

extension LintedFormula {
  /// Where the formula mentions a column first, as well as that can be seen from its name.
  func mention(of column: Column) -> SourceRange {
    let paths = syntax.syntax.descendants(.path).lazy.compactMap(PathSyntax.init)
    return paths.first { $0.parts.last?.text == column.name }?.range ?? syntax.range
  }

  /// The calls of some functions, in the order of the text.
  func calls(_ isWanted: (String) -> Bool) -> [CallSyntax] {
    syntax.syntax.descendants(.callExpression).compactMap(CallSyntax.init)
      .filter { $0.name.map { isWanted($0.text) } ?? false }
      .sorted { $0.range < $1.range }
  }
}

extension DeclarationSyntax {
  /// Where the declaration mentions something first by its name alone.
  func mention(of name: String) -> SourceRange? {
    let own = self.name?.syntax
    for node in syntax.descendants(.name) where node != own {
      guard NameSyntax(node)?.text == name else { continue }
      let isColumn = node.parent.flatMap(PathSyntax.init).map { $0.parts.count > 1 } ?? false
      if !isColumn { return node.range }
    }
    return nil
  }
}

extension ExpressionSyntax {
  /// The formula without parentheses and the clauses around it.
  var core: ExpressionSyntax {
    switch self {
    case .parenthesized(let outer): outer.inner.core
    case .filtered(let outer): outer.base.core
    default: self
    }
  }
}
