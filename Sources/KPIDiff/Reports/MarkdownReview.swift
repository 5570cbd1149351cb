import KPIDiagnostics
import KPIScorecard
import KPIText

/// A review as a comment on a pull request: a sentence that a manager understands, what must not be overlooked, a table,
/// and everything else folded away.
package struct MarkdownReview {
  private let review: Review
  private let periods: Int

  package init(_ review: Review, periods: Int) {
    self.review = review
    self.periods = periods
  }

  private static let mostRows = 30

  package var text: String {
    let compared = "Compared with \(MarkdownText.escaped(review.comparison.base))."
    var blocks = [
      ["**\(MarkdownText.escaped(ReviewSummary(review).text))**. \(compared)"]
    ]
    blocks += review.hidden.map(warning)
    if let caution = review.caution {
      blocks.append(["> [!WARNING]", "> \(MarkdownText.capitalised(caution))."])
    }
    if !questions.isEmpty { blocks.append(questions) }
    if !table.isEmpty { blocks.append(table) }
    blocks += detailed.compactMap(details)
    blocks += [followers, list("New", .additive), list("Words, people and plans", .metadata)]
      .filter { !$0.isEmpty }
    let problems = review.valuation?.problems ?? []
    blocks += problems.map {
      ["_\(MarkdownText.escaped($0.prefix(1).uppercased() + $0.dropFirst()))._"]
    }
    return blocks.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
  }

  /// The kinds of change that a reviewer judges.
  private static let judged: [Category] = [.breaking, .valueChanging, .goalpost]

  /// The changes that have a row of their own: what was changed, and the KPIs that change with it, which go first.
  private var shown: [Change] {
    MarkdownReview.judged.flatMap { category -> [Change] in
      let changes = review.changes(category).filter { $0.isDirect || $0.isKPI }
      return changes.filter(\.isKPI) + changes.filter { !$0.isKPI }
    }
  }

  /// Metrics that only follow other changes, and whatever there is no room for in the table.
  private var folded: [Change] {
    let followers = MarkdownReview.judged.flatMap { category in
      review.changes(category).filter { !$0.isDirect && !$0.isKPI }
    }
    return followers + shown.dropFirst(MarkdownReview.mostRows)
  }

  /// The changes of which formulas and values are shown: its own ones, and KPIs that another one does something to.
  private var detailed: [Change] {
    shown.enumerated().filter { index, change in
      guard !change.isDirect else { return true }
      let figures = review.valuation?.figures(of: change.subject.name)
      return index < MarkdownReview.mostRows
        && figures.map { !FiguresText($0).different(of: periods).isEmpty } ?? false
    }.map(\.element)
  }

  // MARK: What comes first

  private func warning(_ hidden: HiddenRed) -> [String] {
    let text = FiguresText(hidden.figures)
    let rows = hidden.rows.map { row in
      "> - \(row.period): \(MarkdownText.escaped(text.after(row))), "
        + "\(text.statusNow(row)) (\(MarkdownText.escaped(hidden.expectations(row))))"
    }
    let reason = hidden.reason.map { "Reason given: \(MarkdownText.escaped($0))" }
    return [
      "> [!CAUTION]",
      "> **\(MarkdownText.escaped(hidden.name))** \(hidden.sentence). "
        + (reason ?? "No reason is given."),
      ">",
    ] + rows
  }

  /// What has to be settled, the errors first.
  private var questions: [String] {
    let findings = review.findings.filter { $0.rule != .redTurnedGreen }
    return [Severity.error, .warning, .note].flatMap { severity in
      findings.filter { $0.severity == severity }.map { finding in
        let mark =
          switch severity {
          case .error: "❌"
          case .warning: "⚠️"
          case .note: "ℹ️"
          }
        let help = finding.help.map { " \(MarkdownText.prose($0))" } ?? ""
        return "- \(mark) \(MarkdownText.prose(MarkdownText.capitalised(finding.message))).\(help)"
      }
    }
  }

  // MARK: The table

  private var table: [String] {
    guard !shown.isEmpty else { return [] }
    return [
      "| What | Change | Value | Status | Why |", "| --- | --- | --- | --- | --- |",
    ] + shown.prefix(MarkdownReview.mostRows).map(row)
  }

  private func row(_ change: Change) -> String {
    let text = review.valuation?.figures(of: change.subject.name).map(FiguresText.init)
    let latest = text?.latest(of: periods)
    let extent = text?.extent(of: periods).map { "<br>\($0)" } ?? ""
    let cells = [
      name(of: change), cell(change),
      latest.flatMap { row in text?.values(row) }.map { MarkdownText.escaped($0) + extent } ?? "",
      latest.flatMap { row in text?.status(row) } ?? "", reason(change),
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  private func name(of change: Change) -> String {
    let words = ChangeWords(change)
    guard let label = change.label, change.subject.kind == .metric else {
      return MarkdownText.escaped(words.name)
    }
    return "**\(MarkdownText.escaped(label))** (\(MarkdownText.escaped(words.name)))"
  }

  private func cell(_ change: Change) -> String {
    switch change.kind {
    case .removed: return "gone"
    case .added: return "new"
    case .changed, .renamed:
      let parts = change.parts.filter { $0.category <= .goalpost }
      return parts.prefix(3).map { part in
        let words = PartWords(part)
        return part.aspect == .formula || words.isLong
          ? MarkdownText.escaped(
            "\(words.title) \(part.path.isEmpty ? "changes" : ChangeWords.path(part.path))")
          : MarkdownText.escaped(words.line)
      }.joined(separator: "<br>")
    }
  }

  private func reason(_ change: Change) -> String {
    if let acknowledgement = change.acknowledgement {
      return MarkdownText.escaped(ChangeWords.words(for: acknowledgement, of: change))
    }
    if let revision = change.revision {
      return MarkdownText.escaped("revision \(revision.number): \(revision.reason)")
    }
    return change.grave.isEmpty ? "" : "❌ not acknowledged"
  }

  // MARK: Details

  /// The formulas and the values of one metric.
  private func details(of change: Change) -> [String]? {
    let figures = review.valuation?.figures(of: change.subject.name)
    let long = change.parts.filter { PartWords($0).isLong && $0.before != $0.after }
    let tables = figures.map { FiguresText($0).tables(periods: periods) } ?? []
    guard !long.isEmpty || !tables.isEmpty else { return nil }
    var lines = ["<details><summary>\(MarkdownText.escaped(ChangeWords(change).name))</summary>"]
    for part in long {
      let words = PartWords(part)
      lines += ["", MarkdownText.escaped(MarkdownText.capitalised(words.title)) + ":", ""]
      lines += MarkdownText.block(formulas(part, words), language: "diff")
    }
    for (title, table) in tables {
      if let title { lines += ["", MarkdownText.escaped(title) + ":"] }
      lines += ["", String(MarkdownTable.text(of: table).dropLast())]
    }
    return lines + ["", "</details>"]
  }

  private func formulas(_ part: Part, _ words: PartWords) -> [String] {
    if let measures = part.measures, words.isVeryLong {
      return measures.before.map { "- … \($0) …" } + measures.after.map { "+ … \($0) …" }
    }
    return (part.before.map { ["- \($0)"] } ?? []) + (part.after.map { ["+ \($0)"] } ?? [])
  }

  private var followers: [String] {
    let changes = folded
    guard !changes.isEmpty else { return [] }
    return details(
      "\(changes.count) more that \(changes.count == 1 ? "changes" : "change")",
      changes.map { change in
        let path = ChangeWords.path(change.parts.first?.path ?? [])
        return "- \(name(of: change)) \(MarkdownText.escaped(path))" + effect(on: change)
      })
  }

  /// Every period that differs, or the last one where none does.
  private func effect(on change: Change) -> String {
    guard let figures = review.valuation?.figures(of: change.subject.name) else { return "" }
    let text = FiguresText(figures)
    var rows = text.different(of: periods).first { $0.group == nil }?.rows ?? []
    if rows.isEmpty { rows = text.latest(of: periods).map { [$0] } ?? [] }
    guard !rows.isEmpty else { return "" }
    return ": "
      + MarkdownText.escaped(
        rows.map { row in
          text.values(row) + (row.isFlipped ? " \(text.status(row))" : "")
        }.joined(separator: "; "))
  }

  private func list(_ title: String, _ category: Category) -> [String] {
    let changes = review.changes(category)
    guard !changes.isEmpty else { return [] }
    return details(
      "\(title) (\(changes.count))",
      changes.map { change in
        let parts = change.kind == .changed ? change.parts : []
        let words = parts.map { MarkdownText.escaped(PartWords($0).line) }.joined(separator: "; ")
        return "- \(name(of: change))" + (words.isEmpty ? "" : ": \(words)")
      })
  }

  private func details(_ title: String, _ lines: [String]) -> [String] {
    ["<details><summary>\(MarkdownText.escaped(title))</summary>", ""] + lines
      + ["", "</details>"]
  }
}
