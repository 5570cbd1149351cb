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
