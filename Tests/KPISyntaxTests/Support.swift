import KPIDiagnostics
import KPISource
import KPISyntax

/// A text with its tree and its findings.
struct Parsed {
  let source: SourceText
  let tree: SyntaxTree
  let diagnostics: [Diagnostic]

  init(_ text: String) { self.init(Array(text.utf8)) }

  init(_ bytes: [UInt8]) {
    source = SourceText(path: "main.kpi", bytes: bytes)
    (tree, diagnostics) = parse(source, file: FileID(0))
  }

  /// `line:column rule`, for each finding.
  var findings: [String] {
    diagnostics.map { finding in
      guard case .source(let range) = finding.location else { return finding.rule.name }
      let position = source.position(of: range.bytes.lowerBound)
      return "\(position.line):\(position.column) \(finding.rule.name)"
    }
  }

  /// Findings with their sentences, for a failed test to show.
  var report: String {
    zip(findings, diagnostics).map { "\($0): \($1.message)" }.joined(separator: "\n")
  }
}

extension SyntaxNode {
  /// The kinds of the nodes and the texts of the tokens, nested by parentheses.
  var outline: String {
    let parts: [String] = elements.compactMap { element in
      switch element {
      case .node(let node): node.outline
      case .token(let token): token.kind.isTrivia ? nil : token.text
      }
    }
    return "(\(kind)\(parts.map { " " + $0 }.joined()))"
  }
}

/// Walks a formula the way a consumer does, by recursion over the views.
func walk(_ expression: ExpressionSyntax) {
  switch expression {
  case .literal(let view): _ = (view.value, view.unit?.text, view.period)
  case .path(let view): _ = view.parts.map(\.text)
  case .phrase(let view): _ = view.text
  case .call(let view):
    for argument in view.arguments { walk(argument.value) }
  case .negation(let view): walk(view.operand)
  case .not(let view): walk(view.operand)
  case .binary(let view):
    walk(view.first)
    for step in view.steps { walk(step.operand) }
  case .inList(let view):
    walk(view.operand)
    view.values.forEach(walk)
  case .between(let view): [view.operand, view.lower, view.upper].forEach(walk)
  case .isMissing(let view): walk(view.operand)
  case .filtered(let view):
    walk(view.base)
    for case .where(let condition) in view.clauses { walk(condition) }
  case .per(let view): walk(view.operand)
  case .parenthesized(let view): walk(view.inner)
  case .conditional(let view):
    for arm in view.arms { [arm.condition, arm.value].forEach(walk) }
    if let otherwise = view.otherwise { walk(otherwise) }
  case .missing: break
  }
}
