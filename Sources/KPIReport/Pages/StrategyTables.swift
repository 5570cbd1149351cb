import KPIModel
import KPIScorecard
import KPIText

/// The strategy map for those who do not see it: each objective with what measures it and what it drives.
struct ObjectiveTable {
  let pieces: Pieces
  let objectives: [ObjectiveID]

  private var voice: Voice { pieces.voice }
  private var specification: Specification { pieces.specification }

  var markup: Markup {
    let graph = StrategyGraph(specification, of: objectives)
    return tag(.div, .class("wrap")) {
      tag(.table) {
        tag(.thead) {
          tag(.tr) {
            for name in [Words.perspective, Words.objective, Words.measuredBy, Words.drives] {
              tag(.th, .init(.scope, "col")) { voice(name) }
            }
          }
        }
        tag(.tbody) {
          for band in graph.bands {
            for objective in band.rows.flatMap({ $0 }) { row(objective, band.perspective) }
          }
        }
      }
    }
  }

  private func row(_ id: ObjectiveID, _ perspective: PerspectiveID?) -> Markup {
    let objective = specification.objectives[id.index]
    return tag(.tr, .init(.id, pieces.site.anchor(of: id))) {
      tag(.td) {
        perspective.map { voice.name(of: specification.perspectives[$0.index]) }
          ?? voice(Words.offTheMap)
      }
      tag(.th, .init(.scope, "row")) { voice.name(of: id) }
      tag(.td) {
        tag(.ul, .class("plain")) {
          for metric in objective.metrics {
            tag(.li) {
              if let record = pieces.site.record(of: metric) {
                Shapes.icon(record.standing.judgement.status)
                pieces.link(metric)
                " (\(voice(record.standing.judgement.status.wording)))"
              } else {
                pieces.link(metric)
              }
            }
          }
        }
      }
      tag(.td) {
        tag(.ul, .class("plain")) {
          for drive in objective.drives {
            tag(.li) {
              voice.name(of: drive.objective)
              if let lag = drive.lag { " (\(lag.text))" }
              if let reason = drive.reason { tag(.span, .class("sub")) { reason } }
            }
          }
        }
      }
    }
  }
}

/// The work under way.
struct InitiativeTable {
  let pieces: Pieces

  private var voice: Voice { pieces.voice }

  /// Nothing where there are no initiatives.
  var section: Markup {
    let initiatives = pieces.specification.initiatives
    guard !initiatives.isEmpty else { return .nothing }
    return tag(.section, .init(.id, "initiatives")) {
      tag(.h2) { voice(Words.initiatives) }
      tag(.div, .class("wrap card")) { table(initiatives) }
    }
  }

  func table(_ initiatives: [Initiative]) -> Markup {
    tag(.table, .class("stack")) {
      tag(.thead) {
        tag(.tr) {
          for name in [Words.initiative, Words.due, Words.state, Words.improves, Words.owner] {
            tag(.th, .init(.scope, "col")) { voice(name) }
          }
        }
      }
      tag(.tbody) { for initiative in initiatives { row(initiative) } }
    }
  }

  private func row(_ initiative: Initiative) -> Markup {
    let isLate = initiative.isOverdue(on: pieces.report.asOf)
    return tag(.tr) {
      tag(.th, .init(.scope, "row")) { voice.name(of: initiative) }
      tag(.td, .class("nowrap"), .init(.dataSort, initiative.due?.text ?? "")) {
        initiative.due.map(voice.periods.text) ?? "–"
        if isLate { tag(.span, .class("sub")) { voice(Words.past) } }
      }
      tag(.td, .class(initiative.state == nil ? "late" : "")) {
        initiative.state.map { voice($0.wording) } ?? "–"
      }
      tag(.td) { pieces.list(initiative.improves.map(pieces.link)) }
      tag(.td, .class("late")) { pieces.link(initiative.owner) }
    }
  }
}

/// How far the data reaches.
struct FreshnessTable {
  let pieces: Pieces

  private var voice: Voice { pieces.voice }

  /// Nothing where no KPI reads a table.
  var section: Markup {
    guard !pieces.report.tables.isEmpty else { return .nothing }
    return tag(.section, .init(.id, "data")) {
      tag(.h2) { voice(Words.freshness) }
      tag(.p, .class("note")) { voice(Words.behindHint) }
      tag(.div, .class("wrap card")) { table(pieces.report.tables) }
    }
  }

  func table(_ tables: [TableFreshness]) -> Markup {
    tag(.table, .class("stack")) {
      tag(.thead) {
        tag(.tr) {
          for name in [Words.table, Words.lastRow, Words.status, Words.file] {
            tag(.th, .init(.scope, "col")) { voice(name) }
          }
        }
      }
      tag(.tbody) { for freshness in tables { row(freshness) } }
    }
  }

  private func row(_ freshness: TableFreshness) -> Markup {
    let table = pieces.specification[freshness.table]
    return tag(.tr) {
      tag(.th, .init(.scope, "row")) {
        table.label ?? table.name
        if table.label != nil { tag(.span, .class("sub")) { tag(.code) { table.name } } }
      }
      tag(.td, .class("nowrap")) { freshness.lastDay.map(voice.periods.text) ?? "–" }
      tag(.td) { state(freshness) }
      tag(.td, .class("late")) { tag(.code) { Pieces.place(of: table) } }
    }
  }

  private func state(_ freshness: TableFreshness) -> Markup {
    guard let isBehind = freshness.isBehind else {
      return tag(.span, .class("soft")) {
        voice(freshness.lastDay == nil ? Words.undated : Words.notJudged)
      }
    }
    let look = isBehind ? Status.atRisk : .onTrack
    return tag(.span, .class("badge " + look.styleName)) {
      Shapes.icon(look)
      voice(isBehind ? Words.behind : Words.upToDate)
    }
  }
}

extension Pieces {
  /// The name of a column as people read it.
  static func spoken(_ name: some StringProtocol) -> String {
    String(name.map { $0 == "_" ? " " : $0 })
  }

  /// Where the rows of a table come from.
  static func place(of table: Table) -> String {
    switch table.location {
    case .file(let path): path
    case .source(let name, let relation): "\(name): \(relation)"
    case .nowhere: "–"
    }
  }
}
