import KPISource
import KPIText

/// The lines of one file that a finding speaks of, with marks under the places meant.
///
/// `^^^` marks the finding itself and `---` the other places, each with its remark.
struct Excerpt {
  /// `sales.kpi:12:7`.
  let place: String
  /// In their order.
  private var shownLines: [(number: Int, line: Line)] = []
  private let lineCount: Int
  private let text: (Int) -> String

  private struct Line {
    let text: String
    var marks: [Mark] = []
  }

  private struct Mark {
    /// Terminal columns, counted from 0.
    let columns: Range<Int>
    let isPrimary: Bool
    let message: String?
  }

  var hasLines: Bool { !shownLines.isEmpty }

  var largestLineNumber: Int { shownLines.last?.number ?? 1 }

  /// The file of the finding first, then the other files it mentions.
  static func all(of diagnostic: Diagnostic, in sources: SourceMap) -> [Excerpt] {
    var excerpts: [Excerpt] = []
    var files: [FileID] = []
    switch diagnostic.location {
    case .source(let range):
      files.append(range.file)
      var excerpt = Excerpt(of: sources[range.file], place: Place(range, in: sources).text)
      excerpt.mark(range, in: sources[range.file], isPrimary: true, message: nil)
      excerpts.append(excerpt)
    case .data:
      Place(diagnostic.location, in: sources).map { excerpts.append(Excerpt(ofValueAt: $0)) }
    case .none: break
    }
    for label in diagnostic.labels {
      let source = sources[label.range.file]
      let known = files.firstIndex(of: label.range.file)
      if known == nil {
        files.append(label.range.file)
        excerpts.append(Excerpt(of: source, place: Place(label.range, in: sources).text))
      }
      let index = known ?? excerpts.count - 1
      excerpts[index].mark(label.range, in: source, isPrimary: false, message: label.message)
    }
    return excerpts
  }

  private init(of source: SourceText, place: String) {
    self.place = Printable.text(place)
    lineCount = source.lineCount
    text = { Printable.line(source.lineForDisplay($0)) }
  }

  /// The value found in a data file; the rest of its line is not at hand and would not help.
  private init(ofValueAt place: Place) {
    self.place = Printable.text(place.text)
    lineCount = 0
    text = { _ in "" }
    if let start = place.start, let value = place.value {
      let shown = Printable.line(value).clipped(toWidth: Excerpt.widestLine)
      let mark = Mark(columns: 0..<max(1, DisplayWidth.of(shown)), isPrimary: true, message: nil)
      shownLines = [(start.line, Line(text: shown, marks: [mark]))]
    }
  }

  /// Marks a range; one that goes over several lines is marked on its first and last.
  private mutating func mark(
    _ range: SourceRange, in source: SourceText, isPrimary: Bool, message: String?
  ) {
    let first = source.position(of: range.bytes.lowerBound).line
    let last = source.position(of: max(range.bytes.lowerBound, range.bytes.upperBound - 1)).line
    let start = column(of: range.bytes.lowerBound, in: source)
    if first == last {
      let end = max(start + 1, column(of: range.bytes.upperBound, in: source))
      add(Mark(columns: start..<end, isPrimary: isPrimary, message: message), to: first)
    } else {
      let firstEnd = max(start + 1, DisplayWidth.of(text(first)))
      add(Mark(columns: start..<firstEnd, isPrimary: isPrimary, message: nil), to: first)
      let lastText = text(last)
      let indentation = lastText.utf8.prefix { $0 == UInt8(ascii: " ") }.count
      let end = max(
        indentation + 1,
        min(
          column(of: range.bytes.upperBound, in: source), DisplayWidth.of(lastText)))
      add(Mark(columns: indentation..<end, isPrimary: isPrimary, message: message), to: last)
    }
  }

  private mutating func add(_ mark: Mark, to number: Int) {
    let place = shownLines.firstIndex { $0.number >= number } ?? shownLines.count
    if place == shownLines.count || shownLines[place].number > number {
      shownLines.insert((number, Line(text: text(number))), at: place)
    }
    shownLines[place].line.marks.append(mark)
  }

  private func column(of offset: Int, in source: SourceText) -> Int {
    DisplayWidth.of(Printable.line(source.beginningOfLine(before: offset)))
  }
}

// MARK: - Drawing

extension Excerpt {
  private static let widestLine = 120

  /// The lines with line numbers in a gutter of a width, between two empty ones.
  func lines(gutter: Int, severity: Severity, painter: Painter) -> [String] {
    guard !shownLines.isEmpty else { return [] }
    let bar = painter.paint("|", .frame)
    let margin = String(repeating: " ", count: gutter) + " " + bar
    var result = [margin]
    var previous: Int?
    for (number, shown) in shownLines {
      if let previous, number == previous + 2 {
        result.append(numbered(previous + 1, text(previous + 1), gutter, painter))
      } else if let previous, number > previous + 2 {
        result.append(painter.paint("...", .frame))
      }
      previous = number
      let line = Excerpt.clipped(shown)
      result.append(numbered(number, line.text, gutter, painter))
      for row in Excerpt.rows(under: line.marks, severity: severity, painter: painter) {
        result.append(margin + " " + row)
      }
    }
    return result
  }

  private func numbered(
    _ number: Int, _ text: String, _ gutter: Int, _ painter: Painter
  ) -> String {
    let label = painter.paint(
      "\(number)".padded(toWidth: gutter, alignedRight: true) + " |", .frame)
    return text.isEmpty ? label : label + " " + text
  }

  /// A long line is cut to the part around its marks.
  private static func clipped(_ line: Line) -> Line {
    guard DisplayWidth.of(line.text) > widestLine else { return line }
    let firstMark = line.marks.map(\.columns.lowerBound).min() ?? 0
    guard firstMark > widestLine - 40 else {
      return Line(
        text: line.text.clipped(toWidth: widestLine),
        marks: line.marks.map { shifted($0, by: 0) })
    }
    var dropped = 0
    var rest = line.text[...]
    while dropped < firstMark - 40, let character = rest.popFirst() {
      dropped += DisplayWidth.of(character)
    }
    return Line(
      text: ("…" + rest).clipped(toWidth: widestLine),
      marks: line.marks.map { shifted($0, by: 1 - dropped) })
  }

  private static func shifted(_ mark: Mark, by offset: Int) -> Mark {
    let start = min(max(0, mark.columns.lowerBound + offset), widestLine - 1)
    let end = min(max(start + 1, mark.columns.upperBound + offset), widestLine)
    return Mark(columns: start..<end, isPrimary: mark.isPrimary, message: mark.message)
  }

  /// The row of marks, with the remark of the last one beside it and the others hung below.
  private static func rows(
    under marks: [Mark], severity: Severity, painter: Painter
  ) -> [String] {
    let width = marks.map(\.columns.upperBound).max() ?? 0
    var row = [Sign](repeating: .blank, count: width)
    for mark in marks.sorted(by: { !$0.isPrimary && $1.isPrimary }) {
      for column in mark.columns { row[column] = mark.isPrimary ? .primary : .other }
    }
    var remarks = marks.filter { $0.message != nil }
      .sorted { $0.columns.lowerBound < $1.columns.lowerBound }
    var underline = painted(row, severity, painter)
    if let last = remarks.last, let message = last.message, last.columns.upperBound == width,
      !marks.contains(where: { $0.columns.lowerBound > last.columns.lowerBound })
    {
      underline += " " + painter.paint(Printable.text(message), .frame)
      remarks.removeLast()
    }
    var result = [underline]
    if !remarks.isEmpty { result.append(stems(of: remarks, severity, painter)) }
    while let remark = remarks.popLast() {
      let before = remarks.isEmpty ? "" : stems(of: remarks, severity, painter)
      let used = remarks.last.map { $0.columns.lowerBound + 1 } ?? 0
      let gap = max(remarks.isEmpty ? 0 : 1, remark.columns.lowerBound - used)
      result.append(
        before + String(repeating: " ", count: gap)
          + painter.paint(Printable.text(remark.message ?? ""), .frame))
    }
    return result
  }

  private static func stems(
    of marks: [Mark], _ severity: Severity, _ painter: Painter
  ) -> String {
    var row: [Sign] = []
    for mark in marks {
      let missing = mark.columns.lowerBound - row.count
      if missing >= 0 {
        row += Array(repeating: .blank, count: missing)
        row.append(.stem)
      }
    }
    return painted(row, severity, painter)
  }

  /// What stands in one column of the rows under a line.
  private enum Sign: String {
    case blank = " "
    case primary = "^"
    case other = "-"
    case stem = "|"

    func style(_ severity: Severity) -> TextStyle? {
      switch self {
      case .blank: nil
      case .primary: severity.style
      case .other, .stem: .frame
      }
    }
  }

  private static func painted(_ row: [Sign], _ severity: Severity, _ painter: Painter) -> String {
    var result = ""
    var start = 0
    while start < row.count {
      let end = row[start...].firstIndex { $0 != row[start] } ?? row.count
      let run = String(repeating: row[start].rawValue, count: end - start)
      result += painter.paint(run, row[start].style(severity))
      start = end
    }
    return result
  }
}

extension SourceText {
  /// A line without the byte order mark that may precede the first.
  fileprivate func lineForDisplay(_ number: Int) -> String {
    let text = line(number)
    return number == 1 && text.unicodeScalars.first == "\u{FEFF}"
      ? String(text.unicodeScalars.dropFirst()) : text
  }
}
