import KPIModel
import KPIScorecard
import KPIText

/// The page that people open first: the mission, where the company stands, what needs attention, and the ways to the rest.
struct SummaryPage {
  let frame: PageFrame

  private var report: CompanyReport { frame.report }
  private var voice: Voice { frame.voice }
  private var specification: Specification { report.specification }
  private var pieces: Pieces { Pieces(report: report, voice: voice, site: frame.site) }

  var page: Site.Page {
    Site.Page(
      file: SiteIndex.summary,
      text: frame.document(voice.company, file: SiteIndex.summary) {
        opening
        standing
        attention
        map
        KeyResultCards(pieces: pieces).section
        departments
        allKPIs
        InitiativeTable(pieces: pieces).section
        AssumptionTable(pieces: pieces).section
        owners
        FreshnessTable(pieces: pieces).section
      })
  }

  private var opening: Markup {
    let company = specification.company
    return tag(.header) {
      if let mission = company.mission {
        tag(.p, .class("over")) { voice(Words.mission) }
        tag(.h1, .class("mission")) { mission }
      } else {
        tag(.h1) { voice.company }
      }
    }
  }

  private var standing: Markup {
    tag(.section, .init(.id, "standing")) {
      tag(.h2) { voice(Words.standing) }
      tag(.div, .class("stacked")) {
        tag(.div, .class("card")) { StatusCounts(report.kpis).markup(voice) }
        ScorecardCards(pieces: pieces).markup
      }
    }
  }

  private var attention: Markup {
    tag(.section, .init(.id, "attention")) {
      tag(.h2) { voice(Words.attention) }
      pieces.attention(report.kpis)
    }
  }

  private var map: Markup {
    StrategySection(pieces: pieces, objectives: frame.site.scope.summary).markup
  }

  private var allKPIs: Markup {
    tag(.section, .init(.id, "kpis")) {
      tag(.h2) { voice(Words.allKPIs) }
      specification.departments.isEmpty
        ? pieces.table(report.kpis, caption: voice(Words.allKPIs), leavingOut: [.department])
        : pieces.table(
          report.kpis, caption: voice(Words.allKPIs), leavingOut: [.owner], ownersBelow: true)
    }
  }

  // MARK: Ways to the rest

  private var departments: Markup {
    let cards = specification.departments.indices.map { index in
      let id = DepartmentID(index)
      return group(
        voice.name(of: id), page: frame.site.page(of: id),
        report.kpis.filter {
          let own = specification[$0.metric].accountability?.department
          return specification.departments(around: own).contains(id)
        },
        scores: ScorecardCards(pieces: pieces).figures(ofScorecardsOf: id))
    }
    return section("departments", Words.departments, cards)
  }

  private var owners: Markup {
    let cards = specification.owners.indices.map { index in
      let id = OwnerID(index)
      return group(
        voice.name(of: id), page: frame.site.page(of: id),
        report.kpis.filter { specification[$0.metric].accountability?.owner == id })
    }
    return section("owners", Words.owners, cards)
  }

  private func section(_ id: String, _ name: Wording, _ cards: [Markup]) -> Markup {
    guard !cards.isEmpty else { return .nothing }
    return tag(.section, .init(.id, id)) {
      tag(.h2) { voice(name) }
      tag(.div, .class("grid")) { cards }
    }
  }

  private func group(
    _ name: String, page: String, _ records: [KPIRecord], scores: Markup = .nothing
  ) -> Markup {
    tag(.article, .class("card")) {
      tag(.h3) { tag(.a, .href(.page(page))) { name } }
      scores
      if records.isEmpty {
        tag(.p, .class("soft small")) { "0 " + voice(Words.kpi) }
      } else {
        StatusCounts(records).markup(voice)
      }
    }
  }
}
