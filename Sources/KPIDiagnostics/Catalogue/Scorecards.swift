package import KPISource

/// Findings about scorecards.
extension Rule {
  package static let scorecards: [Rule] = [
    .missingCountsAsGood, .notAboveZero, .baselineOfObjective, .bandsWithoutPoints,
  ]

  package static let missingCountsAsGood = Rule(
    "KPI2420", "missing-counts-as-good", title: "A missing value counts like a good one",
    explanation: """
      What is not known is not good. `missing counts as` takes a score below that of a member that is exactly on target: \
      below 100%, or below the points for `on track`.
      """,
    example: Samples.scorecard("missing counts as 100%\n  includes revenue"),
    mended: Samples.scorecard("missing counts as 0\n  includes revenue"))

  package static let notAboveZero = Rule(
    "KPI2421", "not-above-zero", title: "A weight or a cap is not above zero",
    explanation: """
      A weight says how much a member counts, and a cap the most that it can count. With zero it could be left out; below \
      zero, a better value would make the score worse.
      """,
    example: Samples.scorecard("includes revenue weight 0"),
    mended: Samples.scorecard("includes revenue weight 1"))

  package static let baselineOfObjective = Rule(
    "KPI2422", "baseline-of-objective", title: "An objective has no baseline of its own",
    explanation: """
      A baseline is a value that a KPI had when the work began. An objective is scored by the grades of its key results, \
      which have baselines of their own, or by the KPIs that measure it.
      """,
    example: Samples.scorecard("includes grow baseline 10%")
      + "\n\nobjective grow \"We grow\" {\n  measured by revenue\n}\n",
    mended: Samples.scorecard("includes grow")
      + "\n\nobjective grow \"We grow\" {\n  measured by revenue\n}\n")

  package static let bandsWithoutPoints = Rule(
    "KPI2423", "bands-without-points", title: "Bands need the points of each status",
    explanation: """
      `score bands` gives points for a status, and says how many in braces. A status that is not listed has the points of \
      the next worse one that is, and the worst has none.
      """,
    example: Samples.scorecard("score bands\n  includes revenue"),
    mended: Samples.scorecard(
      "score bands { on track 100  at risk 50 }\n  includes revenue"))
}

extension Samples {
  /// A KPI with a target, and a scorecard with some lines in its block.
  fileprivate static func scorecard(_ lines: String) -> String {
    kpi("  target at least 1000 USD") + """


      scorecard board "For the board" {
        \(lines)
      }
      """
  }
}

extension Diagnostic {
  package static func missingCountsAsGood(whole: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .missingCountsAsGood, "a missing value would count as much as one that is on target",
      at: range, help: "Write a score below \(whole), such as `missing counts as 0`.")
  }

  package static func notAboveZero(_ subject: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .notAboveZero, "\(subject) is not above zero", at: range, help: "Write a number above zero.")
  }

  package static func baselineOfObjective(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .baselineOfObjective, "an objective has no baseline of its own", at: range,
      help: "Leave `baseline` out; what the objective is measured by has baselines.")
  }

  package static func bandsWithoutPoints(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .bandsWithoutPoints, "nothing says how many points each status has", at: range,
      help: "Write them in braces: `score bands { exceeding 120  on track 100  at risk 50 }`.")
  }
}
