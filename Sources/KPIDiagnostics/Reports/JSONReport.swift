import KPISource
package import KPIText

/// Findings for programs: lines and columns from 1, columns in UTF-8 bytes, ends exclusive.
package struct JSONReport {
  /// Raised in its second part when something is added, in its first when something is taken away.
  package static let formatVersion = "1.0"

  private let report: Report

  package init(_ report: Report) { self.report = report }

  package var json: JSON {
    [
      "format_version": .string(JSONReport.formatVersion),
      "diagnostics": diagnostics,
      "summary": [
        "errors": .integer(report.count(of: .error)),
        "warnings": .integer(report.count(of: .warning)),
        "notes": .integer(report.count(of: .note)),
        "files": .integer(report.fileCount ?? 0),
      ],
    ]
  }

  /// The findings alone, for documents that hold more.
  package var diagnostics: JSON { .array(report.diagnostics.map(json)) }

  private func json(of diagnostic: Diagnostic) -> JSON {
    [
      "code": .string(diagnostic.rule.code),
      "name": .string(diagnostic.rule.name),
      "severity": .string(diagnostic.severity.rawValue),
      "message": .string(diagnostic.message),
      "location": Place(diagnostic.location, in: report.sources).map(json) ?? .null,
      "labels": .array(
        diagnostic.labels.map { label in
          ["location": json(of: label.range), "message": .string(label.message)]
        }),
      "help": .optional(diagnostic.help),
      "fixes": .array(diagnostic.fixes.map(json)),
    ]
  }

  private func json(of fix: Diagnostic.Fix) -> JSON {
    [
      "title": .string(fix.title),
      "edits": .array(
        fix.edits.map { edit in
          ["location": json(of: edit.range), "replacement": .string(edit.replacement)]
        }),
    ]
  }

  private func json(of range: SourceRange) -> JSON {
    json(of: Place(range, in: report.sources))
  }

  private func json(of place: Place) -> JSON {
    var members = [JSON.Member("file", .string(place.path))]
    if let start = place.start { members.append(.init("start", json(of: start))) }
    if let end = place.end { members.append(.init("end", json(of: end))) }
    if let value = place.value { members.append(.init("value", .string(value))) }
    return .object(members)
  }

  private func json(of point: Place.Point) -> JSON {
    ["line": .integer(point.line), "column": .integer(point.byteColumn)]
  }
}
