package import KPISource

/// Findings about values that are not what a metric says of itself.
extension Rule {
  package static let guards: [Rule] = [.valueOutsideRange, .invariantBroken, .guardNotChecked]

  private static func files(_ formulas: String) -> [Example.File] {
    [
      Example.File(
        "main.kpi",
        """
        table days from "days.csv" {
          day:    date time
          region: text
          orders: integer
          visits: integer
        }

        table budgets from "budgets.csv" {
          day:    date time
          orders: integer
        }

        \(formulas)
        """),
      Example.File("days.csv", "day,region,orders,visits\n2026-01-05,north,8,10\n"),
      Example.File("budgets.csv", "day,orders\n2026-01-01,9\n"),
    ]
  }

  package static let valueOutsideRange = Rule(
    code: "KPI3030", name: "value-outside-range", severity: .error,
    title: "A value lies outside of what its metric allows",
    explanation: """
      `in 0%..100%` says which values a metric can have; either end may be left out, and both belong to the range. A \
      value outside is shown as it is and marked, and the run fails: the data or the formula is wrong, or the range. \
      It is checked in every period and group that is asked, also of metrics that use this one.
      """,
    example: .project(
      files: files("metric conversion = sum(days.visits) / sum(days.orders) { in 0..1 }"),
      command: "eval conversion --as-of 2026-01-31"),
    mended: .project(
      files: files("metric conversion = sum(days.orders) / sum(days.visits) { in 0..1 }"),
      command: "eval conversion --as-of 2026-01-31"))

  package static let invariantBroken = Rule(
    code: "KPI3031", name: "invariant-broken", severity: .error,
    title: "What a metric says always holds does not hold",
    explanation: """
      `ensures` is a condition on metrics that holds in every period and group: refunds never exceed sales. Where it \
      is false the values are shown and marked, and the run fails. A condition with a missing side is not false. It \
      is checked where the metric is asked, and where a metric that uses it is asked.
      """,
    example: .project(
      files: files(
        """
        metric visits = sum(days.visits)
        metric orders_taken = sum(days.orders) { ensures orders_taken >= visits }
        """),
      command: "eval orders_taken --as-of 2026-01-31"),
    mended: .project(
      files: files(
        """
        metric visits = sum(days.visits)
        metric orders_taken = sum(days.orders) { ensures orders_taken <= visits }
        """),
      command: "eval orders_taken --as-of 2026-01-31"))

  package static let guardNotChecked = Rule(
    code: "KPI3032", name: "guard-not-checked", severity: .note,
    title: "An invariant could not be checked for this question",
    explanation: """
      `ensures` may speak of metrics that cannot be broken down or filtered as the question asks, or that compare \
      periods where none are asked. The question itself is answered; ask it without the breakdown to have the \
      invariant checked.
      """,
    example: .project(
      files: files(
        """
        metric planned = sum(budgets.orders)
        metric orders_taken = sum(days.orders) { ensures orders_taken <= planned }
        """),
      command: "eval orders_taken --by region --as-of 2026-01-31"),
    mended: .project(
      files: files(
        """
        metric planned = sum(budgets.orders)
        metric orders_taken = sum(days.orders) { ensures orders_taken <= planned }
        """),
      command: "eval orders_taken --as-of 2026-01-31"))
}

extension Diagnostic {
  /// `places` tells the value and the place of each case, the first of which the message names.
  package static func valueOutsideRange(
    _ metric: String, places: [String], count: Int, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .valueOutsideRange,
      "`\(metric)` is " + (places.first ?? "outside of its range") + more(count, "outside"),
      at: range,
      help:
        "Look at the rows behind it first; if they are right, correct the formula or its `in …`."
        + also(places, count))
  }

  package static func invariantBroken(
    _ condition: String, of metric: String, places: [String], count: Int, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .invariantBroken,
      "`\(condition)` should always hold for `\(metric)`, and does not hold " + (places.first ?? "")
        + more(count, "broken"), at: range,
      help:
        "Look at the rows behind it first; if they are right, correct a formula or this condition."
        + also(places, count))
  }

  package static func guardNotChecked(
    _ condition: String, of metric: String, because reason: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .guardNotChecked, "whether `\(condition)` holds for `\(metric)` was not checked: \(reason)",
      at: range, help: "Ask without the breakdown or the filter to have it checked.")
  }

  private static func more(_ count: Int, _ word: String) -> String {
    count < 2 ? "" : ", and \(word) in \(count - 1) more place" + (count == 2 ? "" : "s")
  }

  private static func also(_ places: [String], _ count: Int) -> String {
    let others = places.dropFirst()
    guard !others.isEmpty else { return "" }
    return " Also: " + others.joined(separator: "; ") + (places.count < count ? "; …" : ".")
  }
}
