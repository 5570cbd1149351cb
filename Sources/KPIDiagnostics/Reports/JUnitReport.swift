import KPIText

/// Findings as test results: one suite for each file, one failed case for each finding, and one passed
/// case where there are none, since many readers take an empty file for a failed run.
struct JUnitReport {
  private let report: Report

  init(_ report: Report) { self.report = report }

  var text: String {
    let findings = report.diagnostics.map { diagnostic in
      (place: Place(diagnostic.location, in: report.sources), diagnostic: diagnostic)
    }
    var suites: [(name: String, cases: [String])] = []
    var places: [String: Int] = [:]
    for finding in findings {
      let name = finding.place?.path ?? "kpi"
      if places[name] == nil {
        places[name] = suites.count
        suites.append((name, []))
      }
      suites[places[name] ?? 0].cases.append(failure(of: finding.diagnostic, at: finding.place))
    }
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
    let total = findings.count
    lines.append(
      "<testsuites name=\"kpi\" tests=\"\(max(1, total))\" failures=\"\(total)\" errors=\"0\">")
    for suite in suites {
      let count = suite.cases.count
      lines.append(
        "  <testsuite name=\"\(XML.escaped(suite.name))\" tests=\"\(count)\" failures=\"\(count)\""
          + " errors=\"0\">")
      lines += suite.cases
      lines.append("  </testsuite>")
    }
    if suites.isEmpty {
      lines += [
        "  <testsuite name=\"kpi\" tests=\"1\" failures=\"0\" errors=\"0\">",
        "    <testcase name=\"\(XML.escaped(report.summary))\" classname=\"kpi\"/>",
        "  </testsuite>",
      ]
    }
    lines.append("</testsuites>")
    return lines.map { $0 + "\n" }.joined()
  }

  private func failure(of diagnostic: Diagnostic, at place: Place?) -> String {
    let rule = diagnostic.rule
    let head = "\(place.map { $0.text + ": " } ?? "")\(diagnostic.message)"
    let body = ([head] + (diagnostic.help.map { [$0] } ?? [])).joined(separator: "\n")
    return """
          <testcase name="\(rule.code) \(rule.name)" classname="\(XML.escaped(place?.path ?? "kpi"))">
            <failure type="\(diagnostic.severity.rawValue)" message="\(XML.escaped(diagnostic.message))">\
      \(XML.escaped(body))</failure>
          </testcase>
      """
  }
}

/// Text inside an XML document.
package enum XML {
  /// Characters that XML cannot hold, even escaped, become U+FFFD.
  package static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      case "\t": result += "&#9;"
      case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
