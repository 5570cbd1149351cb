import KPIText

/// Findings as a GitLab code quality report, which a merge request shows beside the lines that it changes.
///
/// Every entry needs a file and a line. What stands in no file is said of the folder itself.
struct GitLabReport {
  private let report: Report

  init(_ report: Report) { self.report = report }

  var json: JSON {
    var fingerprints = FingerprintCounter()
    return .array(
      report.diagnostics.map { diagnostic in
        let place = Place(diagnostic.location, in: report.sources)
        var text = diagnostic.message
        if let help = diagnostic.help { text += "\n" + help }
        return [
          "description": .string(text),
          "check_name": .string(diagnostic.rule.name),
          "fingerprint": .string(fingerprints.fingerprint(of: diagnostic, in: report.sources)),
          "severity": .string(GitLabReport.severity(of: diagnostic)),
          "location": [
            "path": .string(place?.path ?? "."),
            "lines": ["begin": .integer(place?.start?.line ?? 1)],
          ],
        ]
      })
  }

  /// What stops the whole run weighs most: nothing was looked at.
  private static func severity(of diagnostic: Diagnostic) -> String {
    switch diagnostic.severity {
    case .note: "info"
    case .warning: "minor"
    case .error: diagnostic.location == .none ? "critical" : "major"
    }
  }
}
