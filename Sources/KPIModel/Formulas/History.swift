package import KPISource

/// What a metric says about its own past and future.
package struct History: Sendable {
  /// The names of the metrics that it takes the place of.
  package var replaces: [String] = []
  package var deprecation: Deprecation?
  package var revision: Revision?

  package init() {}

  package struct Deprecation: Hashable, Sendable {
    /// The first day from which it should not be used.
    package let since: Day?
    package let replacement: MetricID?

    package init(since: Day?, replacement: MetricID?) {
      self.since = since
      self.replacement = replacement
    }
  }

  /// A deliberate change of meaning, with its reason.
  package struct Revision: Hashable, Sendable {
    package let number: Int
    package let reason: String?

    package init(number: Int, reason: String?) {
      self.number = number
      self.reason = reason
    }
  }
}

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

  package init(
    rule: String, reason: String?, until: Day?, scope: SourceRange, origin: SourceRange
  ) {
    self.rule = rule
    self.reason = reason
    self.until = until
    self.scope = scope
    self.origin = origin
  }
}
