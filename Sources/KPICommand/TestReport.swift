import KPIDiagnostics
import KPIModel
import KPISource
import KPIText
import KPIWorkspace

/// The outcome of tests, for people and programs.
struct TestReport {
  private let outcomes: [TestOutcome]
  private let sources: SourceMap

  init(_ outcomes: [TestOutcome], of sources: SourceMap) {
    self.outcomes = outcomes
    self.sources = sources
  }

  func text(as format: TestFormat, painter: Painter) -> String {
    switch format {
    case .text: text(painter)
    case .json: json.text
    case .junit: junit
    }
  }

  private var failed: [TestOutcome] { outcomes.filter { !$0.hasPassed } }

  /// `12 passed, 1 failed`.
  private var summary: String {
    guard !outcomes.isEmpty else { return "no tests" }
    let failed = failed.count
    let passed = "\(outcomes.count - failed) passed"
    return failed == 0 ? passed : passed + ", \(failed) failed"
  }

  // MARK: For people

  private func text(_ painter: Painter) -> String {
    let findings = outcomes.flatMap(\.findings)
    let report = Report(findings, sources: sources, fileCount: nil)
      .text(as: .text, painter: painter, toolVersion: Version.current)
    let failures = failed.map { outcome -> String in
      let place = place(outcome.test.origin)
      return "\(place.path):\(place.line): test \"\(Printable.text(outcome.test.label))\" failed"
    }
    let ending =
      failures + [painter.paint(summary, failures.isEmpty ? .good : .strong)]
    return (findings.isEmpty ? "" : report + "\n") + ending.map { $0 + "\n" }.joined()
  }

  // MARK: For programs

  /// Raised in its second part when something is added, in its first when something is taken away.
  private static let formatVersion = "1.0"

  private var json: JSON {
    [
      "format_version": .string(TestReport.formatVersion),
      "tests": .array(
        outcomes.map { outcome in
          let place = place(outcome.test.origin)
          return [
            "name": .string(outcome.test.label), "file": .string(place.path),
            "line": .integer(place.line),
            "outcome": .string(outcome.hasPassed ? "passed" : "failed"),
            "findings": JSONReport(Report(outcome.findings, sources: sources, fileCount: nil))
              .diagnostics,
          ]
        }),
      "summary": [
        "passed": .integer(outcomes.count - failed.count), "failed": .integer(failed.count),
      ],
    ]
  }

  private var junit: String {
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<testsuites name=\"kpi test\" tests=\"\(outcomes.count)\" failures=\"\(failed.count)\" errors=\"0\">",
    ]
    for (path, outcomes) in byFile {
      lines.append(
        "  <testsuite name=\"\(XML.escaped(path))\" tests=\"\(outcomes.count)\""
          + " failures=\"\(outcomes.count { !$0.hasPassed })\" errors=\"0\">")
      lines += outcomes.flatMap { testCase($0, in: path) }
      lines.append("  </testsuite>")
    }
    return (lines + ["</testsuites>", ""]).joined(separator: "\n")
  }

  /// The outcomes in the order of the files, each with those of its tests.
  private var byFile: [(path: String, outcomes: [TestOutcome])] {
    var files: [(path: String, outcomes: [TestOutcome])] = []
    for outcome in outcomes {
      let path = place(outcome.test.origin).path
      if files.last?.path != path { files.append((path, [])) }
      files[files.count - 1].outcomes.append(outcome)
    }
    return files
  }

  private func testCase(_ outcome: TestOutcome, in path: String) -> [String] {
    let head =
      "    <testcase name=\"\(XML.escaped(outcome.test.label))\" classname=\"\(XML.escaped(path))\""
      + " file=\"\(XML.escaped(path))\" line=\"\(place(outcome.test.origin).line)\""
    let errors = outcome.findings.filter { $0.severity == .error }
    guard !errors.isEmpty else { return [head + "/>"] }
    let failures = errors.map { error -> String in
      let body = Report([error], sources: sources, fileCount: nil)
        .text(as: .text, toolVersion: Version.current)
      return "      <failure type=\"\(error.rule.name)\" message=\"\(XML.escaped(error.message))\">"
        + XML.escaped(body) + "</failure>"
    }
    return [head + ">"] + failures + ["    </testcase>"]
  }

  private func place(_ range: SourceRange) -> (path: String, line: Int) {
    let file = sources[range.file]
    return (file.path, file.position(of: range.bytes.lowerBound).line)
  }
}
