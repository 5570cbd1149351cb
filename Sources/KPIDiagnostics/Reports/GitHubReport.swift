import KPIText

/// Findings as workflow commands, which GitHub shows beside the lines of a pull request.
///
/// GitHub shows at most ten annotations of each kind for one step and drops the rest without a word. So
/// the worst come first, and the last line says how many are to be found in the log only.
struct GitHubReport {
  private static let shownOfEachKind = 10

  private let report: Report

  init(_ report: Report) { self.report = report }

  var text: String {
    var lines: [String] = []
    var hidden = 0
    for severity in [Severity.error, .warning, .note] {
      let findings = report.diagnostics.filter { $0.severity == severity }
      lines += findings.map(line)
      hidden += max(0, findings.count - GitHubReport.shownOfEachKind)
    }
    if hidden > 0 {
      lines.append(
        "\(report.summary); GitHub shows 10 of a kind for one step, so \(hidden) of them stand only here"
      )
    } else if report.fileCount != nil {
      lines.append(report.summary)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func line(for diagnostic: Diagnostic) -> String {
    var properties: [(String, String)] = []
    if let place = Place(diagnostic.location, in: report.sources) {
      properties.append(("file", place.path))
      if let start = place.start {
        properties.append(("line", "\(start.line)"))
        if start.column > 0 { properties.append(("col", "\(start.column)")) }
        if let end = place.end {
          properties.append(("endLine", "\(end.line)"))
          properties.append(("endColumn", "\(end.column)"))
        }
      }
    }
    properties.append(("title", "\(diagnostic.rule.code) \(diagnostic.rule.name)"))
    let list = properties.map { "\($0.0)=\(GitHubReport.escapedProperty($0.1))" }
    var message = diagnostic.message
    if let help = diagnostic.help { message += "\n" + help }
    return "::\(diagnostic.severity.gitHubCommand) \(list.joined(separator: ","))::"
      + GitHubReport.escaped(message)
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func escapedProperty(_ text: String) -> String {
    var result = ""
    for scalar in escaped(text).unicodeScalars {
      switch scalar {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Severity {
  fileprivate var gitHubCommand: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }
}
