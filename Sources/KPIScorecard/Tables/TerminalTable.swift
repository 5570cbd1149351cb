import KPIModel
package import KPIText

/// A table for the terminal: columns aligned by their width on the screen, numbers to the right.
package struct TerminalTable {
  private let table: ResultTable
  private let readable: ReadableTable
  private let painter: Painter
  private let maximumWidth: Int?

  /// With a maximum width, long texts are cut so that rows stay on their lines.
  package init(_ table: ResultTable, painter: Painter, maximumWidth: Int? = nil) {
    self.table = table
    self.painter = painter
    self.maximumWidth = maximumWidth
    readable = ReadableTable(table)
  }

  private static let gap = "  "

  package var text: String {
    let headings = readable.shown.map(readable.heading)
    let texts = table.rows.map { row in
      readable.shown.map { readable.text(of: row.cells[$0], in: $0) }
    }
    let widths = widths(headings, texts)
    var lines = [
      painter.paint(line(headings, widths), .strong),
      painter.paint(
        widths.map { String(repeating: "─", count: $0) }.joined(separator: TerminalTable.gap),
        .faint),
    ]
    var section: String?
    for (row, cells) in zip(table.rows, texts) {
      if let heading = row.section, heading != section {
        if section != nil { lines.append("") }
        lines.append(painter.paint(Printable.text(heading), .strong))
        section = heading
      }
      lines.append(line(cells, widths, row))
    }
    if table.rows.isEmpty { lines.append(painter.paint("no rows", .faint)) }
    let notes = readable.notes
    if !notes.isEmpty { lines.append("") }
    lines += notes.map { painter.paint($0, .faint) }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Cells filled up to their columns' widths; `row` gives them their styles.
  private func line(
    _ texts: [String], _ widths: [Int], _ row: ResultTable.Row? = nil
  ) -> String {
    var result = ""
    var pending = ""
    for (position, column) in readable.shown.enumerated() {
      let text = texts[position].clipped(toWidth: widths[position])
      let filler = String(repeating: " ", count: max(0, widths[position] - DisplayWidth.of(text)))
      let isRight = table.columns[column].isAlignedRight
      // Spaces wait for the next text, so that no line ends in them.
      if isRight { pending += filler }
      if !text.isEmpty {
        result += pending + painter.paint(text, row.flatMap { $0.cells[column].style })
        pending = ""
      }
      pending += (isRight ? "" : filler) + TerminalTable.gap
    }
    return result
  }

  private func widths(_ headings: [String], _ texts: [[String]]) -> [Int] {
    var widths = headings.map { DisplayWidth.of($0) }
    for row in texts {
      for (position, text) in row.enumerated() {
        widths[position] = max(widths[position], DisplayWidth.of(text))
      }
    }
    guard let maximumWidth else { return widths }
    let texts = readable.shown.indices.filter { !table.columns[readable.shown[$0]].isAlignedRight }
    let gaps = TerminalTable.gap.count * max(0, widths.count - 1)
    var excess = widths.reduce(gaps, +) - maximumWidth
    while excess > 0, let widest = texts.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > TerminalTable.narrowestText
    {
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private static let narrowestText = 8
}

extension ResultTable.Value {
  fileprivate var style: TextStyle? {
    if missing != nil { return .faint }
    switch self {
    case .status(let status): return status.style
    case .trend(_, let isGood): return isGood.map { $0 ? .good : .bad }
    case .period(_, isPartial: true): return .faint
    default: return nil
    }
  }
}

extension Status {
  package var style: TextStyle {
    switch self {
    case .exceeding, .onTrack: .good
    case .atRisk: .caution
    case .offTrack: .bad
    case .noData, .noTarget, .partial, .notMature, .smallSample: .faint
    }
  }
}
