import KPIDiagnostics
import KPIModel
import KPIPlan

extension LintRule {
  static let similarMembers = LintRule(
    Rule(
      "KPI4711", "similar-members", .warning, from: .standard,
      title: "Two members of a scorecard are made of the same numbers",
      explanation: """
        Two KPIs that are computed from just the same sums and counts rise and fall together, as the part that was paid \
        and the part that was not. In one score the same fact then counts twice.
        """,
      example: Samples.scorecard("includes revenue\n  includes refund_rate\n  includes kept_rate")
        + "\n\n" + kept,
      mended: Samples.scorecard("includes revenue\n  includes kept_rate") + "\n\n" + kept)
  ) { context, findings in
    for scorecard in context.scorecards {
      var first: [Set<Measure>: LintedScorecard.Member] = [:]
      for member in scorecard.members {
        guard let metric = member.metric, let leaves = context.form(of: metric)?.leaves,
          !leaves.isEmpty
        else { continue }
        guard let other = first[Set(leaves)] else {
          first[Set(leaves)] = member
          continue
        }
        // The same one twice is another finding.
        if other.metric == metric { continue }
        findings.report(
          "`\(other.name)` and `\(member.name)` are made of the same numbers, and count twice in "
            + "`\(scorecard.name)`",
          at: member.nameRange, about: member.name, help: "Keep the one that its reader asks for.",
          labels: [Diagnostic.Label(other.nameRange, "the other one is included here")])
      }
    }
  }

  private static let kept = """
    kpi kept_rate "Orders kept" = 1 - refund_rate {
      owner sales_team
      every month
      unit percent
      target at least 95%
    }
    """
}
