import KPIText

/// One line for each finding: `sales.kpi:12:7: error[KPI2003 unit-mismatch]: …`.
struct ConciseReport {
  private let report: Report
  private let painter: Painter

  init(_ report: Report, painter: Painter) {
    self.report = report
    self.painter = painter
  }

  var text: String {
    var lines = report.diagnostics.map { diagnostic in
      let place = Place(diagnostic.location, in: report.sources)
      let rule = diagnostic.rule
      let kind = "\(diagnostic.severity.rawValue)[\(rule.code) \(rule.name)]"
      let prefix = place.map { painter.paint(Printable.text($0.text), .strong) + ": " } ?? ""
      return prefix + painter.paint(kind, diagnostic.severity.style) + ": "
        + Printable.text(TextFlow.unbroken(diagnostic.message))
    }
    if report.fileCount != nil { lines.append(report.summary) }
    return lines.map { $0 + "\n" }.joined()
  }
}
