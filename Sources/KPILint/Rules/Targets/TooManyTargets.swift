import KPIDiagnostics
import KPIModel

extension LintRule {
  static let tooManyTargets = LintRule(
    Rule(
      "KPI4220", "too-many-targets", .note, from: .strict,
      title: "Four targets or more side by side",
      explanation: """
        A budget, a forecast, last year, the plan of the board: with so many targets there is always one that is \
        met, and nobody knows which counts. Keep the one that is decided by and at most two to compare with.
        """,
      example: Samples.kpi(
        """
          target budget at least 100k USD
          target forecast at least 95k USD
          target board at least 110k USD
          target bank at least 90k USD
          judged by budget
        """),
      mended: Samples.kpi(
        """
          target budget at least 100k USD
          target forecast at least 95k USD
          judged by budget
        """))
  ) { context, findings in
    for kpi in context.kpisInUse {
      guard let targets = kpi.targets, targets.all.count > 3 else { continue }
      findings.report(
        "`\(kpi.name)` has \(targets.all.count) targets side by side", at: kpi.nameRange,
        help: "Keep the one that gives the status and at most two to compare with.")
    }
  }
}
