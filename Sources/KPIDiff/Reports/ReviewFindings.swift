import KPIDiagnostics
import KPIModel
import KPIScorecard
import KPIText

/// What a reviewer is asked to look at.
struct ReviewFindings {
  private let comparison: Comparison
  private let valuation: Valuation?

  init(_ comparison: Comparison, _ valuation: Valuation?) {
    self.comparison = comparison
    self.valuation = valuation
  }

  var all: [Diagnostic] {
    hidden + comparison.changes.flatMap(unacknowledged) + loosened + removed + idle
  }

  private func location(_ change: Change) -> Location { change.place.map(Location.source) ?? .none }

  // MARK: Changes that are not acknowledged

  private func unacknowledged(_ change: Change) -> [Diagnostic] {
    guard change.acknowledgement == nil, let worst = change.grave.first else { return [] }
    let words = ChangeWords(change)
    let followers = comparison.changes.count { other in
      other.subject != change.subject
        && other.parts.contains { words.isSource(of: $0.path) }
    }
    let effect = followers == 0 ? "" : ", and with it \(TextFlow.count(followers, "other"))"
    let message = words.sentence + effect
    return [
      worst.category == .breaking
        ? .unacknowledgedBreak(message, help: words.help, at: location(change))
        : .unacknowledgedValueChange(message, help: words.help, at: location(change))
    ]
  }

  // MARK: What the numbers say

  private var hidden: [Diagnostic] {
    HiddenRed.all(in: comparison, valuation).map { hidden in
      .redTurnedGreen(
        hidden.name, hidden.sentence, periods: hidden.rows.map(\.period),
        by: hidden.cadence?.spoken, reason: hidden.reason, nextRevision: hidden.change.nextRevision,
        at: location(hidden.change))
    }
  }

  private var loosened: [Diagnostic] {
    (valuation?.figures ?? []).flatMap { figures -> [Diagnostic] in
      guard let change = comparison.change(of: figures.metric) else { return [] }
      return figures.series.flatMap { series in
        series.rows.filter(\.isLoosened).map { row in
          .targetLoosened(
            figures.metric + (series.group.map { ", \($0)" } ?? ""), period: row.period,
            before: FiguresText.expectation(row.before, figures.before),
            after: FiguresText.expectation(row.after, figures.after), at: location(change))
        }
      }
    }
  }

  private var removed: [Diagnostic] {
    comparison.changes.compactMap { change in
      guard change.kind == .removed, change.isKPI,
        let row = valuation?.figures(of: change.subject.name)?.closed.last,
        let status = row.before?.judgement.status, status.missesTarget
      else { return nil }
      return .removedWhileMissed(change.subject.name, period: row.period, status: status.name)
    }
  }

  /// Revisions that speak for nothing.
  private var idle: [Diagnostic] {
    comparison.changes.compactMap { change in
      guard let revision = change.revision,
        !change.parts.contains(where: { $0.category <= .goalpost }),
        !comparison.changes.contains(where: { other in
          if case .revision(_, change.subject)? = other.acknowledgement {
            other.subject != change.subject
          } else {
            false
          }
        })
      else { return nil }
      return .revisionWithoutChange(
        change.subject.kind == .company ? "company" : change.subject.name,
        number: revision.number, at: location(change))
    }
  }
}
