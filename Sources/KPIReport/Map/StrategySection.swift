import KPIModel

/// The part of a page with a strategy map, and the table that says the same.
struct StrategySection {
  let pieces: Pieces
  let objectives: [ObjectiveID]

  /// Nothing where there is no objective to draw.
  var markup: Markup {
    guard !objectives.isEmpty else { return .nothing }
    let voice = pieces.voice
    return tag(.section, .init(.id, "map")) {
      tag(.h2) { voice(Words.strategyMap) }
      tag(.p, .class("note")) { voice(Words.mapHint) }
      tag(.div, .class("card")) {
        StrategyMap(
          report: pieces.report, voice: voice, site: pieces.site, objectives: objectives
        ).markup
        tag(.details) {
          tag(.summary) { voice(Words.mapTable) }
          ObjectiveTable(pieces: pieces, objectives: objectives).markup
        }
      }
    }
  }
}
