import KPISource
import KPIText

/// Findings in the Static Analysis Results Interchange Format 2.1.0, which code hosts keep as alerts.
struct SARIFReport {
  private let report: Report
  private let toolVersion: String
  private let rules: [Rule]

  init(_ report: Report, toolVersion: String) {
    self.report = report
    self.toolVersion = toolVersion
    let all = report.diagnostics + report.suppressed.map(\.diagnostic)
    rules = Set(all.map(\.rule)).sorted { $0.code < $1.code }
  }

  /// Findings that stand in no file speak about the run, and go where the format keeps those.
  var json: JSON {
    let located = report.diagnostics.filter { $0.location != .none }
    let others = report.diagnostics.filter { $0.location == .none }
    return [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": [
            "driver": [
              "name": "kpi",
              "semanticVersion": .string(toolVersion),
              "rules": .array(rules.map(json)),
            ]
          ],
          "columnKind": "unicodeCodePoints",
          "invocations": [
            [
              "executionSuccessful": .boolean(!others.contains { $0.severity == .error }),
              "toolExecutionNotifications": .array(others.map(notification)),
            ]
          ],
          "results": .array(results(of: located, report.suppressed)),
        ]
      ],
    ]
  }

  private func json(of rule: Rule) -> JSON {
    [
      "id": .string(rule.code),
      "name": .string(SARIFReport.pascalCase(rule.name)),
      "shortDescription": ["text": .string(rule.title)],
      "fullDescription": ["text": .string(TextFlow.unbroken(rule.explanation))],
      "help": [
        "text": .string(RulePage(rule).text(width: 100, painter: .plain)),
        "markdown": .string(RulePage(rule).markdown),
      ],
      "defaultConfiguration": ["level": .string(rule.severity.rawValue)],
      "properties": ["tags": [.string(rule.name)]],
    ]
  }

  private func results(of diagnostics: [Diagnostic], _ suppressed: [Suppressed]) -> [JSON] {
    var fingerprints = FingerprintCounter()
    // What is silenced stays in the document, so that a host closes its alert as known, not as mended.
    return diagnostics.map { result($0, nil, &fingerprints) }
      + suppressed.map { result($0.diagnostic, $0, &fingerprints) }
  }

  private func result(
    _ diagnostic: Diagnostic, _ suppressed: Suppressed?, _ fingerprints: inout FingerprintCounter
  ) -> JSON {
    let fingerprint = fingerprints.fingerprint(of: diagnostic, in: report.sources)
    var text = diagnostic.message
    if let help = diagnostic.help { text += "\n" + help }
    let suppressions: [JSON] =
      suppressed.map { suppressed in
        [["kind": .string(suppressed.kind.rawValue), "justification": .string(suppressed.reason)]]
      } ?? []
    return [
      "ruleId": .string(diagnostic.rule.code),
      "ruleIndex": .integer(rules.firstIndex(of: diagnostic.rule) ?? 0),
      "level": .string(diagnostic.severity.rawValue),
      "message": ["text": .string(text)],
      "locations": .array(locations(of: diagnostic)),
      "relatedLocations": .array(
        diagnostic.labels.enumerated().map { index, label in
          [
            "id": .integer(index),
            "physicalLocation": physical(
              Place(label.range, in: report.sources), region(of: label.range)),
            "message": ["text": .string(label.message)],
          ]
        }),
      "partialFingerprints": ["kpiFinding/v1": .string(fingerprint)],
      "suppressions": .array(suppressions),
    ]
  }

  private func notification(for diagnostic: Diagnostic) -> JSON {
    [
      "descriptor": ["id": .string(diagnostic.rule.code)],
      "level": .string(diagnostic.severity.rawValue),
      "message": ["text": .string(diagnostic.message)],
    ]
  }

  private func locations(of diagnostic: Diagnostic) -> [JSON] {
    guard let place = Place(diagnostic.location, in: report.sources) else { return [] }
    let region: JSON?
    switch diagnostic.location {
    case .source(let range): region = self.region(of: range)
    case .data, .none:
      region = place.start.map { start in
        start.column > 0
          ? ["startLine": .integer(start.line), "startColumn": .integer(start.column)]
          : ["startLine": .integer(start.line)]
      }
    }
    return [["physicalLocation": physical(place, region)]]
  }

  private func physical(_ place: Place, _ region: JSON?) -> JSON {
    let artifact: JSON = ["uri": .string(SARIFReport.reference(to: place.path))]
    guard let region else { return ["artifactLocation": artifact] }
    return ["artifactLocation": artifact, "region": region]
  }

  /// Columns count code points, which the format has a name for, unlike bytes and characters.
  private func region(of range: SourceRange) -> JSON {
    let source = report.sources[range.file]
    func column(_ offset: Int) -> JSON {
      .integer(source.beginningOfLine(before: offset).unicodeScalars.count + 1)
    }
    return [
      "startLine": .integer(source.position(of: range.bytes.lowerBound).line),
      "startColumn": column(range.bytes.lowerBound),
      "endLine": .integer(source.position(of: range.bytes.upperBound).line),
      "endColumn": column(range.bytes.upperBound),
    ]
  }

  private static func pascalCase(_ name: String) -> String {
    name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// The path as a relative reference of a URI.
  private static func reference(to path: String) -> String {
    let hexadecimal = Array("0123456789ABCDEF")
    var result = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default: result += "%\(hexadecimal[Int(byte >> 4)])\(hexadecimal[Int(byte & 15)])"
      }
    }
    return result
  }
}

/// Gives each finding a mark that stays the same when lines are added above it: a hash of the rule, the
/// file, the words found there, and a count among those that agree in all of these.
struct FingerprintCounter {
  private var counts: [String: Int] = [:]

  mutating func fingerprint(of diagnostic: Diagnostic, in sources: SourceMap) -> String {
    var parts = [diagnostic.rule.code]
    switch diagnostic.location {
    case .source(let range):
      let line = sources[range.file].position(of: range.bytes.lowerBound).line
      parts += [sources[range.file].path, TextFlow.unbroken(sources[range.file].line(line))]
    case .data(let path, _, let column, let value):
      parts += [path, "\(column)", value ?? ""]
    case .none: break
    }
    parts.append(diagnostic.message)
    let key = parts.joined(separator: "\u{1F}")
    let count = counts[key, default: 0]
    counts[key] = count + 1
    return FingerprintCounter.hash("\(key)\u{1F}\(count)")
  }

  /// FNV-1a of 64 bits: not a secret, only short and the same everywhere.
  private static func hash(_ text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
