import KPIDiagnostics
import KPIModel

extension LintRule {
  static let mixedPeriods = LintRule(
    Rule(
      "KPI4707", "mixed-periods", .note, from: .standard,
      title: "A scorecard adds up KPIs of different periods",
      explanation: """
        One KPI is judged by the month and another by the quarter, so two months of three the score holds a value that is \
        old news. Judge all of them by the period in which the scorecard is read, or keep a scorecard for each.
        """,
      example: Samples.scorecard("cap 120%\n  includes revenue\n  includes refund_rate")
        .replacing(
          "every month\n  target at most", with: "every quarter\n  target at most"),
      mended: Samples.scorecard("cap 120%\n  includes revenue\n  includes refund_rate"))
  ) { context, findings in
    for scorecard in context.scorecards {
      var names: [Grain: [String]] = [:]
      for member in scorecard.members {
        guard let metric = member.metric,
          let grain = context.specification[metric].accountability?.cadence
        else { continue }
        names[grain, default: []].append(member.name)
      }
      guard names.count > 1 else { continue }
      let parts = Grain.allCases.compactMap { grain in
        names[grain].map { "\(nameList($0)) every \(grain.spoken)" }
      }
      findings.report(
        "`\(scorecard.name)` adds up KPIs of different periods: \(parts.joined(separator: ", "))",
        at: scorecard.nameRange,
        help: "Judge them all by the period in which the scorecard is read.")
    }
  }
}
