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

  var text: String {
    var blocks = workers.map(workers.stretches(of: report.diagnostics.count)) { stretch in
      var text = ""
      for place in stretch {
        if place > stretch.lowerBound { text += "\n" }
        write(report.diagnostics[place], to: &text)
      }
      return text
    }
    if report.fileCount != nil {
      let style: TextStyle = report.diagnostics.isEmpty ? .good : .strong
      blocks.append(painter.paint(report.summary, style) + "\n")
    }
    return blocks.joined(separator: "\n")
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
      text.isPlain
      ? [text]
      : text.split(separator: "\n", omittingEmptySubsequences: false).map(Printable.text)
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
