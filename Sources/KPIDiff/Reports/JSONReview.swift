import KPIDiagnostics
import KPIModel
import KPIPlan
import KPIScorecard
package import KPIText

/// A review for programs; `Docs/Review.md` says what each field means.
package struct JSONReview {
  /// Raised in its second part when something is added, in its first when something is taken away.
  package static let formatVersion = "1.1"

  private let review: Review
  private let periods: Int

  /// `periods` is how many of those that are over are written of each metric.
  package init(_ review: Review, periods: Int) {
    self.review = review
    self.periods = periods
  }

  package var json: JSON {
    let changes = review.comparison.changes.filter { !$0.parts.isEmpty }
    let report = Report(review.findings, sources: review.sources, fileCount: nil)
    return [
      "format_version": .string(JSONReview.formatVersion),
      "base": .string(review.comparison.base),
      "summary": [
        "sentence": .string(ReviewSummary(review).text),
        "counts": .object(
          Category.allCases.map { category in
            JSON.Member(category.rawValue, .integer(review.changes(category).count))
          }),
        "unacknowledged": .integer(
          changes.count { $0.acknowledgement == nil && !$0.grave.isEmpty }),
      ],
      "red_turned_green": .array(review.hidden.map(json)),
      "changes": .array(changes.map(json)),
      "values": review.valuation.map { .array($0.figures.map(json)) } ?? .null,
      "values_missing": .array((review.valuation?.problems ?? []).map(JSON.string)),
      "diagnostics": JSONReport(report).diagnostics,
    ]
  }

  // MARK: Changes

  private func json(of change: Change) -> JSON {
    var old: String?
    let kind: String
    switch change.kind {
    case .added: kind = "added"
    case .removed: kind = "removed"
    case .changed: kind = "changed"
    case .renamed(let name, _): (kind, old) = ("renamed", name)
    }
    return [
      "kind": .string(ChangeWords(change).noun.lowercased()),
      "name": .string(change.subject.name),
      "label": .optional(change.label),
      "change": .string(kind),
      "renamed_from": .optional(old),
      "category": .string(change.category.rawValue),
      "direct": .boolean(change.isDirect),
      "parts": .array(change.parts.map(json)),
      "acknowledged": change.acknowledgement.map(json) ?? .null,
    ]
  }

  private func json(of part: Part) -> JSON {
    [
      "aspect": .string(part.aspect.rawValue),
      "detail": .optional(part.detail),
      "category": .string(part.category.rawValue),
      "before": .optional(part.before),
      "after": .optional(part.after),
      "path": .array(
        part.path.map { ["kind": .string($0.kind.rawValue), "name": .string($0.name)] }),
    ]
  }

  private func json(of acknowledgement: Change.Acknowledgement) -> JSON {
    switch acknowledgement {
    case .revision(let revision, let subject):
      [
        "by": "revision", "of": .string(subject.text), "number": .integer(revision.number),
        "reason": .string(revision.reason),
      ]
    case .deprecated: ["by": "deprecated"]
    case .replaced(let name): ["by": "replaces", "of": .string(name)]
    }
  }

  // MARK: Values

  private func json(of hidden: HiddenRed) -> JSON {
    [
      "name": .string(hidden.figures.metric), "group": .optional(hidden.group),
      "every": .string((hidden.cadence ?? hidden.figures.grain).name),
      "periods": .array(hidden.rows.map { .string($0.period) }), "reason": .optional(hidden.reason),
    ]
  }

  private func json(of figures: Figures) -> JSON {
    [
      "name": .string(figures.metric),
      "every": .string(figures.grain.name),
      "unit_before": .optional(figures.before.writtenUnit),
      "unit_after": .optional(figures.after.writtenUnit),
      "series": .array(figures.series.map { json(of: $0, figures) }),
      "former": figures.former.map { former in
        [
          "every": .string(former.grain.name),
          "series": .array(former.series.map { json(of: $0, figures) }),
        ]
      } ?? .null,
    ]
  }

  private func json(of series: Figures.Series, _ figures: Figures) -> JSON {
    [
      "group": .optional(series.group),
      "periods": .array(
        (series.closed(last: periods) + series.rows.filter(\.isRunning)).map {
          json(of: $0, figures)
        }),
    ]
  }

  private func json(of row: Figures.Row, _ figures: Figures) -> JSON {
    [
      "period": .string(row.period), "running": .boolean(row.isRunning),
      "before": row.before.map { json(of: $0, figures.before) } ?? .null,
      "after": row.after.map { json(of: $0, figures.after) } ?? .null,
      "flipped": .boolean(row.isFlipped),
      "status_by_old_target": .optional(row.byOldTarget?.name),
    ]
  }

  private func json(of reading: Figures.Reading, _ quantity: Quantity) -> JSON {
    var members: [JSON.Member] = []
    switch reading.value {
    case .value(let number):
      members.append(.init("value", .numeral(ValueText.machine(number, quantity))))
    case .missing(let reason):
      members.append(.init("value", .null))
      members.append(.init("missing", .string(reason.rawValue)))
    }
    members.append(.init("status", .string(reading.judgement.status.name)))
    members.append(
      .init("target", .optional(reading.judgement.goal.map { $0.machineText(quantity) })))
    return .object(members)
  }
}
