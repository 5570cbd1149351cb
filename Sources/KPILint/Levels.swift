import KPIDiagnostics
import KPIModel

/// How much the findings of each rule weigh: what the company says, or else what the rule itself says in the profile.
struct Levels {
  private let profile: Profile
  private let chosen: [Rule: LintSettings.Level]
  /// The only opinions asked for; `nil` for all.
  private let only: Set<Rule>?

  init(_ settings: LintSettings, profile: Profile?, only: Set<Rule>?) {
    self.profile = profile ?? settings.profile.flatMap(Profile.init) ?? .standard
    var chosen: [Rule: LintSettings.Level] = [:]
    for setting in settings.levels {
      if let rule = Catalogue.anyRule(named: setting.rule) { chosen[rule] = setting.level }
    }
    self.chosen = chosen
    self.only = only
  }

  /// The finding with the severity that it has here, or `nil` where it is not wanted.
  func weighed(_ finding: Diagnostic) -> Diagnostic? {
    guard let severity = severity(of: finding.rule, raised: finding.severity) else { return nil }
    var finding = finding
    finding.severity = severity
    return finding
  }

  /// The severity of a finding, or `nil` where it is not wanted. An error stays one.
  func severity(of rule: Rule, raised severity: Severity) -> Severity? {
    guard severity != .error else { return .error }
    if let only, rule.profile != nil { return only.contains(rule) ? severity : nil }
    switch chosen[rule] {
    case .deny: return .error
    case .warn: return .warning
    case .note: return .note
    case .allow: return nil
    case nil: return rule.profile.map { $0 <= profile } ?? true ? severity : nil
    }
  }
}
