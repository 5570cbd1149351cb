package import KPIDiagnostics
package import KPISource

/// A formula that stands alone, outside any file: a condition on the command line.
package func parseFormula(
  _ source: SourceText, file: FileID
) -> (formula: ExpressionSyntax, diagnostics: [Diagnostic]) {
  let lexed = Lexer.lex(source.bytes)
  var parser = Parser(source: source, file: file, lexed: lexed)
  parser.formula()
  let tree = SyntaxTree(source: source, file: file, tokens: lexed.tokens, nodes: parser.nodes)
  let findings =
    parser.diagnostics + lexed.problems.map { $0.diagnostic(in: source, file: file, tokens: lexed) }
  return (tree.root.operand(0), findings.inOrder())
}

extension Parser {
  /// One expression from the first byte to the last; ends of lines mean nothing.
  fileprivate mutating func formula() {
    reset()
    openParentheses = 1
    reload()
    expression()
    if rawKind != .endOfFile, !isRecovering {
      fail(.unexpectedText(text(ofTokenAt: position), after: "formula", at: place))
    }
    while rawKind != .endOfFile { advance() }
    completeFile()
  }
}
