package import KPISource

/// A finding that is silenced where it stands, for a reason and perhaps for a time.
package struct Allowance: Sendable {
  /// The name or code of the rule, as written.
  package let rule: String
  package let reason: String?
  /// The last day on which it holds.
  package let until: Day?
  /// The declaration whose findings it silences.
  package let scope: SourceRange
  package let origin: SourceRange
  /// Where the name or code of the rule stands.
  package let ruleOrigin: SourceRange

  package init(
    rule: String, reason: String?, until: Day?, scope: SourceRange, origin: SourceRange,
    ruleOrigin: SourceRange
  ) {
    self.rule = rule
    self.reason = reason
    self.until = until
    self.scope = scope
    self.origin = origin
    self.ruleOrigin = ruleOrigin
  }
}
