package import KPIDiagnostics
package import KPIModel
package import KPISemantics
package import KPISource

/// Gives the opinions about a specification, and weighs and silences all findings as the company says.
package struct Lint: Sendable {
  /// The profile that takes the place of the company's.
  package var profile: Profile?
  /// The only opinions asked for; `nil` for all.
  package var only: Set<Rule>?
  /// The day on which the specification is looked at.
  package var today: Day
  package var evidence: LintEvidence
  /// Who makes the checks, which know nothing of one another.
  package var workers: Workers

  package init(
    profile: Profile? = nil, only: Set<Rule>? = nil, today: Day,
    evidence: LintEvidence = LintEvidence(), workers: Workers = .one
  ) {
    self.profile = profile
    self.only = only
    self.today = today
    self.evidence = evidence
    self.workers = workers
  }

  /// What is left to report, and what was silenced and why.
  package struct Verdict: Sendable {
    package var diagnostics: [Diagnostic]
    package var suppressed: [Suppressed]
    /// The rules that were looked for: no finding of another one says anything. None where there are errors, as opinions are
    /// not given then.
    package var lookedFor: Set<Rule> = []
  }

  /// Opinions are given about a specification without errors only: with one, half of them would be about what the
  /// error hides.
  package func verdict(_ findings: [Diagnostic], of analysis: Analysis) -> Verdict {
    let levels = Levels(analysis.specification.company.lint, profile: profile, only: only)
    let isSound = findings.allSatisfy { $0.severity != .error }
    let declarations = DeclarationIndex(analysis.trees, by: workers)
    let opinions = isSound ? self.opinions(analysis, levels, declarations) : []
    let weighed = findings.compactMap(levels.weighed).map(declarations.naming) + opinions
    let silencing = Silencing(analysis, levels, on: today)
    var verdict = silencing.silence(weighed) { isSound && evidence.has($0) }
    for place in verdict.diagnostics.indices where verdict.diagnostics[place].subject == nil {
      verdict.diagnostics[place] = declarations.naming(verdict.diagnostics[place])
    }
    verdict.diagnostics = verdict.diagnostics.inOrder()
    if isSound {
      verdict.lookedFor = Set(
        Catalogue.complete.filter { rule in
          evidence.has(LintRule.evidence(for: rule))
            && levels.severity(of: rule, raised: rule.severity) != nil
        })
    }
    return verdict
  }

  /// What the checks find, weighed and with the declarations that it stands in.
  private func opinions(
    _ analysis: Analysis, _ levels: Levels, _ declarations: DeclarationIndex
  ) -> [Diagnostic] {
    let wanted = LintRule.all.filter {
      evidence.has($0.evidence) && levels.severity(of: $0.rule, raised: $0.rule.severity) != nil
    }
    guard !wanted.isEmpty else { return [] }
    let context = LintContext(
      analysis, declarations, today: today, evidence: evidence, workers: workers)
    let findings = workers.map(wanted) { rule in
      var findings = LintFindings(rule.rule)
      rule.check(context, &findings)
      return findings.diagnostics.compactMap(levels.weighed).map(declarations.naming)
    }
    return findings.flatMap(\.self)
  }
}
