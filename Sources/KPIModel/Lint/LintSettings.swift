package import KPISource

/// What a company says about findings: how many it wants to hear of, and how much single rules weigh.
package struct LintSettings: Sendable {
  /// The name of the profile; `nil` where none is chosen.
  package var profile: String?
  /// The levels of rules in the order written.
  package var levels: [Setting] = []

  package init() {}

  package enum Level: String, Hashable, Sendable {
    case deny, warn, note, allow
  }

  /// `deny stale-review`.
  package struct Setting: Sendable {
    /// The name or code of the rule, as written.
    package let rule: String
    package let level: Level
    package let origin: SourceRange

    package init(rule: String, level: Level, origin: SourceRange) {
      self.rule = rule
      self.level = level
      self.origin = origin
    }
  }
}
