import KPIModel
import KPIScorecard
import KPIText

/// What is believed of the world, and the KPIs whose targets rest on it.
struct AssumptionTable {
  let pieces: Pieces

  private var voice: Voice { pieces.voice }

  /// Nothing where there are no assumptions.
  var section: Markup {
    let standings = pieces.report.strategy.assumptions
    guard !standings.isEmpty else { return .nothing }
    return tag(.section, .init(.id, "assumptions")) {
      tag(.h2) { voice(Words.assumptions) }
      tag(.div, .class("wrap card")) {
        tag(.table, .class("stack")) {
          tag(.thead) {
            tag(.tr) {
              for name in [Words.assumption, Words.until, Words.state, Words.restsOn, Words.owner] {
                tag(.th, .init(.scope, "col")) { voice(name) }
              }
            }
          }
          tag(.tbody) { for standing in standings { row(standing) } }
        }
      }
    }
  }

  private func row(_ standing: AssumptionStanding) -> Markup {
    let assumption = pieces.specification.assumptions[standing.id.index]
    return tag(.tr) {
      tag(.th, .init(.scope, "row")) {
        voice.name(of: assumption)
        if let reason = assumption.broken?.reason ?? assumption.reason {
          tag(.span, .class("sub")) { reason }
        }
      }
      tag(.td, .class("nowrap")) { assumption.expires.map(voice.periods.text) ?? "–" }
      tag(.td) { state(standing.state) }
      tag(.td) {
        pieces.list(
          standing.kpis.map(pieces.link) + standing.objectives.map { .text(voice.name(of: $0)) })
      }
      tag(.td, .class("late")) { pieces.link(assumption.owner) }
    }
  }

  private func state(_ state: Assumption.State) -> Markup {
    let (look, word) =
      switch state {
      case .holds: (Status.onTrack, Words.holds)
      case .expired: (Status.atRisk, Words.expired)
      case .broken: (Status.offTrack, Words.broken)
      }
    return tag(.span, .class("badge " + look.styleName)) {
      Shapes.icon(look)
      voice(word)
    }
  }
}
