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
