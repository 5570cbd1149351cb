import KPIModel
import KPIScorecard
import KPIText

/// The scores of the scorecards, with what they are made of.
struct ScorecardCards {
  let pieces: Pieces

  private var voice: Voice { pieces.voice }
  private var specification: Specification { pieces.specification }
  private var standings: [ScorecardStanding] {
    let standings = pieces.report.strategy.scorecards
    return specification.inReadingOrder(scorecards: Array(standings.indices)).map { standings[$0] }
  }

  /// A card for each scorecard of the summary; nothing where there are none.
  var markup: Markup {
    cards(standings.filter { !standsAside($0) })
  }

  /// A card for each scorecard that stands on the page of its department.
  func cards(of department: DepartmentID) -> Markup {
    cards(standings.filter { standsAside($0) && self.department(of: $0) == department })
  }

  private func cards(_ standings: [ScorecardStanding]) -> Markup {
    guard !standings.isEmpty else { return .nothing }
    // Many stand side by side.
    let look = standings.count > 2 ? "halves" : "stacked"
    return tag(.div, .class(look)) { for standing in standings { card(standing) } }
  }

  private static let mostOnSummary = 3

  /// Where there are many scorecards, those of departments stand on the departments' pages.
  private func standsAside(_ standing: ScorecardStanding) -> Bool {
    standings.count > ScorecardCards.mostOnSummary && department(of: standing) != nil
  }

  private func department(of standing: ScorecardStanding) -> DepartmentID? {
    specification.scorecards[standing.place].department
  }

  /// The scores of the scorecards that stand on the page of a department.
  func figures(ofScorecardsOf department: DepartmentID) -> Markup {
    let own = standings.filter { standsAside($0) && self.department(of: $0) == department }
    return figures(own.map { ($0, $0.score) })
  }

  /// The scores of one department or owner in each scorecard that has several.
  func figures(of group: ScorecardStanding.Group) -> Markup {
    figures(
      standings.flatMap { standing -> [(ScorecardStanding, Number?)] in
        // Its own one has a card of its own there.
        if let own = department(of: standing), group == .department(own), standsAside(standing) {
          return []
        }
        return standing.parts.filter { $0.group == group }.map { (standing, $0.score) }
      })
  }

  private func figures(_ parts: [(standing: ScorecardStanding, score: Number?)]) -> Markup {
    guard !parts.isEmpty else { return .nothing }
    return tag(.dl, .class("figures scores")) {
      for (standing, score) in parts {
        tag(.div) {
          tag(.dt) { name(of: standing) }
          tag(.dd) { self.score(score, of: standing) }
        }
      }
    }
  }

  private func card(_ standing: ScorecardStanding) -> Markup {
    tag(.div, .class("card score")) {
      tag(.dl, .class("figures")) {
        tag(.div, .class("big")) {
          tag(.dt) { name(of: standing) }
          tag(.dd) {
            score(standing.score, of: standing)
            tag(.small) {
              if standing.coverage < .one {
                "\(voice.share(standing.coverage)) \(voice(Words.covered))"
              }
            }
          }
        }
        for part in parts(of: standing) {
          tag(.div) {
            tag(.dt) { name(of: part.group) }
            tag(.dd) { score(part.score, of: standing) }
          }
        }
      }
      tag(.details) {
        tag(.summary) { voice(Words.members) }
        members(standing)
      }
    }
  }

  /// Departments and perspectives, where there are several to compare; owners have pages of their own.
  private func parts(of standing: ScorecardStanding) -> [ScorecardStanding.Part] {
    let departments = standing.parts.filter { part in
      if case .department = part.group { true } else { false }
    }
    let perspectives = standing.parts.filter { part in
      if case .perspective = part.group { true } else { false }
    }
    return [departments, perspectives].filter { $0.count > 1 }.flatMap { $0 }
  }

  private func name(of standing: ScorecardStanding) -> String {
    voice.name(of: specification.scorecards[standing.place])
  }

  private func name(of group: ScorecardStanding.Group) -> String {
    switch group {
    case .department(let id): voice.name(of: id)
    case .owner(let id): voice.name(of: id)
    case .perspective(let id): voice.name(of: specification.perspectives[id.index])
    }
  }

  /// A score as a share of what members count that are exactly on target; points by status as they are.
  private func score(_ score: Number?, of standing: ScorecardStanding) -> String {
    guard let score else { return voice(Words.noScore) }
    guard case .bands = specification.scorecards[standing.place].rule else {
      return voice.share(score)
    }
    return ValueText.short(score, .plain, in: voice.language) + " / "
      + ValueText.short(standing.whole, .plain, in: voice.language)
  }

  private func members(_ standing: ScorecardStanding) -> Markup {
    tag(.div, .class("wrap")) {
      tag(.table) {
        tag(.caption, .class("skip")) { name(of: standing) }
        tag(.thead) {
          tag(.tr) {
            tag(.th, .init(.scope, "col")) { voice(Words.member) }
            tag(.th, .init(.scope, "col")) { voice(Words.status) }
            tag(.th, .init(.scope, "col"), .class("num")) { voice(Words.score) }
            tag(.th, .init(.scope, "col"), .class("num")) { voice(Words.weight) }
          }
        }
        tag(.tbody) {
          for member in standing.members {
            tag(.tr) {
              tag(.th, .init(.scope, "row")) { subject(member.subject) }
              tag(.td) { member.status.map { pieces.badge($0) } ?? .text("–") }
              tag(.td, .class("num")) { score(member.counted, of: standing) }
              tag(.td, .class("num")) { voice.share(member.share) }
            }
          }
        }
      }
    }
  }

  private func subject(_ subject: Scorecard.Member.Subject) -> Markup {
    switch subject {
    case .metric(let metric): pieces.link(metric)
    case .objective(let objective): pieces.link(objective)
    }
  }
}
