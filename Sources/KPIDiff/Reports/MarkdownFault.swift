package import KPIDiagnostics
import KPIText

/// Why nothing was compared, as a comment on a pull request: a reader must not take silence for a change without effect.
package struct MarkdownFault {
  private let report: Report

  package init(_ report: Report) { self.report = report }

  private static let mostErrors = 10

  package var text: String {
    let errors = report.diagnostics.filter { $0.severity == .error }
    var lines = ["**Nothing was compared**:", ""]
    lines += errors.prefix(MarkdownFault.mostErrors).map(line)
    if errors.count > MarkdownFault.mostErrors {
      lines.append("- … and \(errors.count - MarkdownFault.mostErrors) more")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func line(_ error: Diagnostic) -> String {
    let place = Place(error.location, in: report.sources).map { "\(MarkdownText.code($0.text)): " }
    let help = error.help.map { " \(MarkdownText.prose($0))" } ?? ""
    let message = MarkdownText.prose(error.message)
    return "- ❌ \(place ?? "")\(message).\(help)"
  }
}
