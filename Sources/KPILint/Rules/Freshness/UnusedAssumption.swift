import KPIDiagnostics
import KPIModel

extension LintRule {
  static let unusedAssumption = LintRule(
    Rule(
      "KPI4417", "unused-assumption", .note, from: .standard,
      title: "Nothing rests on an assumption",
      explanation: """
        An assumption says which targets are to be set anew when it breaks. This one is named by no KPI and no objective, so \
        nothing happens then.
        """,
      example: Samples.strategy(
        "assumption steady_rent \"Rents stay as they are\" {\n  expires 2027-09-30\n}"),
      mended: Samples.assumption("expires 2027-09-30"))
  ) { context, findings in
    let used = Set(context.assuming.map(\.assumption.name))
    for assumption in context.assumptions where !used.contains(assumption.name) {
      findings.report(
        "nothing rests on `\(assumption.name)`", at: assumption.nameRange,
        help:
          "Write `assumes \(assumption.name)` in the KPIs whose targets need it, or take it out.")
    }
  }
}
