import KPIModel
import KPIPlan
import KPIScorecard
import KPIText

/// The page of a KPI: how it stands, how it came there, what it means, and what is to be done.
struct KPIPage {
  let frame: PageFrame
  let record: KPIRecord

  private var report: CompanyReport { frame.report }
  private var voice: Voice { frame.voice }
  private var specification: Specification { report.specification }
  private var pieces: Pieces { Pieces(report: report, voice: voice, site: frame.site) }
  private var declared: Metric { specification[record.metric] }
  private var line: StatusLine { record.standing }
  private var name: String { voice.name(of: record.metric) }

  var page: Site.Page {
    let file = frame.site.page(of: record.metric)
    let facts = KPIFacts(pieces: pieces, record: record)
    return Site.Page(
      file: file,
      text: frame.document(name, file: file) {
        opening
        tag(.section) { tag(.div, .class("card")) { figures } }
        history
        action
        groups
        breakdowns
        tag(.section, .class("pair")) {
          facts.definition
          facts.accountability
        }
        initiatives
      })
  }

  private var opening: Markup {
    tag(.header) {
      if let department = declared.accountability?.department {
        tag(.p, .class("crumbs")) { pieces.link(department) }
      }
      tag(.div, .class("title")) {
        tag(.h1) { name }
        pieces.badge(line.judgement.status, pill: true)
      }
      if let question = declared.accountability?.question {
        tag(.p, .class("lead")) { question }
      }
    }
  }

  // MARK: Numbers

  private var figures: Markup {
    let judgement = line.judgement
    return tag(.dl, .class("figures")) {
      tag(.div, .class("big")) {
        tag(.dt) { voice.periods.text(record.period) }
        tag(.dd) {
          line.value.number == nil ? "–" : voice.value(of: line)
          tag(.small) {
            if case .missing(let reason) = line.value {
              voice(reason.wording)
            } else if let change = pieces.change(record) {
              change
            }
          }
        }
      }
      figure(Words.target, voice.target(of: line), note: line.against)
      if let judged = record.history.last(where: { $0.period == record.period }) {
        if let threshold = judged.threshold {
          figure(Words.threshold, voice.bounds(threshold, line.quantity))
        }
        if let stretch = judged.stretch {
          figure(Words.stretch, voice.bounds(stretch, line.quantity))
        }
      }
      if let attainment = judgement.attainment {
        figure(Words.attained, voice.share(attainment))
      }
      if let last = record.history.last, last.isRunning, last.period != record.period {
        running(last)
      }
    }
  }

  /// A figure, with a word about it where there is one, such as which target it is.
  private func figure(_ name: Wording, _ value: String, note: String? = nil) -> Markup {
    tag(.div) {
      tag(.dt) { voice(name) }
      tag(.dd) {
        value
        if let note { tag(.small) { note } }
      }
    }
  }

  /// The period that is not over: what there is so far, what is due by now, and where it leads.
  private func running(_ point: HistoryPoint) -> Markup {
    tag(.div) {
      tag(.dt) { "\(voice(Words.running)): \(voice.periods.text(point.period))" }
      tag(.dd) {
        voice.value(point.value, line.quantity)
        tag(.small) {
          if let due = point.judgement.goalToDate {
            "\(voice(Words.dueByNow)): \(due.text(line.quantity, in: voice.language))"
          }
          if let pace = point.judgement.pace {
            " · \(voice(Words.onPaceFor)) "
            voice.value(.value(pace.value), line.quantity)
            " ("
            voice(pace.status.wording)
            ")"
          }
        }
      }
    }
  }

  private var history: Markup {
    tag(.section) {
      tag(.h2) { voice(Words.history) }
      tag(.div, .class("card")) {
        if let chart = HistoryChart(record: record, name: name, voice: voice).markup {
          chart
          HistoryKey(record: record, voice: voice).markup
        } else {
          tag(.p, .class("soft")) { voice(Words.noHistory) }
        }
        if !record.history.isEmpty {
          tag(.details) {
            tag(.summary) { voice(Words.historyTable) }
            HistoryTable(pieces: pieces, record: record).markup
          }
        }
      }
    }
  }

  // MARK: What follows

  private var action: Markup {
    let actions = declared.accountability?.duties.actions ?? []
    let status = line.judgement.status
    let isDue = actions.contains { $0.status == status.rawValue }
    guard !actions.isEmpty || status.missesTarget else { return .nothing }
    return tag(.section) {
      tag(.h2) { voice(Words.whenMissed) }
      tag(.div, .class(isDue ? "card call " + status.styleName : "card")) {
        if actions.isEmpty { tag(.p) { voice(Words.noAction) } }
        for action in actions {
          let isNow = action.status == status.rawValue
          tag(.h3) {
            voice(action.status == Status.atRisk.rawValue ? Words.whenAtRisk : Words.whenOffTrack)
            if isNow { " · " + voice(Words.doNow) }
          }
          tag(.p) { action.text }
        }
      }
    }
  }

  /// The groups and other targets that are judged beside the whole.
  private var groups: Markup {
    guard !record.others.isEmpty else { return .nothing }
    return tag(.section) {
      tag(.h2) { voice(Words.targetsApart) }
      tag(.div, .class("wrap card")) {
        tag(.table, .class("stack")) {
          tag(.thead) {
            tag(.tr) {
              tag(.th, .init(.scope, "col")) { voice(Words.group) }
              tag(.th, .init(.scope, "col"), .class("num")) { voice(Words.value) }
              tag(.th, .init(.scope, "col")) { voice(Words.status) }
              tag(.th, .init(.scope, "col")) { voice(Words.target) }
            }
          }
          tag(.tbody) {
            for other in record.others {
              tag(.tr) {
                tag(.th, .init(.scope, "row")) {
                  heading(of: other)
                }
                tag(.td, .class("num")) { voice.value(of: other) }
                tag(.td) { pieces.badge(other.judgement.status) }
                tag(.td) { voice.target(of: other) }
              }
            }
          }
        }
      }
    }
  }

  /// `segment: enterprise`, `budget`.
  private func heading(of other: StatusLine) -> String {
    let group = other.group.map { group in
      group.split(separator: "=", maxSplits: 1).enumerated()
        .map { $0 == 0 ? Pieces.spoken($1) : String($1) }.joined(separator: ": ")
    }
    return [group, other.givesStatus ? nil : other.against].compactMap { $0 }
      .joined(separator: ", ")
  }

  @MarkupBuilder private var breakdowns: Markup {
    if !record.breakdowns.isEmpty {
      tag(.section) {
        tag(.h2) { voice(Words.brokenDown) }
        tag(.div, .class("halves")) {
          for breakdown in record.breakdowns {
            BreakdownTable(pieces: pieces, record: record, breakdown: breakdown).markup
          }
        }
      }
    }
  }

  private var initiatives: Markup {
    let found = specification.initiatives.filter { $0.improves.contains(record.metric) }
    return tag(.section) {
      tag(.h2) { voice(Words.initiatives) }
      if found.isEmpty {
        tag(.p, .class("soft")) { voice(Words.noInitiative) }
      } else {
        tag(.div, .class("wrap card")) { InitiativeTable(pieces: pieces).table(found) }
      }
    }
  }
}
