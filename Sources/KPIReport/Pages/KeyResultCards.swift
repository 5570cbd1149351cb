import KPIModel
import KPIPlan
import KPIScorecard
import KPIText

/// Objectives with key results: how far each is on its way, and what part of the time is over.
struct KeyResultCards {
  let pieces: Pieces

  private var voice: Voice { pieces.voice }
  private var specification: Specification { pieces.specification }

  /// Nothing where no objective has key results.
  var section: Markup {
    let standings = pieces.report.strategy.objectives.filter { !$0.keyResults.isEmpty }
    guard !standings.isEmpty else { return .nothing }
    return tag(.section, .init(.id, "okrs")) {
      tag(.h2) { voice(Words.okrs) }
      tag(.div, .class("stacked")) { for standing in standings { card(standing) } }
    }
  }

  private func card(_ standing: ObjectiveStanding) -> Markup {
    let objective = specification.objectives[standing.id.index]
    return tag(.div, .class("card")) {
      tag(.div, .class("title")) {
        tag(.h3) { voice.name(of: standing.id) }
        if let status = standing.pace?.status ?? standing.status { pieces.badge(status) }
      }
      tag(.p, .class("soft small")) {
        [
          objective.period.map(voice.periods.text),
          standing.elapsed.map { "\(voice.share($0)) \(voice(Words.timeGone))" },
          objective.owner.map(voice.name),
        ].compactMap { $0 }.joined(separator: " · ")
      }
      progress(standing.grade, elapsed: standing.elapsed)
      table(standing)
    }
  }

  private func table(_ standing: ObjectiveStanding) -> Markup {
    tag(.div, .class("wrap")) {
      tag(.table) {
        tag(.caption, .class("skip")) { voice.name(of: standing.id) }
        tag(.thead) {
          tag(.tr) {
            tag(.th, .init(.scope, "col")) { voice(Words.keyResult) }
            tag(.th, .init(.scope, "col"), .class("num")) { voice(Words.from) }
            tag(.th, .init(.scope, "col"), .class("num")) { voice(Words.to) }
            tag(.th, .init(.scope, "col"), .class("num")) { voice(Words.now) }
            tag(.th, .init(.scope, "col")) { voice(Words.grade) }
            tag(.th, .init(.scope, "col")) { voice(Words.status) }
          }
        }
        tag(.tbody) { for result in standing.keyResults { row(result, elapsed: standing.elapsed) } }
      }
    }
  }

  private func row(_ standing: KeyResultStanding, elapsed: Number?) -> Markup {
    let result = standing.result
    let quantity = specification[result.metric].quantity
    func text(_ number: Number) -> String {
      ValueText.short(number, quantity, in: voice.language)
    }
    return tag(.tr) {
      tag(.th, .init(.scope, "row")) {
        pieces.link(result.metric)
        if let commitment = result.commitment {
          tag(.span, .class("sub")) {
            voice(commitment == .committed ? Words.committed : Words.aspirational)
          }
        }
      }
      tag(.td, .class("num")) { text(result.baseline) }
      tag(.td, .class("num")) { text(result.goal) }
      tag(.td, .class("num")) { voice.value(standing.value, quantity) }
      tag(.td) { progress(standing.grade, elapsed: elapsed) }
      tag(.td) { pieces.badge(standing.pace?.status ?? standing.status) }
    }
  }

  /// A grade from 0 to 1 as a number and a bar, with a mark at the part of the time that is over.
  private func progress(_ grade: Number?, elapsed: Number?) -> Markup {
    guard let grade else { return .text("–") }
    return tag(.span, .class("grade")) {
      tag(.strong) { ValueText.short(grade.rounded(digits: 2), .plain, in: voice.language) }
      tag(
        .svg, .class("progress"), .init(.viewBox, "0 0 120 12"), .init(.ariaHidden, "true")
      ) {
        tag(
          .rect, .class("way"), .init(.y, 2.0), .init(.width, 120.0), .init(.height, 8.0),
          .init(.rx, 4.0))
        tag(
          .rect, .class("gone"), .init(.y, 2.0), .init(.width, 120 * grade.doubleValue),
          .init(.height, 8.0), .init(.rx, 4.0))
        if let elapsed, elapsed < .one {
          tag(
            .line, .class("time"), .init(.x1, 120 * elapsed.doubleValue), .init(.y1, 0.0),
            .init(.x2, 120 * elapsed.doubleValue), .init(.y2, 12.0))
        }
      }
    }
  }
}
