import KPIModel
import KPIScorecard
import KPIText
import KPIWorkspace

/// A part of a status report.
enum StatusSection: String, CaseIterable {
  case kpis, objectives, scorecards, initiatives, assumptions

  /// The heading in Markdown.
  var title: String {
    self == .kpis ? "KPIs" : rawValue.prefix(1).uppercased() + rawValue.dropFirst()
  }
}

/// What a status report shows: the sections, and what of each.
struct StatusSelection {
  var sections: [StatusSection]
  /// KPIs by name; all where none is named.
  var kpis: [String] = []
  var objectives: [ObjectiveID]
  var scorecards: [Int]
  /// Whether only what is named is asked for.
  private var isNamed = false

  /// Everything of some sections, or of those that a status report has where none is chosen.
  init(_ chosen: [StatusSection], of specification: Specification) {
    objectives = specification.objectives.indices.map(ObjectiveID.init)
    scorecards = Array(specification.scorecards.indices)
    sections = chosen
    guard chosen.isEmpty else { return }
    sections = [.kpis]
    if !objectives.isEmpty { sections.append(.objectives) }
    if !scorecards.isEmpty { sections.append(.scorecards) }
  }

  /// What the names stand for. A name may stand for a KPI, an objective and a scorecard at once, and then all are shown.
  init(names: [String], _ chosen: [StatusSection], of specification: Specification) {
    isNamed = true
    let wanted = Set(names)
    kpis = specification.metrics.filter { $0.isKPI && wanted.contains($0.name) }.map(\.name)
    objectives = specification.objectives.indices.filter {
      wanted.contains(specification.objectives[$0].name)
    }.map(ObjectiveID.init)
    scorecards = specification.scorecards.indices.filter {
      wanted.contains(specification.scorecards[$0].name)
    }
    let named: [(StatusSection, Bool)] = [
      (.kpis, kpis.isEmpty), (.objectives, objectives.isEmpty), (.scorecards, scorecards.isEmpty),
    ]
    sections = chosen.isEmpty ? named.filter { !$0.1 }.map(\.0) : chosen
  }

  /// The names of the KPIs that the report is about, shown or not: those that are named, and those behind the objectives and
  /// scorecards that are; `nil` stands for all.
  func subjects(in specification: Specification) -> Set<String>? {
    guard isNamed else { return nil }
    let members = scorecards.flatMap { specification.scorecards[$0].members.map(\.subject) }
    let metrics = members.compactMap { if case .metric(let id) = $0 { id } else { nil } }
    let aims = members.compactMap { if case .objective(let id) = $0 { id } else { nil } }
    let behind = (objectives + aims).flatMap { specification.objectives[$0.index].metrics }
    return Set(kpis + (metrics + behind).map { specification[$0].name })
  }

  /// Whether more is asked for than the lines of KPIs.
  var needsStrategy: Bool { sections != [.kpis] }
}

/// A status report as tables.
struct StatusReport {
  let selection: StatusSelection
  let status: StrategyStatus
  let specification: Specification

  private var tables: StrategyTables { StrategyTables(status.strategy, of: specification) }

  /// The table of a section.
  func table(_ section: StatusSection) -> ResultTable {
    switch section {
    case .kpis: ResultTable(status: status.lines)
    case .objectives: tables.objectives(selection.objectives)
    case .scorecards: tables.scorecards(selection.scorecards)
    case .initiatives: tables.initiatives(Array(specification.initiatives.indices))
    case .assumptions:
      tables.assumptions(specification.assumptions.indices.map(AssumptionID.init))
    }
  }

  /// The KPIs as they stand in a report of theirs alone, and each other section as a table under its name.
  var json: JSON {
    let isWithKPIs = selection.sections.contains(.kpis)
    var members: [JSON.Member] = [
      JSON.Member("format_version", .string(JSONTable.formatVersion))
    ]
    for section in selection.sections {
      let table = JSONTable.members(of: table(section))
      members += section == .kpis ? table : [JSON.Member(section.rawValue, .object(table))]
    }
    // One section alone reads like any table.
    if !isWithKPIs, selection.sections.count == 1, let only = selection.sections.first {
      return JSONTable.json(of: table(only))
    }
    return .object(members)
  }

  /// The tables one below the other, each with a heading; a scorecard has a table of its own.
  var markdown: String {
    let blocks = selection.sections.flatMap { section -> [(title: String, table: ResultTable)] in
      guard section == .scorecards else { return [(section.title, table(section))] }
      return selection.scorecards.map { place in
        let scorecard = specification.scorecards[place]
        return (scorecard.label ?? scorecard.name, tables.scorecards([place]))
      }
    }
    if blocks.count == 1 { return blocks.map { MarkdownTable.text(of: $0.table) }.joined() }
    return blocks.map { "## \($0.title)\n\n" + MarkdownTable.text(of: $0.table) }
      .joined(separator: "\n")
  }
}

extension Environment {
  /// Writes a status report to standard output.
  func write(_ report: StatusReport, as format: TableFormat) {
    switch format {
    case .table, .csv:
      for (index, section) in report.selection.sections.enumerated() {
        if index > 0 { output.write("\n") }
        write(report.table(section), as: format)
      }
    case .json: output.write(report.json.text)
    case .markdown: output.write(report.markdown)
    }
  }
}
