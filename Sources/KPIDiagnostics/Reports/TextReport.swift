import KPISource
import KPIText

/// Findings for people: what is wrong, the lines it stands in with the place marked, and how to mend it.
struct TextReport {
  private let report: Report
  private let painter: Painter
  private let workers: Workers

  init(_ report: Report, painter: Painter, workers: Workers) {
    self.report = report
    self.painter = painter
    self.workers = workers
  }

  /// As many findings as are worth a piece of their own.
  private static let pieceLength = 256

  func write(to sink: (String) -> Void) {
    let places = report.diagnostics.indices
    let starts = Array(stride(from: 0, to: places.count, by: TextReport.pieceLength))
    // So many at a time that the workers do not wait for one another, and no more than need be kept.
    let round = workers.count * 8
    for first in stride(from: 0, to: starts.count, by: round) {
      let pieces = workers.map(Array(starts[first..<min(first + round, starts.count)])) { start in
        var text = ""
        for place in places[start..<min(start + TextReport.pieceLength, places.count)] {
          if place > 0 { text += "\n" }
          write(report.diagnostics[place], to: &text)
        }
        return text
      }
      for piece in pieces { sink(piece) }
    }
    guard report.fileCount != nil else { return }
    let style: TextStyle = report.diagnostics.isEmpty ? .good : .strong
    sink((report.diagnostics.isEmpty ? "" : "\n") + painter.paint(report.summary, style) + "\n")
  }

  private func write(_ diagnostic: Diagnostic, to text: inout String) {
    let excerpts = Excerpt.all(of: diagnostic, in: report.sources)
    let gutter = max(2, excerpts.map(\.largestLineNumber).max().map { "\($0)".utf8.count } ?? 1)
    var lines = [headline(of: diagnostic)]
    for (index, excerpt) in excerpts.enumerated() {
      let arrow = painter.paint(index == 0 ? "-->" : ":::", .frame)
      lines.append(String(repeating: " ", count: gutter) + arrow + " " + excerpt.place)
      lines += excerpt.lines(gutter: gutter, severity: diagnostic.severity, painter: painter)
    }
    let indentation = excerpts.isEmpty ? 1 : gutter
    if excerpts.contains(where: \.hasLines), diagnostic.help != nil || !diagnostic.fixes.isEmpty {
      lines.append(String(repeating: " ", count: gutter + 1) + painter.paint("|", .frame))
    }
    // A fix that says all that there is to say needs no help before it.
    if let help = diagnostic.help, !diagnostic.fixes.contains(where: { $0.title + "." == help }) {
      lines += remark("help", help, indentation: indentation)
    }
    for fix in diagnostic.fixes {
      lines += remark("fix", fix.title, indentation: indentation)
    }
    for line in lines {
      text += line
      text += "\n"
    }
  }

  private func headline(of diagnostic: Diagnostic) -> String {
    let rule = diagnostic.rule
    let kind = "\(diagnostic.severity.rawValue)[\(rule.code) \(rule.name)]"
    let message = Printable.text(diagnostic.message)
    return painter.paint(kind, diagnostic.severity.style) + painter.paint(": " + message, .strong)
  }

  /// `= help: …`; the lines after the first stand under its text.
  private func remark(_ kind: String, _ text: String, indentation: Int) -> [String] {
    let margin = String(repeating: " ", count: indentation + 1)
    let parts =
      text.utf8.contains(UInt8(ascii: "\n"))
      ? text.split(separator: "\n", omittingEmptySubsequences: false).map(Printable.text)
      : [Printable.text(text)]
    return parts.enumerated().map { index, part in
      index == 0
        ? margin + painter.paint("=", .frame) + " " + painter.paint(kind + ":", .strong) + " "
          + part
        : part.isEmpty ? "" : margin + String(repeating: " ", count: kind.count + 4) + part
    }
  }
}

extension Severity {
  var style: TextStyle {
    switch self {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }
}
