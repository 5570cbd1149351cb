/// How much of anything a file may hold, so that no input makes the compiler run away.
package enum SyntaxLimits {
  /// The parentheses, blocks and `not`s inside each other, and the nodes above any operand.
  package static let nesting = 256
  /// The operands that operators of one precedence join in one chain.
  package static let chain = 1_000
  /// The syntax findings that one file gives.
  package static let diagnostics = 1_000
}
