package import KPIDiagnostics
package import KPISource

/// The tree of a file, and what is wrong with its syntax. Any bytes have a tree.
package func parse(
  _ source: SourceText, file: FileID
) -> (tree: SyntaxTree, diagnostics: [Diagnostic]) {
  let lexed = Lexer.lex(source.bytes)
  var parser = Parser(source: source, file: file, lexed: lexed)
  parser.file()
  let tree = SyntaxTree(source: source, file: file, tokens: lexed.tokens, nodes: parser.nodes)
  let findings = parser.diagnostics + lexed.problems.map { $0.diagnostic(in: source, file: file) }
  return (tree, findings.sorted(by: Diagnostic.inOrder))
}

extension LexicalProblem {
  func diagnostic(in source: SourceText, file: FileID) -> Diagnostic {
    let range = SourceRange(file: file, start..<end)
    switch kind {
    case .unexpectedCharacter:
      return .unexpectedCharacter(source[start..<end], at: range)
    case .invalidText:
      return end == 0 ? .fileTooLarge(at: range) : .textIsNotUTF8(at: range)
    case .unclosedString: return .unclosedText(at: range)
    case .unclosedName: return .unclosedName(at: range)
    case .emptyName: return .emptyName(at: range)
    case .foreignQuotes:
      return .foreignQuotes(inner: TextLiteral.value(of: source.bytes[start..<end]), at: range)
    case .badEscape: return .unknownEscape(source[start..<end], at: range)
    }
  }
}
