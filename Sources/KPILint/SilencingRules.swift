package import KPIDiagnostics
import KPIModel
import KPISource

/// Findings about what silences findings.
extension Rule {
  package static let silencing: [Rule] = [
    .errorNotSilenced, .unusedAllowance, .allowanceOver, .allowanceWithoutReason,
  ]

  package static let errorNotSilenced = Rule(
    "KPI4901", "error-not-silenced", title: "An error cannot be silenced",
    explanation: """
      `allow` and the levels of `lint` are for opinions, which may be right for others and wrong for you. An error \
      means that there is no value, or a wrong one: it is mended, not silenced.
      """,
    example: "company \"Shop\" {\n  lint { allow unit-mismatch }\n}",
    mended: "company \"Shop\" {\n  lint { allow missing-owner }\n}")

  package static let unusedAllowance = Rule(
    "KPI4902", "unused-allow", .warning, from: .starter,
    title: "What is allowed does not occur any more",
    explanation: """
      `allow` silences a finding where it stands. Once the finding is gone the line only hides the next one. \
      Take it out; `kpi check --fix` does.
      """,
    example: Samples.kpi("  allow missing-owner because \"we are hiring\""),
    mended: Samples.kpi(""))

  package static let allowanceOver = Rule(
    "KPI4903", "expired-allow", .warning, from: .starter,
    title: "What was allowed for a time is over",
    explanation: """
      `allow … until DATE` silences a finding up to that day. After it the finding is reported again: mend it, or \
      decide anew and write a later day.
      """,
    example: Samples.orders + """
      kpi revenue "Revenue" = sum(orders.amount) {
        every month
        allow missing-owner because "we are hiring" until 2020-06-30
      }
      """,
    mended: Samples.kpi(""))

  package static let allowanceWithoutReason = Rule(
    "KPI4904", "allow-without-reason", .warning, from: .starter,
    title: "Nobody says why a finding is left alone",
    explanation: """
      The text after `because` is for the one who reads the specification next year. An empty one says that \
      somebody wanted silence, not that the finding is wrong here.
      """,
    example: Samples.orders + """
      kpi revenue "Revenue" = sum(orders.amount) {
        every month
        allow missing-owner because ""
      }
      """,
    mended: Samples.orders + """
      kpi revenue "Revenue" = sum(orders.amount) {
        every month
        allow missing-owner because "the sales lead starts in January"
      }
      """)
}

extension Diagnostic {
  static func errorNotSilenced(_ rule: Rule, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .errorNotSilenced, "`\(rule.name)` is an error, and errors cannot be silenced", at: range,
      help: "Mend what it reports, and take this out.", about: rule.name)
  }

  /// `removal` takes the line out.
  static func unusedAllowance(
    _ rule: Rule, _ allowance: Allowance, removal: TextEdit
  ) -> Diagnostic {
    Diagnostic(
      .unusedAllowance, "nothing here is reported as `\(rule.name)`", at: allowance.origin,
      help: "Take the line out.", fixes: [.removal(of: allowance, removal)], about: rule.name)
  }

  static func allowanceOver(
    _ rule: Rule, until day: Day, isUsed: Bool, _ allowance: Allowance, removal: TextEdit
  ) -> Diagnostic {
    Diagnostic(
      .allowanceOver, "`\(rule.name)` was allowed until \(day.text)", at: allowance.origin,
      help: isUsed
        ? "Mend the finding, or decide anew and write a later day."
        : "The finding is gone. Take the line out.",
      fixes: isUsed ? [] : [.removal(of: allowance, removal)], about: rule.name)
  }

  static func allowanceWithoutReason(_ rule: Rule, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .allowanceWithoutReason, "`\(rule.name)` is allowed without a reason", at: range,
      help: "Say why between the quotation marks, for the one who reads it next year.",
      about: rule.name)
  }
}

extension Diagnostic.Fix {
  fileprivate static func removal(of allowance: Allowance, _ edit: TextEdit) -> Diagnostic.Fix {
    Diagnostic.Fix("Take out `allow \(allowance.rule)`", [edit])
  }
}
