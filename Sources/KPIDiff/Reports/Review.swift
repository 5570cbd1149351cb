package import KPIDiagnostics
import KPIModel
import KPIScorecard
package import KPISource

/// Everything that there is to say of a change: what it means, what it does to the numbers, and what a reviewer is asked
/// to look at.
package struct Review: Sendable {
  package let comparison: Comparison
  /// `nil` where no values were asked for.
  package let valuation: Valuation?
  /// The files of the head, which the findings point into.
  package let sources: SourceMap
  package let findings: [Diagnostic]

  package init(_ comparison: Comparison, _ valuation: Valuation?, sources: SourceMap) {
    self.comparison = comparison
    self.valuation = valuation
    self.sources = sources
    findings = ReviewFindings(comparison, valuation).all
  }

  /// The KPIs of which a period that was over turned from red to green by a moved target; they come first everywhere.
  var hidden: [HiddenRed] { HiddenRed.all(in: comparison, valuation) }

  /// What a reader must know who takes no warning for good news; `nil` where there is nothing.
  var caution: String? {
    let isBlind = valuation?.problems.isEmpty == false || valuation == nil
    guard isBlind, comparison.changes.contains(where: { $0.isKPI && $0.has(.goalpost) }) else {
      return nil
    }
    return "whether a moved target turns periods that are over from red to green is not known "
      + "without the values"
  }

  /// The changes of one category, its own ones before those that only follow.
  func changes(_ category: Category) -> [Change] {
    comparison.changes.filter { $0.category == category && !$0.parts.isEmpty }
  }
}

/// The periods of a KPI, or of one group of it, that look better only because their target moved.
struct HiddenRed {
  let change: Change
  let figures: Figures
  let group: String?
  let rows: [Figures.Row]
  /// What the periods were judged by, where another cadence hides them.
  let cadence: Grain?
  /// Why, where the KPI's own revision says so.
  let reason: String?

  static func all(in comparison: Comparison, _ valuation: Valuation?) -> [HiddenRed] {
    (valuation?.figures ?? []).flatMap { figures -> [HiddenRed] in
      guard let change = comparison.change(of: figures.metric) else { return [] }
      let formerSeries = figures.former.map { former in
        former.series.map { ($0, former.grain) }
      }
      let all = figures.series.map { ($0, Grain?.none) } + (formerSeries ?? [])
      return all.compactMap { series, cadence in
        let rows = series.rows.filter(\.hidesRed)
        guard !rows.isEmpty else { return nil }
        return HiddenRed(
          change: change, figures: figures, group: series.group, rows: rows, cadence: cadence,
          reason: change.revision?.reason)
      }
    }
  }

  /// Whether the periods seem to have reached their targets, rather than not being judged any more.
  var isGreen: Bool {
    rows.flatMap(\.standings).allSatisfy { [.onTrack, .exceeding].contains($0.status) }
  }

  /// What happens to the periods, in words.
  var sentence: String {
    if let cadence {
      return
        "is judged by \(figures.grain.spoken), and what it missed by \(cadence.spoken) no longer "
        + "shows"
    }
    return isGreen
      ? "missed its target and seems to have reached it, only because the target moved"
      : "missed its target and is no longer judged there"
  }

  /// The expectation before and after, once where it is the same.
  func expectations(_ row: Figures.Row) -> String {
    let before = FiguresText.expectation(row.before, figures.before)
    guard cadence == nil else { return before }
    let after = FiguresText.expectation(row.after, figures.after)
    return before == after ? before : "\(before) → \(after)"
  }

  /// The KPI, with the group where it is one: `refund_rate, segment=enterprise`.
  var name: String { figures.metric + (group.map { ", \($0)" } ?? "") }
}
