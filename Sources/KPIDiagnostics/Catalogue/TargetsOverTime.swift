package import KPISource

/// Findings about targets that are spread over time or measured from the past.
extension Rule {
  package static let targetsOverTime: [Rule] = [
    .phasedNotAdditive, .unfitPhasing, .boundNotPhased, .windowAgainstCadence,
  ]

  package static let phasedNotAdditive = Rule(
    "KPI2409", "phased-not-additive", title: "This KPI's target cannot be spread over months",
    explanation: """
      A yearly amount is `phased` by giving each month its part, so the months of the KPI must add up to the year. \
      Only counts and sums of events do, and sums of these with constant factors. A ratio, a stock, a number of \
      different customers or a running total does not: the same target holds for every period.
      """,
    example: Samples.orders + Samples.owner + """
      kpi order_value "Order value" = sum(orders.amount) / count(orders) {
        owner sales_team
        every month
        target at least 600 USD phased evenly
      }
      """,
    mended: Samples.orders + Samples.owner + """
      kpi order_value "Order value" = sum(orders.amount) / count(orders) {
        owner sales_team
        every month
        target at least 50 USD
      }
      """)

  package static let unfitPhasing = Rule(
    "KPI2410", "unfit-phasing", title: "The amount cannot be spread over its months like this",
    explanation: """
      The amount is for the year, half or quarter that follows `from`; after anything else, and without `from`, it \
      is for the fiscal year. `by weights` needs a weight for each of its months (12, 6 or 3), in their order, none \
      below 0 and not all 0. `like previous …` looks back at least as far as the amount's period is long.
      """,
    example: Samples.kpi(
      "  target { from 2026-Q1 at least 3000 USD phased by weights (1, 2, 3, 4) }"),
    mended: Samples.kpi(
      "  target { from 2026-Q1 at least 3000 USD phased by weights (1, 2, 3) }"))

  package static let boundNotPhased = Rule(
    "KPI2411", "bound-not-phased", .warning,
    title: "The target is for a longer period than its threshold or stretch",
    explanation: """
      A phased amount is spread over its months, and a value that is not phased is compared with each month as it \
      stands. Beside a target of 12M USD for the year, a threshold of 10M USD would be one for every month. Phase \
      it as well.
      """,
    example: Samples.kpi("  target at least 12k USD phased evenly\n  threshold 10k USD"),
    mended: Samples.kpi(
      "  target at least 12k USD phased evenly\n  threshold 10k USD phased evenly"))

  package static let windowAgainstCadence = Rule(
    "KPI2412", "window-against-cadence", title: "Weeks do not move by months",
    explanation: """
      A KPI is judged by the periods of its `every`, and what it is computed from or compared with moves by whole \
      periods. A month, a quarter or a half before, a week has no counterpart that would neither lose nor repeat \
      days. Only weeks and years are possible, from a week to the week of the same number.
      """,
    example: Samples.orders + Samples.owner + """
      kpi revenue "Revenue" = sum(orders.amount) {
        owner sales_team
        every week
        target at least 5% above previous month
      }
      """,
    mended: Samples.orders + Samples.owner + """
      kpi revenue "Revenue" = sum(orders.amount) {
        owner sales_team
        every week
        target at least 5% above previous year
      }
      """)
}

extension Diagnostic {
  package static func phasedNotAdditive(_ kpi: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .phasedNotAdditive, "`\(kpi)` does not add up: twelve months of it are not its year",
      at: range,
      help: "Leave out `phased …`, and write the value that is expected of every single period.")
  }

  package static func weightNotANumber(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .unfitPhasing, "a weight is a number such as `1` or `2.5`, and not below 0", at: range,
      help: "Write numbers that show how much larger one month is than another: `(1, 1, 2)`.")
  }

  package static func unfitWeights(
    count: Int, whole: String, months: Int, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .unfitPhasing,
      count == months
        ? "all the weights are 0, so no month gets any of the amount"
        : "a \(whole) has \(months) months, and \(count == 1 ? "here is 1 weight" : "here are \(count) weights")",
      at: range, help: "Write a weight for each month, from the first of the \(whole) on.")
  }

  package static func unfitShape(
    _ grain: String, whole: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .unfitPhasing,
      "the amount is for a whole \(whole), and a \(grain) before that is not a \(whole) yet",
      at: range,
      help: "Look back at least as far as the amount's period is long, such as `previous \(whole)`."
    )
  }

  package static func boundNotPhased(at range: SourceRange, target: SourceRange) -> Diagnostic {
    Diagnostic(
      .boundNotPhased, "the target is spread over the months, and this amount is not", at: range,
      labels: [Label(target, "the target")],
      help:
        "Write `phased` here as in the target, or else every single month is held against the whole amount."
    )
  }

  package static func windowAgainstCadence(
    _ kpi: String, span: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .windowAgainstCadence,
      "`\(kpi)` is judged every week, and there is no whole week exactly \(span) before", at: range,
      help: "Write `every month`, or look back whole weeks or years.")
  }
}
