import KPIModel
import KPISource
import KPISyntax

/// A metric's formula as a check sees it: what it means, and how it is written.
struct LintedFormula {
  let id: MetricID
  let metric: Metric
  let syntax: ExpressionSyntax

  var name: String { metric.name }

  init?(_ id: MetricID, _ specification: Specification, _ declarations: DeclarationIndex) {
    guard let syntax = declarations.declaration(of: specification[id])?.formula else { return nil }
    self.id = id
    metric = specification[id]
    self.syntax = syntax
  }
}

extension LintedFormula {
  /// Where the formula mentions a column first, as well as that can be seen from its name.
  func mention(of column: Column) -> SourceRange {
    syntax.syntax.paths.first { $0.parts.last?.text == column.name }?.range ?? syntax.range
  }

  /// The calls of some functions, in the order of the text.
  func calls(_ isWanted: (String) -> Bool) -> [CallSyntax] {
    var found: [CallSyntax] = []
    syntax.syntax.forEachNode { node in
      if let call = CallSyntax(node), let name = call.name, isWanted(name.text) {
        found.append(call)
      }
    }
    return found
  }
}

extension SyntaxNode {
  /// Calls `visit` for the node and all below it, in the order of the text.
  func forEachNode(_ visit: (SyntaxNode) -> Void) {
    visit(self)
    for child in children { child.forEachNode(visit) }
  }

  /// The paths in it, in the order of the text.
  var paths: [PathSyntax] {
    var found: [PathSyntax] = []
    forEachNode { if let path = PathSyntax($0) { found.append(path) } }
    return found
  }
}

extension DeclarationSyntax {
  /// Where the declaration mentions something first by its name alone.
  func mention(of name: String) -> SourceRange? {
    let own = self.name?.syntax
    var found: SourceRange?
    syntax.forEachNode { node in
      guard found == nil, node != own, let mention = NameSyntax(node), mention.text == name else {
        return
      }
      let isColumn = node.parent.flatMap(PathSyntax.init).map { $0.parts.count > 1 } ?? false
      if !isColumn { found = mention.range }
    }
    return found
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
