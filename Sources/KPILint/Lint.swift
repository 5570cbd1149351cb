package import KPIDiagnostics
package import KPIModel
package import KPISemantics

/// Gives the opinions about a specification, and weighs and silences all findings as the company says.
package struct Lint: Sendable {
  /// The profile that takes the place of the company's.
  package var profile: Profile?
  /// The only opinions asked for; `nil` for all.
  package var only: Set<Rule>?
  /// The day on which the specification is looked at.
  package var today: Day
  package var evidence: LintEvidence
  /// Makes the checks, which know nothing of one another; whoever has several cores may make them side by side.
  package var perform: Perform

  package typealias Findings = @Sendable (LintRule) -> [Diagnostic]
  package typealias Perform = @Sendable ([LintRule], Findings) -> [[Diagnostic]]

  package init(
    profile: Profile? = nil, only: Set<Rule>? = nil, today: Day,
    evidence: LintEvidence = LintEvidence(),
    perform: @escaping Perform = { rules, findings in rules.map(findings) }
  ) {
    self.profile = profile
    self.only = only
    self.today = today
    self.evidence = evidence
    self.perform = perform
  }

  /// What is left to report, and what was silenced and why.
  package struct Verdict: Sendable {
    package var diagnostics: [Diagnostic]
    package var suppressed: [Suppressed]
  }

  /// Opinions are given about a specification without errors only: with one, half of them would be about what the
  /// error hides.
  package func verdict(_ findings: [Diagnostic], of analysis: Analysis) -> Verdict {
    let levels = Levels(analysis.specification.company.lint, profile: profile, only: only)
    let isSound = findings.allSatisfy { $0.severity != .error }
    let declarations = DeclarationIndex(analysis.trees)
    let opinions = isSound ? self.opinions(analysis, levels, declarations) : []
    let weighed = (findings + opinions).compactMap { finding -> Diagnostic? in
      guard let severity = levels.severity(of: finding.rule, raised: finding.severity) else {
        return nil
      }
      var finding = finding
      finding.severity = severity
      return declarations.naming(finding)
    }
    let silencing = Silencing(analysis, levels, on: today)
    let verdict = silencing.silence(weighed) { isSound && evidence.has($0) }
    return Verdict(
      diagnostics: verdict.diagnostics.map(declarations.naming).sorted(by: Diagnostic.inOrder),
      suppressed: verdict.suppressed)
  }

  private func opinions(
    _ analysis: Analysis, _ levels: Levels, _ declarations: DeclarationIndex
  ) -> [Diagnostic] {
    let wanted = LintRule.all.filter {
      evidence.has($0.evidence) && levels.severity(of: $0.rule, raised: $0.rule.severity) != nil
    }
    guard !wanted.isEmpty else { return [] }
    let context = LintContext(analysis, declarations, today: today, evidence: evidence)
    let findings = perform(wanted) { rule in
      var findings = LintFindings(rule.rule)
      rule.check(context, &findings)
      return findings.diagnostics
    }
    return findings.flatMap(\.self)
  }
}
