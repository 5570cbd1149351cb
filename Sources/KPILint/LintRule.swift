package import KPIDiagnostics
import KPISource

/// An opinion: a rule with the check that finds where it is broken.
///
/// Each is declared in a file of its own, as a static member, and listed in `LintRule.all`.
package struct LintRule: Sendable {
  package let rule: Rule
  let evidence: Evidence
  let check: @Sendable (LintContext, inout LintFindings) -> Void

  /// What a check needs to see beside the specification.
  package enum Evidence: Hashable, Sendable, CaseIterable {
    case specification
    /// When each line was last changed.
    case history
    /// How each KPI stood in its latest periods.
    case data
  }

  init(
    _ rule: Rule, needs evidence: Evidence = .specification,
    check: @escaping @Sendable (LintContext, inout LintFindings) -> Void
  ) {
    self.rule = rule
    self.evidence = evidence
    self.check = check
  }
}

/// Collects what one rule finds.
struct LintFindings {
  let rule: Rule
  private(set) var diagnostics: [Diagnostic] = []

  init(_ rule: Rule) { self.rule = rule }

  /// `about` tells the finding from others of the rule in the same declaration; it holds no number that changes by
  /// itself.
  mutating func report(
    _ message: String, at range: SourceRange, about: String = "", help: String? = nil,
    labels: [Diagnostic.Label] = [], fixes: [Diagnostic.Fix] = []
  ) {
    diagnostics.append(
      Diagnostic(
        rule, message, at: .source(range), labels: labels, help: help, fixes: fixes, about: about))
  }

  /// Something that the project lacks, and that stands in no file therefore.
  mutating func reportMissing(_ message: String, about: String = "", help: String? = nil) {
    diagnostics.append(Diagnostic(rule, message, at: .none, help: help, about: about))
  }
}
