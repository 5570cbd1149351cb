import KPIModel
import KPIPlan
import KPIScorecard
package import KPIText

/// The scorecard as one text: for a terminal, or as Markdown for a pull request, a chat or a document.
package struct PlainReport {
  private let report: CompanyReport
  private let voice: Voice

  package init(_ report: CompanyReport, in language: Language) {
    self.report = report
    voice = Voice(language: language, specification: report.specification)
  }

  private var specification: Specification { report.specification }

  // MARK: Markdown

  package var markdown: String {
    var blocks = ["# " + MarkdownText.line(voice.company)]
    if let mission = specification.company.mission {
      blocks.append("> " + MarkdownText.line(mission))
    }
    blocks.append("\(voice(Words.asOf)) \(voice.periods.text(report.asOf))")
    blocks.append("## \(voice(Words.standing))")
    blocks.append(MarkdownText.table([voice(Words.status), "KPI"], numbers: [1], counts))
    let missed = attention
    blocks.append("## \(voice(Words.attention))")
    blocks.append(
      missed.isEmpty
        ? voice(Words.nothingMissed)
        : missed.map {
          "- " + MarkdownText.line($0.text)
            + ($0.action.map { "  \n  " + MarkdownText.line($0) } ?? "")
        }
        .joined(separator: "\n"))
    for section in sections {
      blocks.append("## " + MarkdownText.line(section.name))
      blocks.append(MarkdownText.table(heads, numbers: [1, 4], section.records.map(cells)))
    }
    if !objectives.isEmpty {
      blocks.append("## \(voice(Words.strategyMap))")
      blocks.append(
        MarkdownText.table(
          [Words.perspective, Words.objective, Words.measuredBy, Words.drives].map { voice($0) },
          objectives))
    }
    if !initiatives.isEmpty {
      blocks.append("## \(voice(Words.initiatives))")
      blocks.append(MarkdownText.table(initiativeHeads, initiatives))
    }
    if !report.tables.isEmpty {
      blocks.append("## \(voice(Words.freshness))")
      blocks.append(MarkdownText.table(freshnessHeads, freshness))
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  // MARK: Terminal

  package func text(painter: Painter, width: Int) -> String {
    var lines = [painter.paint(Printable.text(voice.company), .strong)]
    if let mission = specification.company.mission {
      lines += TextFlow.wrapped(Printable.text(mission), width: width)
    }
    lines.append(
      painter.paint("\(voice(Words.asOf)) \(voice.periods.text(report.asOf))", .faint))
    let summary = StatusCounts(report.kpis).counts.map { status, count in
      painter.paint("\(status.shape) \(count) \(voice(status.wording))", status.style)
    }
    lines += ["", summary.joined(separator: "   ")]
    for (name, records) in sections {
      lines += ["", painter.paint(Printable.text(name), .strong)]
      lines += PlainTable(records.map(columns), painter: painter, width: width).lines
    }
    let missed = attention.filter { $0.action != nil }
    if !missed.isEmpty {
      lines += ["", painter.paint(voice(Words.whenMissed), .strong)]
      for (text, action) in missed {
        lines.append(Printable.text(text))
        lines += TextFlow.wrapped(Printable.text(action ?? ""), width: width - 4).map {
          "    " + $0
        }
      }
    }
    let behind = report.tables.filter { $0.isBehind == true }
    if !behind.isEmpty {
      lines += ["", painter.paint(voice(Words.freshness), .strong)]
      for table in behind {
        let last = table.lastDay.map { "\(voice(Words.lastRow)): \(voice.periods.text($0))" } ?? "–"
        lines.append(
          painter.paint("\(Status.atRisk.shape) \(voice(Words.behind))", .caution)
            + " \(Printable.text(specification[table.table].name)), \(last)")
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func columns(_ record: KPIRecord) -> [PlainTable.Cell] {
    let line = record.standing
    let status = line.judgement.status
    return [
      .init("\(status.shape) \(voice.name(of: record.metric))", status.style),
      .init(line.value.number == nil ? "–" : voice.value(of: line), isNumber: true),
      .init(voice.target(of: line), .faint),
      .init(voice(status.wording), status.style),
      .init(spark(record)),
      .init(owner(record) ?? "", .faint),
    ]
  }

  // MARK: What both say

  /// The KPIs by department, in the order of their declarations.
  private var sections: [(name: String, records: [KPIRecord])] {
    var sections: [(String, [KPIRecord])] = []
    func department(_ record: KPIRecord) -> DepartmentID? {
      specification[record.metric].accountability?.department
    }
    for index in specification.departments.indices {
      let records = report.kpis.filter { department($0) == DepartmentID(index) }
      if !records.isEmpty { sections.append((voice.name(of: DepartmentID(index)), records)) }
    }
    let others = report.kpis.filter { department($0) == nil }
    if !others.isEmpty {
      sections.append((voice(sections.isEmpty ? Words.allKPIs : Words.unassigned), others))
    }
    return sections
  }

  private var counts: [[String]] {
    StatusCounts(report.kpis).counts.map { ["\($0.shape) \(voice($0.wording))", "\($1)"] }
  }

  private var attention: [(text: String, action: String?)] {
    let missed = report.kpis.filter { $0.standing.judgement.status.missesTarget }
    let sorted = [Status.offTrack, .atRisk].flatMap { status in
      missed.filter { $0.standing.judgement.status == status }
    }
    return sorted.map { record in
      let line = record.standing
      let status = line.judgement.status
      let text =
        "\(status.shape) \(voice.name(of: record.metric)): \(voice.value(of: line)), "
        + "\(voice.target(of: line)) (\(voice(status.wording)))"
      let action = specification[record.metric].accountability?.duties.actions
        .first { $0.status == status.rawValue }
      return (text, action?.text)
    }
  }

  private func spark(_ record: KPIRecord) -> String {
    SparkText.text(record.history.filter { !$0.isRunning }.suffix(12).map(\.value.number))
  }

  private func owner(_ record: KPIRecord) -> String? {
    specification[record.metric].accountability?.owner.map(voice.name)
  }

  private var heads: [String] {
    [
      Words.kpi, Words.value, Words.target, Words.status, Words.attained, Words.trend, Words.owner,
    ].map { voice($0) }
  }

  private func cells(_ record: KPIRecord) -> [String] {
    let line = record.standing
    let status = line.judgement.status
    return [
      voice.name(of: record.metric), line.value.number == nil ? "–" : voice.value(of: line),
      voice.target(of: line), "\(status.shape) \(voice(status.wording))",
      line.judgement.attainment.map(voice.share) ?? "–", spark(record), owner(record) ?? "–",
    ]
  }

  private var objectives: [[String]] {
    StrategyGraph(specification, of: StrategyGraph.drawn(of: specification)).bands.flatMap { band in
      band.rows.flatMap { $0 }.map { id in
        let objective = specification.objectives[id.index]
        let perspective = band.perspective.map {
          voice.name(of: specification.perspectives[$0.index])
        }
        return [
          perspective ?? voice(Words.offTheMap), voice.name(of: id),
          objective.metrics.map { voice.name(of: $0) }.joined(separator: ", "),
          objective.drives.map { voice.name(of: $0.objective) }.joined(separator: ", "),
        ]
      }
    }
  }

  private var initiativeHeads: [String] {
    [Words.initiative, Words.due, Words.state, Words.improves, Words.owner].map { voice($0) }
  }

  private var initiatives: [[String]] {
    specification.initiatives.map { initiative in
      [
        voice.name(of: initiative), initiative.due.map(voice.periods.text) ?? "–",
        initiative.state.map { voice($0.wording) } ?? "–",
        initiative.improves.map { voice.name(of: $0) }.joined(separator: ", "),
        initiative.owner.map(voice.name) ?? "–",
      ]
    }
  }

  private var freshnessHeads: [String] {
    [Words.table, Words.lastRow, Words.status].map { voice($0) }
  }

  private var freshness: [[String]] {
    report.tables.map { table in
      let state = table.isBehind.map { voice($0 ? Words.behind : Words.upToDate) }
      return [
        specification[table.table].name, table.lastDay.map(voice.periods.text) ?? "–", state ?? "–",
      ]
    }
  }
}
