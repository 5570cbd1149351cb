import KPIDiagnostics
import KPIModel
import KPISemantics
import KPISource

/// Takes out the findings that are allowed where they stand, and reports what is wrong with what allows them.
struct Silencing {
  private let specification: Specification
  private let lines: SourceLines
  private let levels: Levels
  private let today: Day

  init(_ analysis: Analysis, _ levels: Levels, on today: Day) {
    specification = analysis.specification
    lines = SourceLines(analysis.trees)
    self.levels = levels
    self.today = today
  }

  /// `isKnown` tells whether there is such evidence: an allowance is unused only when its rule was looked at.
  func silence(
    _ findings: [Diagnostic], isKnown: (LintRule.Evidence) -> Bool
  ) -> Lint.Verdict {
    var allowances = specification.allowances.map(Allowed.init)
    let places = Places(allowances)
    var verdict = Lint.Verdict(diagnostics: [], suppressed: [])
    for finding in findings {
      guard case .source(let range) = finding.location, finding.rule.severity != .error,
        let place = places.allowance(of: finding.rule, for: range, among: allowances)
      else {
        verdict.diagnostics.append(finding)
        continue
      }
      allowances[place].isUsed = true
      if allowances[place].isOver(on: today) {
        verdict.diagnostics.append(finding)
      } else {
        verdict.suppressed.append(
          Suppressed(
            diagnostic: finding, because: allowances[place].allowance.reason ?? "", .inSource))
      }
    }
    verdict.diagnostics += allowances.flatMap { remarks($0, isKnown) }
      .compactMap(levels.weighed)
    verdict.diagnostics += specification.company.lint.levels.flatMap(remarks)
    return verdict
  }

  private struct Allowed {
    let allowance: Allowance
    let rule: Rule?
    var isUsed = false

    init(_ allowance: Allowance) {
      self.allowance = allowance
      rule = Catalogue.anyRule(named: allowance.rule)
    }

    func isOver(on day: Day) -> Bool { allowance.until.map { $0 < day } ?? false }
  }

  /// Where the allowances of each rule are in the list, for each file in the order of the text.
  private struct Places {
    private var places: [Key: [Int]] = [:]

    private struct Key: Hashable {
      let rule: Rule
      let file: FileID
    }

    init(_ allowances: [Allowed]) {
      for (place, allowed) in allowances.enumerated() {
        guard let rule = allowed.rule else { continue }
        places[Key(rule: rule, file: allowed.allowance.scope.file), default: []].append(place)
      }
    }

    /// The first allowance of a rule in the declaration that a finding stands in.
    func allowance(
      of rule: Rule, for range: SourceRange, among allowances: [Allowed]
    ) -> Int? {
      let places = places[Key(rule: rule, file: range.file)] ?? []
      // Declarations do not overlap, so their ends are in order too.
      let index = places.partitioningIndex { allowances[$0].allowance.scope.end >= range.end }
      guard index < places.count,
        allowances[places[index]].allowance.scope.start <= range.start
      else { return nil }
      return places[index]
    }
  }

  /// What is wrong with an allowance itself.
  private func remarks(
    _ allowed: Allowed, _ isKnown: (LintRule.Evidence) -> Bool
  ) -> [Diagnostic] {
    let allowance = allowed.allowance
    guard let rule = allowed.rule else {
      return [
        .unknownRule(
          allowance.rule, known: Catalogue.complete.map(\.name), at: allowance.ruleOrigin)
      ]
    }
    if rule.severity == .error { return [.errorNotSilenced(rule, at: allowance.ruleOrigin)] }
    var remarks: [Diagnostic] = []
    if let until = allowance.until, allowed.isOver(on: today) {
      remarks.append(
        .allowanceOver(
          rule, until: until, isUsed: allowed.isUsed, allowance,
          removal: lines.removal(of: allowance.origin)))
    } else if !allowed.isUsed, isKnown(LintRule.evidence(for: rule)),
      levels.severity(of: rule, raised: rule.severity) != nil
    {
      remarks.append(
        .unusedAllowance(rule, allowance, removal: lines.removal(of: allowance.origin)))
    }
    let isReasoned = allowance.reason?.contains { !$0.isWhitespace } ?? false
    if !isReasoned { remarks.append(.allowanceWithoutReason(rule, at: allowance.origin)) }
    return remarks
  }

  /// What is wrong with a level that the company sets.
  private func remarks(_ setting: LintSettings.Setting) -> [Diagnostic] {
    guard let rule = Catalogue.anyRule(named: setting.rule) else {
      return [
        .unknownRule(setting.rule, known: Catalogue.complete.map(\.name), at: setting.origin)
      ]
    }
    return rule.severity == .error && setting.level != .deny
      ? [.errorNotSilenced(rule, at: setting.origin)] : []
  }
}

extension LintRule {
  /// What a rule is checked with; what the checker itself finds needs the specification only.
  static func evidence(for rule: Rule) -> Evidence {
    all.first { $0.rule == rule }?.evidence ?? (rule.isOfData ? .data : .specification)
  }
}
