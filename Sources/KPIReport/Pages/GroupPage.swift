import KPIModel
import KPIScorecard
import KPIText

/// The page of a department or of an owner: their KPIs, what needs their attention, their initiatives.
struct GroupPage {
  let frame: PageFrame
  let group: Group

  enum Group {
    case department(DepartmentID)
    case owner(OwnerID)
  }

  private var report: CompanyReport { frame.report }
  private var voice: Voice { frame.voice }
  private var specification: Specification { report.specification }
  private var pieces: Pieces { Pieces(report: report, voice: voice, site: frame.site) }

  var page: Site.Page {
    let records = records
    return Site.Page(
      file: file,
      text: frame.document(name, file: file) {
        tag(.p, .class("crumbs")) { voice(kind) }
        tag(.h1) { name }
        contact
        if !records.isEmpty {
          tag(.section) {
            tag(.h2) { voice(Words.standing) }
            tag(.div, .class("stacked")) {
              tag(.div, .class("card")) {
                ScorecardCards(pieces: pieces).figures(of: scored)
                StatusCounts(records).markup(voice)
              }
              scorecards
            }
          }
          tag(.section) {
            tag(.h2) { voice(Words.attention) }
            pieces.attention(records)
          }
          strategy
          tag(.section) {
            tag(.h2) { voice(Words.kpi) }
            pieces.table(records, caption: name, leavingOut: [column])
          }
        }
        initiatives(records)
        tables(records)
      })
  }

  private var name: String {
    switch group {
    case .department(let id): voice.name(of: id)
    case .owner(let id): voice.name(of: id)
    }
  }

  private var kind: Wording {
    switch group {
    case .department: Words.department
    case .owner: Words.owner
    }
  }

  private var column: Pieces.Column {
    switch group {
    case .department: .department
    case .owner: .owner
    }
  }

  private var scored: ScorecardStanding.Group {
    switch group {
    case .department(let id): .department(id)
    case .owner(let id): .owner(id)
    }
  }

  private var file: String {
    switch group {
    case .department(let id): frame.site.page(of: id)
    case .owner(let id): frame.site.page(of: id)
    }
  }

  /// The KPIs of a department are also those of the departments in it.
  private var records: [KPIRecord] {
    report.kpis.filter { record in
      let accountability = specification[record.metric].accountability
      switch group {
      case .owner(let id): return accountability?.owner == id
      case .department(let id):
        return specification.departments(around: accountability?.department).contains(id)
      }
    }
  }

  @MarkupBuilder private var scorecards: Markup {
    if case .department(let id) = group { ScorecardCards(pieces: pieces).cards(of: id) }
  }

  @MarkupBuilder private var strategy: Markup {
    if case .department(let id) = group {
      StrategySection(pieces: pieces, objectives: frame.site.scope.objectives(of: id)).markup
    }
  }

  @MarkupBuilder private var contact: Markup {
    switch group {
    case .department(let id):
      if let lead = specification.departments[id.index].lead {
        tag(.p, .class("lead")) { pieces.link(lead) }
      }
    case .owner(let id):
      if let email = specification.owners[id.index].email {
        tag(.p, .class("lead")) { tag(.a, .href(.mail(email))) { email } }
      }
    }
  }

  private func initiatives(_ records: [KPIRecord]) -> Markup {
    let metrics = Set(records.map(\.metric))
    let found = specification.initiatives.filter { initiative in
      switch group {
      case .owner(let id): if initiative.owner == id { return true }
      case .department(let id): if initiative.department == id { return true }
      }
      return initiative.improves.contains(where: metrics.contains)
    }
    guard !found.isEmpty else { return .nothing }
    return tag(.section) {
      tag(.h2) { voice(Words.initiatives) }
      tag(.div, .class("wrap card")) { InitiativeTable(pieces: pieces).table(found) }
    }
  }

  private func tables(_ records: [KPIRecord]) -> Markup {
    let needed = Set(records.flatMap(\.definition.tables))
    let found = report.tables.filter { needed.contains($0.table) }
    guard !found.isEmpty else { return .nothing }
    return tag(.section) {
      tag(.h2) { voice(Words.freshness) }
      tag(.div, .class("wrap card")) { FreshnessTable(pieces: pieces).table(found) }
    }
  }
}
