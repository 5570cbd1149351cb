import KPIModel
import KPIPlan
import KPIScorecard
import KPIText

/// What several pages show in the same way.
struct Pieces {
  let report: CompanyReport
  let voice: Voice
  let site: SiteIndex

  var specification: Specification { report.specification }

  /// The parts of the summary that every page leads to.
  var sections: [(name: Wording, place: String)] {
    var sections: [(name: Wording, place: String)] = []
    if !site.scope.summary.isEmpty { sections.append((Words.strategyMap, "map")) }
    sections.append((Words.allKPIs, "kpis"))
    if !specification.departments.isEmpty { sections.append((Words.departments, "departments")) }
    if !specification.owners.isEmpty { sections.append((Words.owners, "owners")) }
    if !report.tables.isEmpty { sections.append((Words.freshness, "data")) }
    return sections
  }

  // MARK: Words with a shape

  func badge(_ status: Status, pill: Bool = false) -> Markup {
    tag(.span, .class((pill ? "badge pill " : "badge ") + status.styleName)) {
      Shapes.icon(status)
      voice(status.wording)
    }
  }

  func link(_ metric: MetricID) -> Markup {
    guard site.record(of: metric) != nil else {
      let declared = specification[metric]
      return declared.label == nil ? tag(.code) { declared.name } : .text(voice.name(of: metric))
    }
    return tag(.a, .href(.page(site.page(of: metric)))) { voice.name(of: metric) }
  }

  func link(_ owner: OwnerID?) -> Markup {
    guard let owner else { return .text("–") }
    return tag(.a, .href(.page(site.page(of: owner)))) { voice.name(of: owner) }
  }

  func link(_ department: DepartmentID?) -> Markup {
    guard let department else { return .text("–") }
    return tag(.a, .href(.page(site.page(of: department)))) { voice.name(of: department) }
  }

  /// To where the objective is explained; one that stands on no map has only its name.
  func link(_ objective: ObjectiveID) -> Markup {
    guard let page = site.page(of: objective) else { return .text(voice.name(of: objective)) }
    return tag(.a, .href(.elsewhere(site.anchor(of: objective), on: page))) {
      voice.name(of: objective)
    }
  }

  /// Several links with commas between.
  func list(_ parts: [Markup]) -> Markup {
    .joined(parts.enumerated().flatMap { $0 == 0 ? [$1] : [.text(", "), $1] })
  }

  func accountability(_ record: KPIRecord) -> Accountability? {
    specification[record.metric].accountability
  }

  /// How the value moved since the period before, with the words for it.
  func change(_ record: KPIRecord) -> Markup? {
    guard let grain = record.period.grain, let trend = record.standing.trend,
      let index = record.history.firstIndex(where: { $0.period == record.period }), index > 0,
      let before = record.history[index - 1].value.number
    else { return nil }
    let isGood = record.standing.judgement.goal.flatMap { trend.isGood(for: $0) }
    let quantity = record.standing.quantity
    let old = ValueText.short(
      before, quantity, apartFrom: record.standing.value.number, in: voice.language)
    let look = isGood.map { $0 ? Status.onTrack : Status.offTrack }?.styleName ?? "soft"
    return .joined([
      tag(.span, .class(look), .init(.ariaHidden, "true")) { trend.arrow },
      .text(" \(voice(trend.wording)) \(voice.periods.sinceBefore(grain)) (\(old))"),
    ])
  }

  // MARK: Tables

  /// KPIs in a table that can be sorted and filtered. Owners may stand below their departments, where a column of their own
  /// would leave too little room.
  func table(
    _ records: [KPIRecord], caption: String, leavingOut left: Set<Column> = [],
    ownersBelow: Bool = false
  ) -> Markup {
    .joined([
      records.count > 3 ? tools(records) : .nothing,
      tag(.div, .class("wrap card")) {
        tag(.table, .class(records.count > 3 ? "sortable stack" : "stack")) {
          tag(.caption, .class("skip")) { caption }
          tag(.thead) {
            tag(.tr) {
              for column in Column.allCases where !left.contains(column) { head(column) }
            }
          }
          tag(.tbody) {
            for record in records { row(record, leavingOut: left, ownersBelow: ownersBelow) }
          }
        }
        tag(.p, .class("none soft"), .init(.hidden)) { voice(Words.nothingFound) }
      },
    ])
  }

  enum Column: CaseIterable {
    case kpi, value, status, target, attained, history, department, owner
  }

  private func head(_ column: Column) -> Markup {
    switch column {
    case .kpi: tag(.th, .init(.scope, "col")) { voice(Words.kpi) }
    case .value: tag(.th, .init(.scope, "col"), .class("num")) { voice(Words.value) }
    case .status: tag(.th, .init(.scope, "col")) { voice(Words.status) }
    case .target: tag(.th, .init(.scope, "col")) { voice(Words.target) }
    case .attained: tag(.th, .init(.scope, "col"), .class("num")) { voice(Words.attained) }
    case .history:
      tag(.th, .init(.scope, "col"), .init(.dataSort, "no")) { voice(Words.trend) }
    case .department: tag(.th, .init(.scope, "col")) { voice(Words.department) }
    case .owner: tag(.th, .init(.scope, "col")) { voice(Words.owner) }
    }
  }

  private func row(
    _ record: KPIRecord, leavingOut left: Set<Column>, ownersBelow: Bool
  ) -> Markup {
    let line = record.standing
    let status = line.judgement.status
    return tag(.tr, .init(.dataStatus, status.styleName)) {
      for column in Column.allCases where !left.contains(column) {
        switch column {
        case .kpi:
          tag(.th, .init(.scope, "row")) {
            link(record.metric)
            tag(.span, .class("sub late")) { voice.periods.text(record.period) }
          }
        case .value:
          tag(.td, .class("num"), .init(.dataSort, sortKey(line.value.number))) {
            line.value.number == nil ? "–" : voice.value(of: line)
          }
        case .status:
          tag(.td, .init(.dataSort, "\(status.urgency)")) { badge(status) }
        case .target: tag(.td, .class("nowrap")) { voice.target(of: line) }
        case .attained:
          tag(.td, .class("num late"), .init(.dataSort, sortKey(line.judgement.attainment))) {
            line.judgement.attainment.map(voice.share) ?? "–"
          }
        case .history: tag(.td, .class("late")) { Sparkline(history: record.history).markup }
        case .department:
          tag(.td, .class("late")) {
            link(accountability(record)?.department)
            if ownersBelow, let owner = accountability(record)?.owner {
              tag(.span, .class("sub")) { voice.name(of: owner) }
            }
          }
        case .owner: tag(.td, .class("late")) { link(accountability(record)?.owner) }
        }
      }
    }
  }

  /// Precise enough to sort by; empty where there is no number.
  func sortKey(_ number: Number?) -> String { number.map { "\(Float($0.doubleValue))" } ?? "" }

  /// Hidden until there is a script to make use of it.
  private func tools(_ records: [KPIRecord]) -> Markup {
    let statuses = StatusCounts(records).counts.map(\.status)
    return tag(.div, .class("tools"), .init(.hidden)) {
      tag(.label) {
        tag(.span, .class("skip")) { voice(Words.filter) }
        tag(
          .input, .init(.type, "search"), .init(.placeholder, voice(Words.filterHint)),
          .init(.ariaLabel, voice(Words.filter)))
      }
      tag(.button, .init(.type, "button"), .init(.dataStatus, ""), .init(.ariaPressed, "true")) {
        voice(Words.every)
      }
      for status in statuses where statuses.count > 1 {
        tag(
          .button, .init(.type, "button"), .class(status.styleName),
          .init(.dataStatus, status.styleName), .init(.ariaPressed, "false")
        ) {
          Shapes.icon(status)
          voice(status.wording)
        }
      }
      tag(.span, .class("soft"), .init(.ariaLive, "polite"), .init(.dataCount, "")) { "" }
    }
  }

  // MARK: Cards

  /// The KPIs that miss their targets, the gravest first, with what was agreed to be done.
  func attention(_ records: [KPIRecord]) -> Markup {
    let missing = records.filter { $0.standing.judgement.status.missesTarget }
    let sorted = missing.enumerated().sorted { left, right in
      let (first, second) = (
        left.element.standing.judgement.status.urgency,
        right.element.standing.judgement.status.urgency
      )
      return (first, left.offset) < (second, right.offset)
    }.map(\.element)
    guard !sorted.isEmpty else {
      return tag(.p, .class("soft")) { voice(Words.nothingMissed) }
    }
    // What is off track always has a card; the rest waits in the table where there is too much of it.
    let gravest = sorted.count { $0.standing.judgement.status == .offTrack }
    let shown = max(gravest, min(sorted.count, Pieces.mostCards))
    return .joined([
      tag(.div, .class("grid")) { for record in sorted.prefix(shown) { card(record) } },
      sorted.count > shown ? rest(sorted.dropFirst(shown)) : .nothing,
    ])
  }

  private static let mostCards = 9

  private func rest(_ records: ArraySlice<KPIRecord>) -> Markup {
    tag(.p, .class("soft small")) {
      voice(Words.andAlso) + ": "
      list(records.map { link($0.metric) })
    }
  }

  private func card(_ record: KPIRecord) -> Markup {
    let line = record.standing
    let status = line.judgement.status
    return tag(.article, .class("card call " + status.styleName)) {
      tag(.div, .class("top-line")) {
        tag(.h3) { link(record.metric) }
        Sparkline(history: record.history).markup
      }
      tag(.p) {
        badge(status)
        tag(.span, .class("sub")) {
          tag(.strong) { voice.value(of: line) }
          " \(voice(Words.against)) \(voice.target(of: line))"
        }
      }
      tag(.p, .class("small soft")) {
        voice.periods.text(record.period)
        if let owner = accountability(record)?.owner { " · " + voice.name(of: owner) }
      }
      if let action = action(record) { tag(.p, .class("act small")) { action } }
    }
  }

  /// What was agreed to be done at the status that a KPI has.
  func action(_ record: KPIRecord) -> String? {
    let status = record.standing.judgement.status
    return accountability(record)?.duties.actions.first { $0.status == status.rawValue }?.text
  }
}

extension Trend {
  var wording: Wording {
    switch self {
    case .up: Wording(en: "up", vi: "tăng")
    case .down: Wording(en: "down", vi: "giảm")
    case .flat: Wording(en: "unchanged", vi: "không đổi")
    }
  }
}
