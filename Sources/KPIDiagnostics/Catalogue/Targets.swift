package import KPISource

/// Findings about targets.
extension Rule {
  package static let targets: [Rule] = [
    .targetOrder, .emptyBand, .boundWithoutTarget, .notAPeriod,
    .nestedGroups, .barePercent, .bareDuration, .periodsOutOfOrder, .unknownTarget,
    .segmentsDoNotAddUp,
  ]

  package static let targetOrder = Rule(
    "KPI2402", "target-order", title: "Threshold, target and stretch are out of order",
    explanation: """
      The threshold is the worst value still acceptable and the stretch the ambitious one, so the three \
      stand in the direction of the target: threshold ≤ target ≤ stretch where higher is better, the other \
      way round where lower is better, and around each other for a band.
      """,
    example: Samples.kpi("  target at least 1000 USD\n  threshold 1200 USD"),
    mended: Samples.kpi("  target at least 1000 USD\n  threshold 800 USD"))

  package static let emptyBand = Rule(
    "KPI2403", "empty-band", title: "No value lies in this band",
    explanation: "A band has a lower end and an upper end; `between` names the lower one first.",
    example: Samples.kpi("  target between 1000 USD and 800 USD"),
    mended: Samples.kpi("  target between 800 USD and 1000 USD"))

  package static let boundWithoutTarget = Rule(
    "KPI2404", "bound-without-target", title: "A threshold or stretch needs a target",
    explanation: "What is worse or better than the target can only be said where there is one.",
    example: Samples.kpi("  threshold 800 USD"),
    mended: Samples.kpi("  target at least 1000 USD\n  threshold 800 USD"))

  package static let notAPeriod = Rule(
    "KPI2405", "not-a-period", title: "A period is needed here",
    explanation: """
      A target is in force from a period on: `2026`, `2026-H1`, `2026-Q3`, `2026-07`, `2026-W27`, \
      `2026-07-01`, or `FY2026` and its parts, such as `FY2026-Q3`. Only some years have a week 53.
      """,
    example: Samples.kpi("  target { from 2027-W53 at least 1000 USD }"),
    mended: Samples.kpi("  target { from 2026-W53 at least 1000 USD }"))

  package static let nestedGroups = Rule(
    "KPI2406", "nested-groups", title: "Targets differ by one breakdown at a time",
    explanation: """
      The targets of groups are given for the groups of one breakdown, and threshold and stretch hold for \
      all groups.
      """,
    example: Samples.kpi(
      """
        target at least 1000 USD
        threshold by status { "paid" 800 USD }
      """),
    mended: Samples.kpi("  target at least 1000 USD\n  threshold 800 USD"))

  package static let barePercent = Rule(
    "KPI2407", "bare-percent", .warning, title: "A percentage is written without its sign",
    explanation: """
      A percentage is a plain number shown times 100: 15% is 0.15, and 15 is 1500%. Write the sign, so that \
      nobody has to guess.
      """,
    example: Samples.orders + Samples.owner + """
      kpi refund_rate "Refund rate" = share(orders where status = "refunded") {
        owner sales_team
        every month
        target at most 5
      }
      """,
    mended: Samples.orders + Samples.owner + """
      kpi refund_rate "Refund rate" = share(orders where status = "refunded") {
        owner sales_team
        every month
        target at most 5%
      }
      """)

  package static let bareDuration = Rule(
    "KPI2424", "bare-duration", title: "A length of time is written without its unit",
    explanation: """
      A length of time is shown in whatever unit fits it, so 5 beside it may be meant as 5 seconds, minutes, hours or days. \
      Write the unit: `5 minutes`. A KPI that is always to be shown in one unit, and whose targets are then plain numbers in \
      it, says so with `unit minutes`.
      """,
    example: Samples.owner + """
      table tickets from "tickets.csv" {
        opened_on: date time
        wait:      duration minutes
      }

      kpi waiting "Waiting time" = median(tickets.wait) {
        owner sales_team
        every month
        target at most 5
      }
      """,
    mended: Samples.owner + """
      table tickets from "tickets.csv" {
        opened_on: date time
        wait:      duration minutes
      }

      kpi waiting "Waiting time" = median(tickets.wait) {
        owner sales_team
        every month
        target at most 5 minutes
      }
      """)

  package static let periodsOutOfOrder = Rule(
    "KPI2408", "periods-out-of-order", title: "The last period comes before the first",
    explanation: "A target or a holiday that ends before it begins is never in force.",
    example: Samples.kpi("  target { from 2026-07 to 2026-01 at least 1000 USD }"),
    mended: Samples.kpi("  target { from 2026-01 to 2026-07 at least 1000 USD }"))

  package static let unknownTarget = Rule(
    "KPI2413", "unknown-target", title: "The KPI has no target with this name",
    explanation: """
      Several targets may stand side by side under names of their own, such as `target budget at least …` and \
      `target forecast at least …`. `judged by` names the one that gives the status; without it that is the target \
      without a name, or else the first.
      """,
    example: Samples.kpi("  target budget at least 1000 USD\n  judged by bugdet"),
    mended: Samples.kpi("  target budget at least 1000 USD\n  judged by budget"))

  package static let segmentsDoNotAddUp = Rule(
    "KPI2414", "segments-do-not-add-up", .warning,
    title: "The targets of the groups do not come to that of the whole",
    explanation: """
      Where a KPI is a sum over its groups and every group has a target, either all groups reach theirs and the whole \
      misses its own, or the other way round. Groups that have no target may take the rest, so where the breakdown \
      may have others than those listed, only a sum above the whole is pointed out.
      """,
    example: Samples.kpi(
      """
        target at least 1000 USD
        target by status { "paid" at least 500 USD  "refunded" at least 400 USD }
      """),
    mended: Samples.kpi(
      """
        target at least 1000 USD
        target by status { "paid" at least 600 USD  "refunded" at least 400 USD }
      """))
}

extension Diagnostic {
  package static func unknownTarget(
    _ name: String, known: [String], at range: SourceRange
  ) -> Diagnostic {
    var finding = unknown(
      .unknownTarget, name, "the KPI has no target called `\(name)`", among: known,
      what: "target", at: range)
    if known.isEmpty { finding.help = "Give one this name: `target \(name) at least …`." }
    return finding
  }

  package static func segmentsDoNotAddUp(
    _ breakdown: String, sum: String, whole: String, at range: SourceRange, target: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .segmentsDoNotAddUp,
      "the targets by `\(breakdown)` add up to \(sum), and the target of the whole is \(whole)",
      at: range,
      labels: [Label(target, "the whole")],
      help:
        "Change one of them: as it is, all groups can reach their targets and the whole miss its own, or the other "
        + "way round.")
  }

  package static func barePercent(_ number: String, percent: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .barePercent, "the KPI is a percentage, and `\(number)` without a sign means \(percent)",
      at: range,
      help: "Write `\(number)%`, or `\(percent)` if that is meant.")
  }

  package static func bareDuration(_ number: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .bareDuration, "`\(number)` does not say whether seconds, minutes, hours or days are meant",
      at: range,
      help: "Write the unit, such as `\(number) minutes`, or give the metric one: `unit minutes`.")
  }

  package static func periodsOutOfOrder(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .periodsOutOfOrder, "the end comes before the beginning", at: range,
      help: "Exchange the two, or leave out `to` and the end.")
  }

  package static func targetOrder(
    _ bound: String, direction: String, at range: SourceRange, target: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .targetOrder, TargetWords.disorder(bound, direction),
      at: range,
      labels: [Label(target, "the target")],
      help: TargetWords.order(bound, direction))
  }

  /// One value beside a target of two, or the other way round.
  package static func boundOfOtherKind(
    _ bound: String, isBand: Bool, at range: SourceRange, target: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .targetOrder,
      isBand
        ? "this \(bound) is two values, and the target is one"
        : "this \(bound) is one value, and the target is two", at: range,
      labels: [Label(target, "the target")],
      help: isBand
        ? "Write one value, such as `\(bound) 80`."
        : "Write both ends: `\(bound) between 80 and 120`.")
  }

  package static func emptyBand(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .emptyBand, "no value lies between these two, as the first is larger", at: range,
      help: "Write the smaller one first.")
  }

  package static func boundWithoutTarget(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .boundWithoutTarget, "a threshold or a stretch says nothing without a target", at: range,
      help: "Add the target, such as `target at least 100` or `target at most 5%`.")
  }

  package static func notAPeriod(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .notAPeriod, "there is no such period", at: range,
      help:
        "Write a year, a quarter, a month, a week or a day, such as `2026-Q3` or `2026-07`. Only some years have a "
        + "week 53.")
  }

  package static func nestedGroups(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .nestedGroups, "only a target may differ by group, and by one column at a time", at: range,
      help: "Write one value for all groups, such as `threshold 800`.")
  }
}

/// Sentences that depend on the direction of a target.
private enum TargetWords {
  static func disorder(_ bound: String, _ direction: String) -> String {
    switch (bound, direction) {
    case ("threshold", "between"): "this threshold does not lie around the target"
    case (_, "between"): "this stretch does not lie inside the target"
    case ("threshold", _): "this threshold is better than the target"
    default: "this stretch is worse than the target"
    }
  }

  static func order(_ bound: String, _ direction: String) -> String {
    let place =
      switch (bound, direction) {
      case ("threshold", "at least"): "below"
      case ("threshold", "at most"): "above"
      case ("threshold", _): "around"
      case (_, "at least"): "above"
      case (_, "at most"): "below"
      default: "inside"
      }
    return bound == "threshold"
      ? "The threshold is the worst value that is still acceptable, so it lies \(place) the target."
      : "The stretch is what would be excellent, so it lies \(place) the target."
  }
}
