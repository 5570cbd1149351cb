import KPIText

/// Columns below each other on a terminal; the widest texts are cut where the lines would not fit.
struct PlainTable {
  struct Cell {
    let text: String
    let style: TextStyle?
    let isNumber: Bool

    init(_ text: String, _ style: TextStyle? = nil, isNumber: Bool = false) {
      self.text = Printable.text(text)
      self.style = style
      self.isNumber = isNumber
    }
  }

  private let rows: [[Cell]]
  private let painter: Painter
  private let width: Int

  init(_ rows: [[Cell]], painter: Painter, width: Int) {
    self.rows = rows
    self.painter = painter
    self.width = width
  }

  private static let gap = "  "
  private static let narrowest = 10

  var lines: [String] {
    let widths = widths
    return rows.map { row in
      var line = ""
      var pending = ""
      for (cell, width) in zip(row, widths) where width > 0 {
        let text = cell.text.clipped(toWidth: width)
        let filler = String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
        if cell.isNumber { pending += filler }
        if !text.isEmpty {
          line += pending + painter.paint(text, cell.style)
          pending = ""
        }
        pending += (cell.isNumber ? "" : filler) + PlainTable.gap
      }
      return line
    }
  }

  private var widths: [Int] {
    guard let first = rows.first else { return [] }
    var widths = first.indices.map { column in
      rows.map { $0.indices.contains(column) ? DisplayWidth.of($0[column].text) : 0 }.max() ?? 0
    }
    var excess = widths.reduce(0, +) + 2 * max(0, widths.count - 1) - width
    while excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > PlainTable.narrowest
    {
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }
}

/// Text that stands in Markdown as it is, whatever characters it has.
enum MarkdownText {
  /// One line without marks that Markdown or HTML would take for its own.
  static func line(_ text: String) -> String {
    var result = ""
    for character in Printable.text(TextFlow.unbroken(text)) {
      if "\\`*_[]<>|#&".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }

  static func table(_ heads: [String], numbers: Set<Int> = [], _ rows: [[String]]) -> String {
    let lines =
      [row(heads), row(heads.indices.map { numbers.contains($0) ? "---:" : "---" }, isMark: true)]
      + rows.map { row($0) }
    return lines.joined(separator: "\n")
  }

  private static func row(_ cells: [String], isMark: Bool = false) -> String {
    "| " + cells.map { isMark ? $0 : line($0) }.joined(separator: " | ") + " |"
  }
}
