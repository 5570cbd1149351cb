/// A finding that is known and not reported, with who says so.
package struct Suppressed: Sendable {
  package let diagnostic: Diagnostic
  /// Why it is left alone.
  package let reason: String
  package let kind: Kind

  package enum Kind: String, Hashable, Sendable {
    /// By `allow` beside the declaration.
    case inSource
    /// By a list of findings that were there before.
    case external
  }

  package init(diagnostic: Diagnostic, because reason: String, _ kind: Kind) {
    self.diagnostic = diagnostic
    self.reason = reason
    self.kind = kind
  }
}
