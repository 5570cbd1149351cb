import KPIModel
import KPIScorecard
package import KPIText

/// A review for the terminal: the sentence first, then what must not be overlooked, then the changes, the worst first.
package struct TextReview {
  private let review: Review
  private let painter: Painter
  private let periods: Int

  /// `periods` is how many of them are shown of each metric.
  package init(_ review: Review, painter: Painter, periods: Int) {
    self.review = review
    self.painter = painter
    self.periods = periods
  }

  /// How many changes that only follow others are shown one by one.
  private static let mostFollowers = 8

  package var text: String {
    var lines = [
      painter.paint(ReviewSummary(review).text, .strong)
        + painter.paint(", compared with \(Printable.text(review.comparison.base))", .faint)
    ]
    lines += review.hidden.flatMap(warning)
    if let caution = review.caution { lines += ["", painter.paint(caution, .caution)] }
    for category in Category.allCases { lines += section(category) }
    if let problems = review.valuation?.problems, !problems.isEmpty {
      lines.append("")
      lines += problems.map { painter.paint(Printable.text($0), .faint) }
    }
    return TextReview.spaced(lines).map { $0 + "\n" }.joined()
  }

  /// The lines with no more than one empty one at a time, and none at the end.
  private static func spaced(_ lines: [String]) -> [String] {
    var result: [String] = []
    for line in lines where !line.isEmpty || result.last?.isEmpty == false { result.append(line) }
    if result.last?.isEmpty == true { result.removeLast() }
    return result
  }

  // MARK: What comes first

  private func warning(_ hidden: HiddenRed) -> [String] {
    let text = FiguresText(hidden.figures)
    var lines = [
      "",
      painter.paint("■ \(Printable.text(hidden.name)) \(hidden.sentence)", .bad),
    ]
    for row in hidden.rows {
      let values = "\(row.period)  \(text.after(row))  \(text.statusNow(row))"
      lines.append("  \(values)  (\(hidden.expectations(row)))")
    }
    lines.append(
      hidden.reason.map { "  reason given: \(Printable.text($0))" } ?? "  no reason is given")
    return lines
  }

  // MARK: Changes

  private func section(_ category: Category) -> [String] {
    let changes = review.changes(category)
    guard !changes.isEmpty else { return [] }
    var lines = ["", painter.paint(CategoryWords.title(category), CategoryWords.style(category))]
    for change in changes.filter(\.isDirect) { lines += entry(change) }
    let followers = changes.filter { !$0.isDirect }
    for change in followers.prefix(TextReview.mostFollowers) { lines += follower(change) }
    let rest = followers.dropFirst(TextReview.mostFollowers).map(\.subject.name)
    if !rest.isEmpty {
      lines.append("  … and \(rest.count) more: \(Printable.text(rest.joined(separator: ", ")))")
    }
    return lines
  }

  private func heading(_ change: Change) -> String {
    var text = "  " + painter.paint(Printable.text(ChangeWords(change).name), .strong)
    if let label = change.label { text += " \"\(Printable.text(label))\"" }
    if case .renamed(let old, _) = change.kind { text += ", formerly \(Printable.text(old))" }
    return text
  }

  private func entry(_ change: Change) -> [String] {
    switch change.kind {
    case .added: return [heading(change)]
    case .removed:
      return [heading(change) + " is gone"] + acknowledgement(change)
    case .changed, .renamed: break
    }
    let parts = change.parts.filter { $0.aspect != .name }
    return [heading(change)] + parts.flatMap(part) + acknowledgement(change)
      + figures(of: change)
  }

  private func acknowledgement(_ change: Change) -> [String] {
    guard change.category.needsAcknowledgement || change.revision != nil else { return [] }
    if let acknowledgement = change.acknowledgement {
      let words = ChangeWords.words(for: acknowledgement, of: change)
      return [painter.paint("    ✓ " + Printable.text(words), .good)]
    }
    return change.grave.isEmpty ? [] : [painter.paint("    ✗ not acknowledged", .bad)]
  }

  /// What only follows another change, on one line with what it does to the values below it.
  private func follower(_ change: Change) -> [String] {
    let part = change.parts.first
    var line = heading(change) + " " + Printable.text(ChangeWords.path(part?.path ?? []))
    if let part, part.aspect != .formula {
      line += ": \(Printable.text(PartWords(part).lineWithoutPath))"
    }
    return [line] + effect(on: change)
      + change.parts.dropFirst().filter { $0.category == .goalpost }.flatMap(self.part)
  }

  /// Every period that differs, on a line each.
  private func effect(on change: Change) -> [String] {
    guard let figures = review.valuation?.figures(of: change.subject.name) else { return [] }
    let text = FiguresText(figures)
    let different = text.different(of: periods)
    guard !different.isEmpty else {
      if figures.isUnchanged {
        let count = TextFlow.count(figures.closed.count, "period")
        return [painter.paint("    the same values in the last \(count)", .faint)]
      }
      return (text.latest(of: periods).map { [$0] } ?? []).map {
        painter.paint("    " + effect($0, text), .faint)
      }
    }
    return different.flatMap { group, rows in
      (group.map { ["    " + Printable.text($0)] } ?? [])
        + rows.map { row in
          let style: TextStyle = row.isFlipped ? .caution : .faint
          return painter.paint("    " + effect(row, text), style)
        }
    }
  }

  private func effect(_ row: Figures.Row, _ text: FiguresText) -> String {
    let status = row.isFlipped ? "  " + text.status(row) : ""
    return "\(row.period)  \(text.before(row)) → \(text.after(row))\(status)"
  }

  private func part(_ part: Part) -> [String] {
    let words = PartWords(part)
    if part.before == part.after || !words.isLong {
      return ["    " + Printable.text(words.line)]
    }
    let path = part.path.isEmpty ? "" : " " + Printable.text(ChangeWords.path(part.path))
    var lines = ["    \(Printable.text(words.title))\(path)"]
    if let measures = part.measures, words.isVeryLong {
      lines += measures.before.map { painter.paint("      - … \(Printable.text($0)) …", .bad) }
      lines += measures.after.map { painter.paint("      + … \(Printable.text($0)) …", .good) }
      return lines
    }
    lines += (part.before.map { [painter.paint("      - " + Printable.text($0), .bad)] } ?? [])
    lines += (part.after.map { [painter.paint("      + " + Printable.text($0), .good)] } ?? [])
    return lines
  }

  private func figures(of change: Change) -> [String] {
    guard let figures = review.valuation?.figures(of: change.subject.name) else { return [] }
    return FiguresText(figures).tables(periods: periods).flatMap { title, table in
      let text = TerminalTable(table, painter: painter).text
      return (title.map { ["", "    " + Printable.text($0)] } ?? [""])
        + text.split(separator: "\n").map { "    " + $0 } + [""]
    }
  }
}
