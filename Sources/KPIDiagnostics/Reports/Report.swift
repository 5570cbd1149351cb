package import KPISource
package import KPIText

/// The findings of one run, in the order they are printed, with the texts they point into.
package struct Report: Sendable {
  package let diagnostics: [Diagnostic]
  /// What is known and not reported; forms that can say so keep it.
  package let suppressed: [Suppressed]
  package let sources: SourceMap
  /// How many files were looked at; `nil` where no files were, as for a mistyped command.
  package let fileCount: Int?

  package init(
    _ diagnostics: [Diagnostic], suppressed: [Suppressed] = [],
    sources: SourceMap = SourceMap([]), fileCount: Int?
  ) {
    self.diagnostics = diagnostics.inOrder()
    self.suppressed = suppressed.sorted { Diagnostic.inOrder($0.diagnostic, $1.diagnostic) }
    self.sources = sources
    self.fileCount = fileCount
  }

  /// The forms that findings are written in.
  package enum Format: String, CaseIterable, Sendable {
    case text, concise, json, github, gitlab, sarif, junit
  }

  /// The whole report. `toolVersion` is named in the forms that say which program made them.
  package func text(
    as format: Format, painter: Painter = .plain, toolVersion: String, workers: Workers = .one
  ) -> String {
    var text = ""
    write(as: format, painter: painter, toolVersion: toolVersion, workers: workers) { text += $0 }
    return text
  }

  /// The same in pieces, in their order, so that a long report is nowhere as a whole.
  package func write(
    as format: Format, painter: Painter = .plain, toolVersion: String, workers: Workers = .one,
    to sink: (String) -> Void
  ) {
    switch format {
    case .text: TextReport(self, painter: painter, workers: workers).write(to: sink)
    case .concise: sink(ConciseReport(self, painter: painter).text)
    case .json: sink(JSONReport(self).json.text)
    case .github: sink(GitHubReport(self).text)
    case .gitlab: sink(GitLabReport(self).json.text)
    case .sarif: sink(SARIFReport(self, toolVersion: toolVersion).json.text)
    case .junit: sink(JUnitReport(self).text)
    }
  }

  package func count(of severity: Severity) -> Int {
    diagnostics.indices.count { diagnostics[$0].severity == severity }
  }

  /// `2 errors, 1 warning in 14 files`, or `checked 14 files: no findings`.
  package var summary: String {
    let files = fileCount.map { TextFlow.count($0, "file") }
    guard !diagnostics.isEmpty else {
      return files.map { "checked \($0): no findings" } ?? "no findings"
    }
    let counts = [Severity.error, .warning, .note].compactMap { severity in
      let count = count(of: severity)
      return count == 0 ? nil : TextFlow.count(count, severity.rawValue)
    }
    return counts.joined(separator: ", ") + (files.map { " in \($0)" } ?? "")
  }
}
