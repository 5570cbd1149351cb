import KPISource
import KPIText

/// Findings about a change: what `kpi diff` asks a reviewer to look at.
extension Rule {
  package static let review: [Rule] = [
    .unacknowledgedBreak, .unacknowledgedValueChange, .redTurnedGreen, .targetLoosened,
    .removedWhileMissed, .revisionWithoutChange, .baseWithErrors,
  ]

  private static func files(
    before: String, after: String, data: String = Samples.reviewData
  ) -> [Example.File] {
    [
      Example.File("before/main.kpi", before), Example.File("after/main.kpi", after),
      Example.File("after/orders.csv", data),
    ]
  }

  private static func diff(_ options: String = "--no-values") -> String {
    "diff after --against before \(options)"
  }

  package static let unacknowledgedBreak = Rule(
    code: "KPI5001", name: "unacknowledged-break", severity: .error,
    title: "Something that others may use breaks, and nothing says that this is meant",
    explanation: """
      A metric, a table, a column or a dimension is gone or has another name, or a value has another unit. Reports, \
      spreadsheets and other metrics that use it stop working, or go on with a number that means something else. Where \
      this is meant, say so in the same change: raise the `revision` of what changes and give the reason; let a metric \
      with a new name say `replaces` and the old one; let a metric that goes be `deprecated` for a while first.
      """,
    example: .project(
      files: files(
        before: Samples.reviewed("metric income = sum(orders.amount)"),
        after: Samples.reviewed("metric revenue = sum(orders.amount)")), command: diff()),
    mended: .project(
      files: files(
        before: Samples.reviewed("metric income = sum(orders.amount)"),
        after: Samples.reviewed(
          """
          metric revenue = sum(orders.amount) {
            replaces income
          }
          """)), command: diff()))

  package static let unacknowledgedValueChange = Rule(
    code: "KPI5002", name: "unacknowledged-value-change", severity: .error,
    title: "A value is computed otherwise, and nothing says that this is meant",
    explanation: """
      The number keeps its name and is another one from now on, also for the past. Whoever compares it with what was \
      reported before must be able to see that, and why. Raise the `revision` of the metric, of its table, dimension or \
      unit, or of the company, wherever the change is made, and give the reason. What only follows from it needs no \
      revision of its own.
      """,
    example: .project(
      files: files(
        before: Samples.reviewed("metric revenue = sum(orders.amount)"),
        after: Samples.reviewed("metric revenue = sum(orders.amount where status = \"paid\")")),
      command: diff()),
    mended: .project(
      files: files(
        before: Samples.reviewed("metric revenue = sum(orders.amount)"),
        after: Samples.reviewed(
          """
          metric revenue = sum(orders.amount where status = "paid") {
            revision 1 because "refunded orders are no revenue"
          }
          """)), command: diff()))

  package static let redTurnedGreen = Rule(
    code: "KPI5003", name: "red-turned-green", severity: .error,
    title: "A period that missed its target no longer does, because the target moved",
    explanation: """
      The period is over and its value is what it was; only what was expected of it has changed since. A target that is \
      moved afterwards says nothing about what was achieved. Let the new target begin with a period that is still to \
      come (`from 2026-12 at least …`), so that the past stays judged by the goals of its time. Where the old target \
      was a mistake, raise the KPI's `revision` and give the reason; the periods are shown all the same. The same holds \
      where a target is taken away, and where another `every` puts periods that missed it into longer ones that do not.
      """,
    example: .project(
      files: files(
        before: Samples.reviewedKPI("target at least 200 USD"),
        after: Samples.reviewedKPI("target at least 90 USD")),
      command: diff("--as-of 2026-02-28")),
    mended: .project(
      files: files(
        before: Samples.reviewedKPI("target at least 200 USD"),
        after: Samples.reviewedKPI(
          """
          target {
              from 2026-01 at least 200 USD
              from 2026-03 at least  90 USD
            }
          """)),
      command: diff("--as-of 2026-02-28")))

  package static let targetLoosened = Rule(
    code: "KPI5004", name: "target-loosened", severity: .warning,
    title: "Less is expected of a period that has already begun",
    explanation: """
      Whoever sees a period going badly can make it look better by asking less of it. That may be right, and it is for \
      the reviewer to know. Let the new target begin with the next period where it can.
      """,
    example: .project(
      files: files(
        before: Samples.reviewedKPI("target at least 110 USD"),
        after: Samples.reviewedKPI(
          """
          target {
              from 2026-01 at least 110 USD
              from 2026-03 at least  90 USD
            }
          """)),
      command: diff("--as-of 2026-03-10")),
    mended: .project(
      files: files(
        before: Samples.reviewedKPI("target at least 110 USD"),
        after: Samples.reviewedKPI(
          """
          target {
              from 2026-01 at least 110 USD
              from 2026-04 at least  90 USD
            }
          """)),
      command: diff("--as-of 2026-03-10")))

  package static let removedWhileMissed = Rule(
    code: "KPI5005", name: "removed-while-missed", severity: .warning,
    title: "A KPI goes while it misses its target",
    explanation: """
      A KPI that is off track is a question somebody still has to answer. Taking it away answers nothing. If it is the \
      wrong measure, let what takes its place say `replaces`, and keep the reason in the change.
      """,
    example: .project(
      files: files(
        before: Samples.reviewedKPI(
          "target at least 200 USD\n  deprecated since 2026-01 use orders_paid"),
        after: Samples.reviewed("metric orders_paid = count(orders)")),
      command: diff("--as-of 2026-02-28")),
    mended: .project(
      files: files(
        before: Samples.reviewedKPI(
          "target at least 90 USD\n  deprecated since 2026-01 use orders_paid"),
        after: Samples.reviewed("metric orders_paid = count(orders)")),
      command: diff("--as-of 2026-02-28")))

  package static let revisionWithoutChange = Rule(
    code: "KPI5006", name: "revision-without-change", severity: .note,
    title: "A revision is raised although nothing changes that it could speak for",
    explanation: """
      `revision` says that a change of meaning is meant, and why. Raised without one it tells readers of a change that \
      there is not. Take it back, or look whether the change that it speaks for was forgotten.
      """,
    example: .project(
      files: files(
        before: Samples.reviewed("metric revenue = sum(orders.amount)"),
        after: Samples.reviewed(
          """
          metric revenue = sum(orders.amount) {
            revision 1 because "refunded orders are no revenue"
          }
          """)), command: diff()),
    mended: .project(
      files: files(
        before: Samples.reviewed("metric revenue = sum(orders.amount)"),
        after: Samples.reviewed("metric revenue = sum(orders.amount)")), command: diff()))

  package static let baseWithErrors = Rule(
    code: "KPI9130", name: "base-with-errors", severity: .error,
    title: "What the specification is compared with has errors itself",
    explanation: """
      A specification with errors has no meaning that another one could be compared with. Name an earlier state that \
      checks: `kpi diff --against` and a revision, a folder or a file.
      """,
    example: .project(
      files: files(
        before: Samples.reviewed("metric revenue = sum(orders.amonut)"),
        after: Samples.reviewed("metric revenue = sum(orders.amount)")), command: diff()),
    mended: .project(
      files: files(
        before: Samples.reviewed("metric revenue = sum(orders.amount)"),
        after: Samples.reviewed("metric revenue = sum(orders.amount)")), command: diff()))
}

extension Samples {
  static let reviewData = """
    ordered_on,status,amount
    2026-01-10,paid,100
    2026-02-10,paid,120
    2026-03-05,paid,40
    """

  static func reviewed(_ declarations: String) -> String {
    """
    table orders from "orders.csv" {
      ordered_on: date time
      status:     text in ("paid", "refunded")
      amount:     USD
    }

    owner sales_team "Sales team"

    \(declarations)

    """
  }

  static func reviewedKPI(_ lines: String) -> String {
    let block = """
      kpi revenue "Revenue" = sum(orders.amount) {
        owner sales_team
        every month
        \(lines)
      }
      """
    return reviewed(
      block + (lines.contains("orders_paid") ? "\n\nmetric orders_paid = count(orders)" : ""))
  }
}

extension Diagnostic {
  package static func unacknowledgedBreak(
    _ what: String, help: String, at location: Location
  ) -> Diagnostic {
    Diagnostic(.unacknowledgedBreak, what, at: location, help: help)
  }

  package static func unacknowledgedValueChange(
    _ what: String, help: String, at location: Location
  ) -> Diagnostic {
    Diagnostic(.unacknowledgedValueChange, what, at: location, help: help)
  }

  /// `reason` where the KPI's revision speaks for it: it is no error then, and is shown all the same.
  /// `cadence` is the one that the periods were judged by, where another one hides them.
  package static func redTurnedGreen(
    _ kpi: String, _ sentence: String, periods: [String], by cadence: String?, reason: String?,
    nextRevision: Int, at location: Location
  ) -> Diagnostic {
    let message = "`\(kpi)` \(sentence): \(TextFlow.list(periods))"
    let revision = "add `revision \(nextRevision) because \"…\"` to the KPI."
    let help =
      if let cadence {
        "Judge it by \(cadence) as before, or \(revision)"
      } else {
        "Let the new target begin with a period that is still to come: `from PERIOD …`. "
          + "If the old one was a mistake, \(revision)"
      }
    return Diagnostic(
      .redTurnedGreen, severity: reason == nil ? .error : .note, message, at: location,
      help: reason.map { "The reason given is: \($0)" } ?? help)
  }

  package static func targetLoosened(
    _ kpi: String, period: String, before: String, after: String, at location: Location
  ) -> Diagnostic {
    Diagnostic(
      .targetLoosened,
      "less is expected of `\(kpi)` in \(period), which has begun: \(after) instead of \(before)",
      at: location, help: "Let the new target begin with the next period: `from PERIOD …`.")
  }

  package static func removedWhileMissed(
    _ kpi: String, period: String, status: String
  ) -> Diagnostic {
    Diagnostic(
      .removedWhileMissed, "`\(kpi)` goes while it is \(status), in \(period)", at: .none,
      help: "Keep it until it is answered for, or let what takes its place say `replaces \(kpi)`.")
  }

  package static func revisionWithoutChange(
    _ name: String, number: Int, at location: Location
  ) -> Diagnostic {
    Diagnostic(
      .revisionWithoutChange,
      "`\(name)` is raised to revision \(number), and nothing of its meaning changes",
      at: location, help: "Take the revision back, unless a change was forgotten.")
  }

  package static func baseWithErrors(_ base: String, _ first: String, count: Int) -> Diagnostic {
    Diagnostic(
      .baseWithErrors,
      "\(base) has \(TextFlow.count(count, "error")) and cannot be compared with: \(first)",
      at: .none, help: "Compare with an earlier state that checks: `--against` and its name.")
  }
}
