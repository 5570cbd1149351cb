import KPIDiagnostics
import KPISyntax

extension LintRule {
  static let placeholderTarget = LintRule(
    Rule(
      "KPI4221", "placeholder-target", .warning, from: .standard,
      title: "The target is an example's",
      explanation: """
        The target is named `example` or `placeholder`: it came with the template that the specification was begun from, and \
        nobody in the company has decided on it. Whoever is judged by it is judged by somebody else's numbers. Decide what \
        is expected, write that, and take the name out.
        """,
      example: Samples.kpi("  target example at least 100k USD"),
      mended: Samples.kpi("  target at least 120k USD"))
  ) { context, findings in
    for kpi in context.kpisInUse {
      for case .target(let target) in kpi.syntax.attributes {
        guard let name = target.name, placeholders.contains(name.text) else { continue }
        findings.report(
          "the target of `\(kpi.name)` is an example that nobody has decided on", at: name.range,
          about: target.body.group,
          help: "Write what you expect, and take the name `\(name.text)` out.")
      }
    }
  }

  /// What templates call the targets that they bring.
  private static let placeholders: Set<String> = ["example", "placeholder"]
}

extension TargetBodySyntax {
  /// The breakdown that its goals are for, to tell several findings of one KPI apart.
  fileprivate var group: String {
    if case .groups(let path?, _) = self { path.syntax.text } else { "" }
  }
}
