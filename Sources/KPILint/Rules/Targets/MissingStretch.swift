import KPIDiagnostics
import KPIModel

extension LintRule {
  static let missingStretch = LintRule(
    Rule(
      "KPI4203", "missing-stretch", .note, from: .strict,
      title: "Reaching the target and surpassing it look the same",
      explanation: """
        The stretch is the ambitious value: from there on a KPI is `exceeding`. Without one nobody sees that \
        a target is surpassed month after month, which is how a target that has become too easy shows itself. A \
        band has no better than inside, and a target that is the best possible value nothing beyond it.
        """,
      example: Samples.kpi("  target at least 100k USD"),
      mended: Samples.kpi("  target at least 100k USD\n  stretch 120k USD"))
  ) { context, findings in
    for kpi in context.kpisInUse {
      // One stretch holds for all groups, as one threshold does.
      guard let targets = kpi.targets, targets.stretch.isEmpty, targets.judging.segments.isEmpty
      else { continue }
      let possible = context.possibleValues(of: kpi.id)
      let goals = targets.judging.goals.map(\.value)
      guard !goals.allSatisfy({ $0.isBand || possible.arePerfect(at: $0) }) else { continue }
      let place = kpi.goalRange(on: context.today)
      findings.report(
        "`\(kpi.name)` has no stretch: nobody sees when its target has become easy", at: place,
        help: """
          Add a line to its braces: `stretch` and the value that would be a feat, on the better side of \
          `\(context.lines.text(of: place))`.
          """)
    }
  }
}

extension Goal {
  fileprivate var isBand: Bool {
    if case .between = self { true } else { false }
  }
}
